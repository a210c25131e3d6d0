import { conData } from '@tavoli/shared';
import { chiHaIncarico } from '../../incarichi/chi.sql.js';
import type { Mancanza } from './mancanza.js';

const OGGI = `(now() AT TIME ZONE 'Europe/Rome')::date`;

/** A phase of the iter that should have ended, or begun. */
export const FASE_IN_RITARDO: Mancanza = {
  tipo: 'fase_in_ritardo',
  sql: () => `SELECT f.id, NULL::uuid, f.titolo, f.stato, coalesce(CASE WHEN f.stato = 'in_corso' THEN f.prevista_al END, f.prevista_dal, f.prevista_al)::timestamp AT TIME ZONE 'Europe/Rome',
      coalesce(${chiHaIncarico('fase.cura', 'f.ambito_id', 'f.responsabile_incarico_id')},
        CASE WHEN f.responsabile IS NULL THEN '[]' ELSE jsonb_build_array(jsonb_build_object('name', f.responsabile, 'address', NULL)) END)
    FROM fase f WHERE f.ambito_id = $1 AND ((f.stato = 'in_corso' AND f.prevista_al < ${OGGI}) OR (f.stato = 'da_avviare' AND (f.prevista_dal < ${OGGI} OR f.prevista_al < ${OGGI})))`,
  testo: r =>
    `La fase «${r.nome}» doveva ${r.altro === 'in_corso' ? 'finire' : 'cominciare'}${r.dal === null ? '' : ` ${conData('il', r.dal)}`}.`,
  percorso: r => `area/iter/fasi/${r.oggettoId}`,
  sollecito: r => ({
    oggetto: `Iter del Piano: «${r.nome}»`,
    testo: `la fase «${r.nome}» dell’iter del Piano è in ritardo rispetto alle date previste.\n\nPuoi dirci a che punto è, e quando pensi che si possa concludere?`,
  }),
  collegamento: () => 'iter',
};
