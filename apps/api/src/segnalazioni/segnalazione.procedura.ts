import { SEGNALAZIONE, type AzioneInput, type AzioneSegnalazione, type StatoSegnalazione } from '@tavoli/shared';
import type { Held } from '../platform/procedura/hold.js';
import { stepsOf, type Procedura } from '../platform/procedura/procedura.js';
import { SEGNALAZIONE_KIND } from './segnalazione.kind.js';

type Presa = Held<StatoSegnalazione>;
const passo = stepsOf<Presa, AzioneInput>();

export const segnalazioneProcedura: Procedura<StatoSegnalazione, AzioneSegnalazione, Presa, AzioneInput> = {
  kind: SEGNALAZIONE_KIND,
  transitions: SEGNALAZIONE,
  steps: {
    /** Nobody is written to: an address that a stranger typed may be anybody's, and the office answers from its own mailbox. */
    risolvi: passo({ sets: ({ row }) => ({ risolta_at: row.now }) }),
  },
};
