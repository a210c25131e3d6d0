import { testoDi } from '../verbali/documento/index.js';
import { nomeVoce, type NomiVoci } from '../ambiti/voci.js';
import type { ContenutoSezione } from './blocchi.schema.js';
import { scriviEuro } from '../kernel/euro.js';
import { formatValore } from './elaborato.rules.js';
import { rigaInParole } from './risorse.rules.js';
import type { RigaRisorse } from './risorse.schema.js';

/** Cells after one another, a line for each row; nothing where there is nothing. */
const righe = <R>(rows: readonly R[], celle: (row: R) => readonly (string | number | null)[]): string =>
  rows
    .map(row =>
      celle(row)
        .map(cella => cella ?? '')
        .join('\t'),
    )
    .join('\n');

/** What a row of money says of its year, payer and quota; rows of before say nothing. */
function detti(r: RigaRisorse): string[] {
  const { anno, chi, quota } = rigaInParole(r, []);
  return [anno, chi, quota].filter(d => d !== null);
}

/** What a part says, a line for each row: for comparing versions, finding passages and searching. Names of comuni and obiettivi are their codes. */
export function testoDiContenuto(c: ContenutoSezione, voci?: NomiVoci): string {
  switch (c.tipo) {
    case 'testo':
      return testoDi(c.documento);
    case 'elenco':
      return c.voci.join('\n');
    case 'priorita':
      return c.voci.map((v, i) => `${i + 1}. ${v.titolo}${v.motivo === '' ? '' : `: ${v.motivo}`}`).join('\n');
    case 'collegamento':
      return c.obiettivoId ?? '';
    case 'comuni':
      return c.istat.join('\n');
    case 'tempi':
      return `${c.dal ?? '?'} – ${c.al ?? '?'}`;
    case 'leps':
      return c.codici.map(codice => nomeVoce(voci, 'leps', codice)).join('\n');
    case 'obiettivi_regionali':
      return c.codici.map(codice => nomeVoce(voci, 'obiettivi', codice)).join('\n');
    case 'dati':
      return righe(c.righe, r => [r.dato, r.valore, r.periodo, r.fonte]);
    case 'destinatari':
      return righe(c.righe, r => [r.gruppo, r.numero]);
    case 'azioni':
      return righe(c.righe, r => [r.azione, r.chi]);
    case 'risorse':
      return righe(c.righe, r => [nomeVoce(voci, 'fondi', r.fonte), r.descrizione, `€ ${scriviEuro(r.centesimi)}`, ...detti(r)]);
    case 'indicatori':
      return righe(c.righe, r => [r.nome, r.unita, ...[r.iniziale, r.atteso].map(v => (v === null ? null : formatValore(v))), r.fonte]);
  }
}
