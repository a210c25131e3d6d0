import { testoDi } from '../verbali/documento/index.js';
import { nomeVoce, type NomiVoci } from '../ambiti/voci.js';
import { codiciUsati, type ContenutoSezione } from './blocchi.schema.js';
import { scriviEuro } from '../kernel/euro.js';
import { formatValore } from './valore.words.js';
import { formatData } from '../kernel/rome-time.js';
import type { CampoScritto } from './campi.schema.js';
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

/** What a field of the ambito was answered with; null: nothing yet. */
export function valoreInParole({ forma, valore }: CampoScritto): string | null {
  if (valore === null) return null;
  if (forma === 'data') return formatData(new Date(`${valore}T12:00:00Z`));
  return forma === 'numero' ? formatValore(valore) : valore;
}

/** What the codes of a part are called. */
const nomi = (c: ContenutoSezione, voci?: NomiVoci): string[] => codiciUsati(c).map(({ elenco, codice }) => nomeVoce(voci, elenco, codice));

/** What a part says, a line for each row: for comparing versions, finding passages and searching. Names of comuni and obiettivi are their codes. */
export function testoDiContenuto(c: ContenutoSezione, voci?: NomiVoci): string {
  switch (c.tipo) {
    case 'testo':
      return testoDi(c.documento);
    case 'priorita':
      return c.voci.map((v, i) => `${i + 1}. ${v.titolo}${v.motivo === '' ? '' : `: ${v.motivo}`}`).join('\n');
    case 'collegamento':
      return c.obiettivoId ?? '';
    case 'elenco':
    case 'comuni':
      return ('istat' in c ? c.istat : c.voci).join('\n');
    case 'tempi':
      return `${c.dal ?? '?'} – ${c.al ?? '?'}`;
    case 'leps':
    case 'obiettivi_regionali':
      return nomi(c, voci).join('\n');
    case 'dati':
      return righe(c.righe, r => [r.dato, r.valore, r.periodo, r.fonte]);
    case 'destinatari':
      return righe(c.righe, r => [r.gruppo, r.numero]);
    case 'azioni':
      return righe(c.righe, r => [r.azione, r.chi]);
    case 'risorse':
      return righe(c.righe, r => [nomeVoce(voci, 'fondi', r.fonte), r.descrizione, `€ ${scriviEuro(r.centesimi)}`, ...detti(r)]);
    case 'campi':
      return righe(c.righe, r => [r.etichetta, valoreInParole(r)]);
    case 'indicatori':
      return righe(c.righe, r => [r.nome, r.unita, ...[r.iniziale, r.atteso].map(v => (v === null ? null : formatValore(v))), r.fonte]);
  }
}
