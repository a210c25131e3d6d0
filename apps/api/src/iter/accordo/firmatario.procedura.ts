import { FIRMA, type AzioneFirma, type FirmaAzioneInput, type StatoFirma } from '@tavoli/shared';
import { ProblemError } from '../../platform/problem/problem.error.js';
import type { Columns, Held } from '../../platform/procedura/hold.js';
import { stepsOf, type Procedura } from '../../platform/procedura/procedura.js';
import { giornoFatto } from '../iter/giorni.js';
import { FIRMATARIO_KIND } from '../iter/iter.kinds.js';

type Preso = Held<StatoFirma>;
const passo = stepsOf<Preso, FirmaAzioneInput>();

/** How, when and with which act: all three. @throws ProblemError `firmatario.dati_mancanti` on each that is missing; 400 for a day to come */
function firma({ modo, data, atto }: FirmaAzioneInput): Columns {
  const mancanti = Object.entries({
    modo: modo === undefined ? 'Di’ se ha firmato o approvato.' : '',
    data: data === undefined ? 'Scrivi quando.' : '',
    atto: atto === undefined ? 'Scrivi con quale atto.' : '',
  });
  const errors = mancanti
    .filter(([, message]) => message !== '')
    .map(([name, message]) => ({ pointer: `/${name}`, code: 'firmatario.dati_mancanti', message }));
  if (errors.length > 0) throw new ProblemError('firmatario.dati_mancanti', { errors });
  return { modo, data: giornoFatto(data), atto };
}

export const firmatarioProcedura: Procedura<StatoFirma, AzioneFirma, Preso, FirmaAzioneInput> = {
  kind: FIRMATARIO_KIND,
  transitions: FIRMA,
  steps: {
    firma: passo({ demands: ({ input }) => firma(input), sets: ({ found }) => found, records: ({ found }) => found }),
    annulla_firma: passo({ sets: () => ({ modo: null, data: null, atto: null }) }),
  },
};
