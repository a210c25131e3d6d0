import { testoDi } from '../verbali/documento/index.js';
import { ETICHETTE_FINANZIAMENTO, type ContenutoSezione } from './blocchi.schema.js';
import { scriviEuro } from '../kernel/euro.js';
import { formatValore } from './elaborato.rules.js';
import { LEPS } from './leps.js';

/** What a part says, a line for each row: for comparing versions, finding passages and searching. Names of comuni and obiettivi are their codes. */
export function testoDiContenuto(c: ContenutoSezione): string {
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
      return c.codici.map(codice => LEPS[codice]).join('\n');
    case 'dati':
      return c.righe.map(r => [r.dato, r.valore, r.periodo ?? '', r.fonte].join('\t')).join('\n');
    case 'destinatari':
      return c.righe.map(r => `${r.gruppo}\t${r.numero ?? ''}`).join('\n');
    case 'azioni':
      return c.righe.map(r => `${r.azione}\t${r.chi ?? ''}`).join('\n');
    case 'risorse':
      return c.righe
        .map(r => [ETICHETTE_FINANZIAMENTO[r.fonte], r.descrizione ?? '', `€ ${scriviEuro(r.centesimi)}`].join('\t'))
        .join('\n');
    case 'indicatori':
      return c.righe
        .map(r => [r.nome, r.unita, ...[r.iniziale, r.atteso].map(v => (v === null ? '' : formatValore(v))), r.fonte ?? ''].join('\t'))
        .join('\n');
  }
}
