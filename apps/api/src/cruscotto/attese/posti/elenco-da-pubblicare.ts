import { ammessa } from '../../../posti/siede.sql.js';
import { riga, type Attesa } from '../attesa.js';
import { nellAmbito } from '../destinatari.js';

/** An avviso that closed, with enti accepted a week ago that nobody sits for until the elenco. */
export const ELENCO_DA_PUBBLICARE: Attesa = {
  tipo: 'elenco_da_pubblicare',
  sql: () => `SELECT ${riga({ oggetto: 'v.id', nome: 'v.titolo', altro: 'count(*)', dal: 'min(d.accettata_at)' })} FROM avviso v
    JOIN designazione d ON d.ambito_id = v.ambito_id AND d.avviso_id = v.id AND d.stato = 'accettata' AND NOT ${ammessa('d')}
    WHERE v.ambito_id = $1 AND v.stato = 'pubblicato' AND v.chiude_at < now() GROUP BY v.id, v.titolo HAVING min(d.accettata_at) < now() - interval '7 days'`,
  testo: r =>
    `${r.nome}: ${r.altro === '1' ? '1 designazione accettata attende' : `${r.altro ?? ''} designazioni accettate attendono`} l’elenco degli ammessi.`,
  percorso: r => `area/avvisi/${r.oggettoId}`,
  compito: {
    permesso: 'avviso.pubblica_elenco',
    nome: { una: 'elenco degli ammessi da pubblicare', molte: 'elenchi degli ammessi da pubblicare', genere: 'm' },
    voce: r => r.nome,
    pazienza: 7,
  },
  manca: {
    tipo: 'elenco_da_pubblicare',
    chi: () => nellAmbito('avviso.pubblica_elenco'),
    sollecito: r => ({
      oggetto: `Da pubblicare l’elenco degli ammessi: ${r.nome}`,
      testo: `l’avviso «${r.nome}» è chiuso e ha designazioni accettate da più di una settimana. Finché non pubblichi l’elenco degli ammessi, nessuno siede per quegli enti.`,
    }),
  },
};
