import { PIANO, type AzionePiano, type PianoAzioneInput, type StatoPiano } from '@tavoli/shared';
import type { Held } from '../platform/procedura/hold.js';
import { stepsOf, type Procedura } from '../platform/procedura/procedura.js';
import { chiediDossier } from './dossier/dossier.chiedi.js';
import { PIANO_KIND } from './piano/piano.kind.js';

type Preso = Held<StatoPiano>;
const passo = stepsOf<Preso, PianoAzioneInput>();

export const pianoProcedura: Procedura<StatoPiano, AzionePiano, Preso, PianoAzioneInput> = {
  kind: PIANO_KIND,
  transitions: PIANO,
  steps: {
    /** The Piano is closed when its final dossier is made. @throws ProblemError `piano.senza_allegati`, `dossier.in_corso` */
    chiudi: passo({ opens: ({ tx, ctx }) => chiediDossier(tx, ctx, true) }),

    riapri: passo({
      sets: () => ({ chiuso_at: null, consegna: null }),
      async effects({ tx, place }) {
        await tx.db.query('UPDATE allegato SET numero = NULL WHERE ambito_id = $1 AND piano_id = $2', [tx.ambitoId, place.id]);
        await tx.db.query('DELETE FROM piano_firmato WHERE ambito_id = $1 AND piano_id = $2', [tx.ambitoId, place.id]);
      },
    }),

    pubblica: passo({ sets: ({ row }) => ({ pubblicato_at: row.now }) }),
  },
};
