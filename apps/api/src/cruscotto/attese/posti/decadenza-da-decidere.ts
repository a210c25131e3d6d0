import { OGGI, riga, type Attesa } from '../attesa.js';
import { nellAmbito } from '../destinatari.js';

/** A procedimento di decadenza in which the ente has been heard, or has had its time to be: somebody must decide. */
export const DECADENZA_DA_DECIDERE: Attesa = {
  tipo: 'decadenza_da_decidere',
  sql: () => `SELECT ${riga({ oggetto: 'k.id', tavolo: 'k.tavolo_id', nome: 'e.denominazione', altro: 't.nome', dal: 'k.termine' })} FROM decadenza k
    JOIN ente e ON e.ambito_id = k.ambito_id AND e.id = k.ente_id JOIN tavolo t ON t.ambito_id = k.ambito_id AND t.id = k.tavolo_id
    WHERE k.ambito_id = $1 AND k.stato = 'aperto' AND (k.termine < ${OGGI}
      OR EXISTS (SELECT 1 FROM decadenza_memoria w WHERE w.ambito_id = k.ambito_id AND w.decadenza_id = k.id))`,
  testo: r => `${r.nome}: il procedimento di decadenza dal tavolo «${r.altro ?? ''}» si può concludere o archiviare.`,
  percorso: r => `area/decadenze/${r.oggettoId}`,
  compito: {
    permesso: 'decadenza.concludi',
    nome: { una: 'decadenza da decidere', molte: 'decadenze da decidere', genere: 'f' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
    elenco: 'area/decadenze',
    pazienza: 7,
  },
  manca: { tipo: 'decadenza_da_decidere', chi: () => nellAmbito('decadenza.concludi') },
};
