import { DISPONIBILITA, type AzioneDisponibilita, type AzioneInput, type StatoDisponibilita } from '@tavoli/shared';
import type { Held } from '../../platform/procedura/hold.js';
import { stepsOf, type Procedura } from '../../platform/procedura/procedura.js';
import { DISPONIBILITA_KIND } from './disponibilita.kind.js';

type Presa = Held<StatoDisponibilita>;
const passo = stepsOf<Presa, AzioneInput>();

export const disponibilitaProcedura: Procedura<StatoDisponibilita, AzioneDisponibilita, Presa, AzioneInput> = {
  kind: DISPONIBILITA_KIND,
  transitions: DISPONIBILITA,
  steps: { chiudi: passo({}) },
};
