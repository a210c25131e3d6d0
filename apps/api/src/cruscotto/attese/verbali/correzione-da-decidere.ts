import { conta } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';
import { DEL_VERBALE, PROPOSTE } from './verbale.sql.js';

/** Corrections that members proposed; told verbale by verbale. */
export const CORREZIONE_DA_DECIDERE: Attesa = {
  tipo: 'correzione_da_decidere',
  sql: () => `SELECT ${riga({ oggetto: 'v.id', tavolo: 'v.tavolo_id', incontro: 'n.id', nome: 'n.titolo', altro: PROPOSTE, entro: 'v.revisione_fino_at' })} ${DEL_VERBALE}
    WHERE v.ambito_id = $1 AND v.stato = 'in_revisione' AND ${PROPOSTE} > 0`,
  testo: r => `Rispondi alle correzioni proposte al verbale di «${r.nome}».`,
  percorso: r => `area/verbali/${r.oggettoId}`,
  compito: {
    permesso: 'correzione.accogli',
    nome: { una: 'verbale con correzioni da decidere', molte: 'verbali con correzioni da decidere', genere: 'm' },
    voce: r => `${r.nome}: ${conta(Number(r.altro ?? 0), 'correzione', 'correzioni')}`,
  },
};
