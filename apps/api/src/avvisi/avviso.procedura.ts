import { AVVISO, type AvvisoAzioneInput, type AzioneAvviso, type StatoAvviso } from '@tavoli/shared';
import type { Tx } from '../platform/commands/commands.js';
import type { RequestContext } from '../platform/commands/context.js';
import { insert } from '../platform/database/rows.js';
import { fieldProblem } from '../platform/problem/problem.error.js';
import type { Held } from '../platform/procedura/hold.js';
import { stepsOf, type Procedura, type Taking } from '../platform/procedura/procedura.js';
import { emailAvviso, leggiAvvisoPerEmail } from './avvisi.emails.js';
import { AVVISO_KIND } from './avviso.kind.js';

interface Preso extends Held<StatoAvviso> {
  readonly chiudeAt: Date;
}

const passo = stepsOf<Preso, AvvisoAzioneInput>();

async function leggi(tx: Tx, { place }: RequestContext, held: Held<StatoAvviso>): Promise<Preso> {
  const [row] = await tx.db.query<{ chiudeAt: Date }[]>('SELECT chiude_at AS "chiudeAt" FROM avviso WHERE ambito_id = $1 AND id = $2', [
    tx.ambitoId,
    place?.id,
  ]);
  return { ...held, chiudeAt: row?.chiudeAt ?? held.now };
}

/** @throws ProblemError 400, `avviso.proroga_indietro`, `avviso.chiusura_passata` on the new closing */
function nuovaChiusura({ row, input }: Pick<Taking<Preso, AvvisoAzioneInput>, 'row' | 'input'>): Date {
  if (input.chiudeAt === undefined) throw fieldProblem('richiesta.non_valida', '/chiudeAt', 'Indica la nuova chiusura.');
  const a = new Date(input.chiudeAt);
  if (a <= row.chiudeAt) throw fieldProblem('avviso.proroga_indietro', '/chiudeAt');
  if (a <= row.now) throw fieldProblem('avviso.chiusura_passata', '/chiudeAt');
  return a;
}

const racconta =
  (azione: 'proroga' | 'annulla') =>
  async ({ tx, place, motivazione }: Taking<Preso, AvvisoAzioneInput>) =>
    emailAvviso(await leggiAvvisoPerEmail(tx.db, tx.ambitoId, place.id), azione, motivazione ?? '');

export const avvisoProcedura: Procedura<StatoAvviso, AzioneAvviso, Preso, AvvisoAzioneInput> = {
  kind: AVVISO_KIND,
  transitions: AVVISO,
  reads: leggi,
  steps: {
    /** @throws ProblemError `avviso.chiusura_passata` */
    pubblica: passo({
      demands({ row }) {
        if (row.chiudeAt <= row.now) throw fieldProblem('avviso.chiusura_passata', '/chiudeAt');
      },
      sets: ({ row }) => ({ pubblicato_at: row.now }),
    }),

    /** Its reason stands with the proroga; the avviso keeps only the reason it was annulled for. */
    proroga: passo({
      reason: 'elsewhere',
      demands: nuovaChiusura,
      sets: ({ found }) => ({ chiude_at: found }),
      effects: ({ tx, place, row, found, motivazione }) =>
        insert(tx.db, 'avviso_proroga', {
          ambitoId: tx.ambitoId,
          avvisoId: place.id,
          da: row.chiudeAt,
          a: found,
          motivazione: motivazione ?? '',
        }),
      records: ({ input }) => ({ chiudeAt: input.chiudeAt }),
      mails: racconta('proroga'),
    }),

    annulla: passo({ mails: racconta('annulla') }),
  },
};
