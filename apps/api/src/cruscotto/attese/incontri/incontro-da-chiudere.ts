import { INCONTRI_IN_PROGRAMMA } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { riga, type Attesa } from '../attesa.js';

/** Incontri whose time is over, and that nobody closed. */
export const INCONTRO_DA_CHIUDERE: Attesa = {
  tipo: 'incontro_da_chiudere',
  sql: () =>
    `SELECT ${riga({ oggetto: 'n.id', tavolo: 'n.tavolo_id', nome: 'n.titolo', dal: 'n.fine_at' })} FROM incontro n WHERE n.ambito_id = $1 AND n.stato IN ${fra(INCONTRI_IN_PROGRAMMA)} AND n.fine_at < now()`,
  testo: r => `Chiudi «${r.nome}»: è finito e le presenze non sono ancora fissate.`,
  percorso: r => `area/incontri/${r.oggettoId}`,
  compito: {
    permesso: 'incontro.chiudi',
    nome: { una: 'incontro finito da chiudere', molte: 'incontri finiti da chiudere', genere: 'm' },
    voce: r => `${r.nome}: fissa le presenze`,
    pazienza: 0,
  },
};
