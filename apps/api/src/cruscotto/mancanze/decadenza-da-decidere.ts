import { nellAmbito } from './destinatari.js';
import type { Mancanza } from './mancanza.js';

/** A procedimento di decadenza in which the ente has been heard, or has had its time to be: somebody must decide. */
export const DECADENZA_DA_DECIDERE: Mancanza = {
  tipo: 'decadenza_da_decidere',
  sql: () => `SELECT k.id, k.tavolo_id, e.denominazione, t.nome, k.termine::timestamptz, ${nellAmbito('decadenza.concludi')} FROM decadenza k
    JOIN ente e ON e.ambito_id = k.ambito_id AND e.id = k.ente_id JOIN tavolo t ON t.ambito_id = k.ambito_id AND t.id = k.tavolo_id
    WHERE k.ambito_id = $1 AND k.stato = 'aperto' AND (k.termine < (now() AT TIME ZONE 'Europe/Rome')::date
      OR EXISTS (SELECT 1 FROM decadenza_memoria w WHERE w.ambito_id = k.ambito_id AND w.decadenza_id = k.id))`,
  testo: r => `${r.nome}: il procedimento di decadenza dal tavolo «${r.altro ?? ''}» si può concludere o archiviare.`,
  percorso: r => `area/decadenze/${r.oggettoId}`,
};
