import { delPosto } from '../../../posti/del-posto.sql.js';
import { tiene } from '../../../posti/siede.sql.js';
import { riga, type Attesa } from '../attesa.js';

/** The referente of a tavolo proposes that the loss of a seat be weighed: who decides opens a procedimento, or declines with a word. */
export const DECADENZA_PROPOSTA: Attesa = {
  tipo: 'decadenza_proposta',
  sql: () => `SELECT ${riga({ oggetto: 'd.id', tavolo: 'd.tavolo_id', nome: 'e.denominazione', altro: 't.nome', dal: 'p.proposta_at' })} FROM decadenza_proposta p
    JOIN designazione d ON d.ambito_id = p.ambito_id AND ${delPosto('p', 'd')} AND ${tiene('d')}
    JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    WHERE p.ambito_id = $1 AND p.stato = 'in_attesa'`,
  testo: r => `${r.nome}: il referente propone di valutare la decadenza dal tavolo «${r.altro ?? ''}».`,
  percorso: r => `area/designazioni/${r.oggettoId}/decadenza`,
  compito: {
    permesso: 'decadenza.declina',
    nome: { una: 'proposta di decadenza', molte: 'proposte di decadenza', genere: 'f' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
    pazienza: 14,
  },
};
