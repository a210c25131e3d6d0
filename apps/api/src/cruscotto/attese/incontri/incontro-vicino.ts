import { conDataOra, INCONTRI_IN_PROGRAMMA } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { OGGI, riga, type Attesa } from '../attesa.js';

/** Today’s and tomorrow’s: who leads them is a step from the page of the day. */
export const INCONTRO_VICINO: Attesa = {
  tipo: 'incontro_vicino',
  sql: () => `SELECT ${riga({ oggetto: 'n.id', tavolo: 'n.tavolo_id', incontro: 'n.id', nome: 'n.titolo', entro: 'n.inizio_at' })} FROM incontro n
    WHERE n.ambito_id = $1 AND n.stato IN ${fra(INCONTRI_IN_PROGRAMMA)} AND n.fine_at > now() AND (n.inizio_at AT TIME ZONE 'Europe/Rome')::date <= ${OGGI} + 1`,
  testo: r => `Conduci «${r.nome}»${r.entro === null ? '' : `, ${conDataOra('il', r.entro)}`}.`,
  percorso: r => `area/incontri/${r.oggettoId}/conduci`,
  compito: {
    permesso: 'incontro.rileva',
    nome: { una: 'incontro fra oggi e domani', molte: 'incontri fra oggi e domani', genere: 'm', entro: 'comincia' },
    voce: r => `${r.nome}${r.entro === null ? '' : `, ${conDataOra('il', r.entro)}`}: le presenze`,
  },
};
