import type { Mancanza } from './mancanza.js';

export const TAVOLO_SENZA_REFERENTE: Mancanza = {
  tipo: 'tavolo_senza_referente',
  sql: `SELECT t.id, t.id, t.nome, NULL::text, NULL::timestamptz, '[]'::jsonb FROM tavolo t
    WHERE t.ambito_id = $1 AND NOT EXISTS (SELECT 1 FROM incarico i WHERE i.ambito_id = t.ambito_id AND i.tavolo_id = t.id AND i.ruolo = 'referente' AND i.al IS NULL)`,
  testo: r => `Il tavolo «${r.nome}» non ha un referente.`,
  percorso: () => 'area/incarichi',
};
