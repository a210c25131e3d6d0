import { ADESIONE, type AzioneAdesione, type AzioneInput, type StatoAdesione } from '@tavoli/shared';
import type { Tx } from '../../platform/commands/commands.js';
import type { ResolvedPlace } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import type { Held } from '../../platform/procedura/hold.js';
import { stepsOf, type Procedura } from '../../platform/procedura/procedura.js';
import { nextNumeroDiRegistro } from '../../platform/numeri/numero-di-registro.js';
import { emailAdesione, leggiAdesionePerEmail } from './adesioni.emails.js';
import { ADESIONE_KIND } from '../iter/iter.kinds.js';

type Presa = Held<StatoAdesione>;
const passo = stepsOf<Presa, AzioneInput>();

export const adesioneProcedura: Procedura<StatoAdesione, AzioneAdesione, Presa, AzioneInput> = {
  kind: ADESIONE_KIND,
  transitions: ADESIONE,
  common: {
    mails: async ({ tx, place, motivazione }, azione) =>
      emailAdesione(await leggiAdesionePerEmail(tx.db, tx.ambitoId, place.id), azione, motivazione),
  },
  steps: {
    /** @throws ProblemError `ente.non_verificato`, `adesione.incompleta` on the fields that are empty */
    invia: passo({
      async demands({ tx, place }) {
        await demandVerificato(tx, place);
        await demandCompleta(tx, place.id);
      },
      async sets({ tx, row }) {
        const { anno, numero } = await nextNumeroDiRegistro(tx.db, tx.ambitoId);
        return { protocollo_anno: anno, protocollo_numero: numero, inviata_at: row.now };
      },
    }),

    /** @throws ProblemError `ente.non_verificato` */
    accogli: passo({ demands: ({ tx, place }) => demandVerificato(tx, place) }),

    respingi: passo({}),
    ritira: passo({}),
  },
};

/** Keeps the ente from being suspended meanwhile. @throws ProblemError `ente.non_verificato` */
async function demandVerificato(tx: Tx, { enteId }: ResolvedPlace): Promise<void> {
  const [row] = await tx.db.query<{ stato: string }[]>('SELECT stato FROM ente WHERE ambito_id = $1 AND id = $2 FOR SHARE', [
    tx.ambitoId,
    enteId,
  ]);
  if (row?.stato !== 'verificato') throw new ProblemError('ente.non_verificato');
}

/** @throws ProblemError `adesione.incompleta` */
async function demandCompleta(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.db.query<{ impegno: string; risorse: number }[]>(
    'SELECT impegno, (SELECT count(*)::int FROM adesione_risorsa r WHERE r.ambito_id = d.ambito_id AND r.adesione_id = d.id) AS risorse FROM adesione d WHERE ambito_id = $1 AND id = $2',
    [tx.ambitoId, id],
  );
  const errors = [
    ...(row?.impegno ? [] : [{ pointer: '/impegno', code: 'adesione.incompleta', message: 'Descrivi che cosa si impegna a fare l’ente.' }]),
    ...(row?.risorse ? [] : [{ pointer: '/risorse', code: 'adesione.incompleta', message: 'Indica almeno una risorsa.' }]),
  ];
  if (errors.length > 0) throw new ProblemError('adesione.incompleta', { errors });
}
