import { PROPOSTA, type AzioneProposta, type PropostaAzioneInput, type StatoProposta } from '@tavoli/shared';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/commands/commands.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { holdOther, type Held } from '../../platform/procedura/hold.js';
import { stepsOf, type Procedura, type Taking } from '../../platform/procedura/procedura.js';
import { INCONTRO_KIND } from '../incontro/incontro.kind.js';
import { aggiungiPunto, demandBozza, demandTenuta } from './in-ordine.js';
import { PROPOSTA_KIND } from './proposta.kind.js';
import { emailRisposta, leggiPerEmail } from './proposte.emails.js';

type Presa = Held<StatoProposta>;
type Judged = Pick<Taking<Presa, PropostaAzioneInput>, 'tx' | 'place' | 'input'>;
type Passo = Judged & { readonly found: string | null };
const passo = stepsOf<Presa, PropostaAzioneInput>();

/** Drafts come before proposals wherever both are held. */
const tieniBozza = async (tx: Tx, _: unknown, { incontroId }: PropostaAzioneInput): Promise<void> => {
  if (incontroId !== undefined) await holdOther(tx, INCONTRO_KIND, incontroId);
};
/** The id of the punto that it becomes; null where it is kept for the next incontro. */
const demandPunto = async ({ tx, place, input }: Judged): Promise<string | null> => {
  if (input.incontroId === undefined) return null;
  await demandBozza(tx, place, input.incontroId);
  return randomUUID();
};
const mettiInOrdine = async ({ tx, place, input, found }: Passo): Promise<void> => {
  if (input.incontroId !== undefined && found !== null) await aggiungiPunto(tx, place, input.incontroId, found);
};
const dove = ({ input }: Passo) => (input.incontroId === undefined ? {} : { incontroId: input.incontroId });
const rispondi =
  (azione: 'accogli' | 'rinvia' | 'declina') =>
  async ({ tx, place, input, motivazione }: Judged & { readonly motivazione: string | null }) => [
    emailRisposta(azione, await leggiPerEmail(tx.db, tx.ambitoId, place.id), motivazione ?? '', input.incontroId !== undefined),
  ];

export const propostaProcedura: Procedura<StatoProposta, AzioneProposta, Presa, PropostaAzioneInput> = {
  kind: PROPOSTA_KIND,
  transitions: PROPOSTA,
  steps: {
    /** @throws ProblemError on `/incontroId` */
    accogli: passo({
      holdsFirst: tieniBozza,
      demands: demandPunto,
      sets: ({ row, found }) => ({ decisa_at: row.now, punto_id: found }),
      effects: mettiInOrdine,
      records: dove,
      mails: rispondi('accogli'),
    }),

    /** What was kept goes into an ordine del giorno. @throws ProblemError on `/incontroId`, `proposta.in_ordine` */
    inserisci: passo({
      holdsFirst: tieniBozza,
      async demands(taking) {
        await demandTenuta(taking.tx.db, taking.tx.ambitoId, taking.place.id);
        const punto = await demandPunto(taking);
        if (punto === null) throw fieldProblem('richiesta.non_valida', '/incontroId', 'Scegli l’incontro.');
        return punto;
      },
      sets: ({ found }) => ({ punto_id: found }),
      effects: mettiInOrdine,
      records: dove,
    }),

    rinvia: passo({
      sets: ({ row }) => ({ decisa_at: row.now }),
      mails: rispondi('rinvia'),
    }),

    /** @throws ProblemError `proposta.in_ordine`: it is taken out of the ordine del giorno first */
    declina: passo({
      demands: ({ tx, place }) => demandTenuta(tx.db, tx.ambitoId, place.id),
      sets: ({ row }) => ({ decisa_at: row.now, punto_id: null }),
      mails: rispondi('declina'),
    }),

    /** Of who proposed it, and nobody else. @throws ProblemError `risorsa.non_trovata` */
    ritira: passo({
      async demands({ tx, ctx, place }) {
        const [row] = await tx.db.query<unknown[]>('SELECT 1 FROM proposta WHERE ambito_id = $1 AND id = $2 AND account_id = $3', [
          tx.ambitoId,
          place.id,
          ctx.actor.id,
        ]);
        if (row === undefined) throw new ProblemError('risorsa.non_trovata');
      },
    }),
  },
};
