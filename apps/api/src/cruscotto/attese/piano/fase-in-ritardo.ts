import { conData } from '@tavoli/shared';
import { chiHaIncarico } from '../../../incarichi/chi.sql.js';
import { OGGI, riga, type Attesa } from '../attesa.js';

/** SQL of who is in charge of the phase of the row `m`: by an incarico, or as it was written. */
const RESPONSABILE = () => `(SELECT coalesce(${chiHaIncarico('fase.cura', 'f.ambito_id', 'f.responsabile_incarico_id')},
  CASE WHEN f.responsabile IS NULL THEN '[]' ELSE jsonb_build_array(jsonb_build_object('name', f.responsabile, 'address', NULL)) END) FROM fase f WHERE f.ambito_id = $1 AND f.id = m.oggetto)`;

/** A phase of the iter that should have ended, or begun. */
export const FASE_IN_RITARDO: Attesa = {
  tipo: 'fase_in_ritardo',
  sql: () => `SELECT ${riga({ oggetto: 'f.id', nome: 'f.titolo', altro: 'f.stato', dal: `coalesce(CASE WHEN f.stato = 'in_corso' THEN f.prevista_al END, f.prevista_dal, f.prevista_al)::timestamp AT TIME ZONE 'Europe/Rome'` })}
    FROM fase f WHERE f.ambito_id = $1 AND ((f.stato = 'in_corso' AND f.prevista_al < ${OGGI}) OR (f.stato = 'da_avviare' AND (f.prevista_dal < ${OGGI} OR f.prevista_al < ${OGGI})))`,
  testo: r =>
    `La fase «${r.nome}» doveva ${r.altro === 'in_corso' ? 'finire' : 'cominciare'}${r.dal === null ? '' : ` ${conData('il', r.dal)}`}.`,
  percorso: r => `area/iter/fasi/${r.oggettoId}`,
  compito: {
    permesso: 'fase.modifica',
    nome: { una: 'fase dell’iter in ritardo', molte: 'fasi dell’iter in ritardo', genere: 'f' },
    voce: r => `${r.nome}: doveva ${r.altro === 'in_corso' ? 'finire' : 'cominciare'}`,
    elenco: 'area/iter',
    pazienza: 0,
  },
  manca: {
    tipo: 'fase_in_ritardo',
    chi: RESPONSABILE,
    sollecito: r => ({
      oggetto: `Iter del Piano: «${r.nome}»`,
      testo: `la fase «${r.nome}» dell’iter del Piano è in ritardo rispetto alle date previste.\n\nPuoi dirci a che punto è, e quando pensi che si possa concludere?`,
    }),
    collegamento: () => 'iter',
  },
};
