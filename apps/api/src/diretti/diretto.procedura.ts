import { DIRETTO, GIORNI_DIRETTO, type AzioneDiretto, type AzioneInput, type StatoDiretto } from '@tavoli/shared';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import type { Held } from '../platform/procedura/hold.js';
import { stepsOf, type Procedura, type Taking } from '../platform/procedura/procedura.js';
import { creaSegreto, leggiInvito } from './diretti.emails.data.js';
import { emailInvito, emailRitirato } from './diretti.emails.js';
import { DIRETTO_KIND } from './diretto.kind.js';

type Preso = Held<StatoDiretto>;
const passo = stepsOf<Preso, AzioneInput>();
const DAY = 86_400_000;

async function postoDi({ tx, place }: Pick<Taking, 'tx' | 'place'>) {
  const [row] = await tx.db.query<[{ id: string; invito: string; tavolo: string }]>(
    `SELECT p.id, p.invito_id AS invito, t.nome AS tavolo FROM posto_diretto p JOIN tavolo t ON t.ambito_id = p.ambito_id AND t.id = p.tavolo_id
     WHERE p.ambito_id = $1 AND p.id = $2`,
    [tx.ambitoId, place.id],
  );
  return row;
}

export const direttoProcedura: Procedura<StatoDiretto, AzioneDiretto, Preso, AzioneInput> = {
  kind: DIRETTO_KIND,
  transitions: DIRETTO,
  conflict: uniqueViolation('posto_diretto_aperto', 'diretto.gia_invitato'),
  steps: {
    /** The whole term again, and a new mail. @throws ProblemError `diretto.gia_invitato` where another invitation waits for the same seat */
    rinnova: passo({
      sets: ({ row }) => ({
        scade_at: new Date(row.now.getTime() + GIORNI_DIRETTO * DAY),
        sollecitato_at: null,
        risposto_at: null,
        motivazione: null,
      }),
      async mails(t) {
        const { invito } = await postoDi(t);
        const dati = await leggiInvito(t.tx.db, t.tx.ambitoId, invito);
        return emailInvito(dati, await creaSegreto(t.tx.db, t.tx.ambitoId, invito), `${t.place.id}:${t.row.version}`);
      },
    }),

    ritira: passo({
      async mails(t) {
        const posto = await postoDi(t);
        return emailRitirato(await leggiInvito(t.tx.db, t.tx.ambitoId, posto.invito), posto, t.motivazione ?? '');
      },
    }),
  },
};
