import { ORE_PER_ANNULLARE } from '@tavoli/shared';
import { iso } from '../platform/http/json-view.js';

/** One caricamento, `k`, whole but for its rows. */
export const UNO = `
  SELECT k.id, k.tipo, k.stato, k.file, coalesce(k.righe->0->'celle', '[]') AS intestazioni, k.righe->1->'celle' AS prima, k.righe->2->'celle' AS seconda,
    k.colonne, k.conteggi, k.righe IS NULL AS dimenticato, k.messaggi, ${iso('k.scritto_at')} AS "scrittoAt", cardinality(k.nuove) AS nuove,
    ${iso('k.creato_at')} AS "creatoAt", ${iso('k.eseguito_at')} AS "eseguitoAt", ${iso('k.annullato_at')} AS "annullatoAt",
    ${iso(`(k.eseguito_at + interval '${ORE_PER_ANNULLARE} hours')`)} AS "annullabileFinoAt",
    k.eseguito_at > now() - interval '${ORE_PER_ANNULLARE} hours' AND k.effetti IS NOT NULL AS annullabile, k.motivazione, k.version
  FROM caricamento k WHERE k.ambito_id = $1 AND k.id = $2`;

/** The last of the ambito, latest first. */
export const ELENCO = `
  SELECT k.id, k.tipo, k.stato, k.file->>'nome' AS file, k.conteggi, ${iso('k.creato_at')} AS "creatoAt", k.version
  FROM caricamento k WHERE k.ambito_id = $1`;
