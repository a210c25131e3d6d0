import { OSSERVAZIONE, type AzioneInput, type AzioneOsservazione, type StatoOsservazione } from '@tavoli/shared';
import type { Held } from '../../platform/procedura/hold.js';
import { stepsOf, type Procedura } from '../../platform/procedura/procedura.js';
import { OSSERVAZIONE_KIND } from '../iter/iter.kinds.js';

type Presa = Held<StatoOsservazione>;
const passo = stepsOf<Presa, AzioneInput>();

export const osservazioneProcedura: Procedura<StatoOsservazione, AzioneOsservazione, Presa, AzioneInput> = {
  kind: OSSERVAZIONE_KIND,
  transitions: OSSERVAZIONE,
  steps: { accogli: passo({}), accogli_in_parte: passo({}), non_accogliere: passo({}) },
};
