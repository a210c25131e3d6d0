import { randomUUID } from 'node:crypto';
import {
  DECADENZA,
  instantToRomeWall,
  sentito,
  type AzioneDecadenza,
  type Contraddittorio,
  type DecadenzaAzioneInput,
  type StatoDecadenza,
} from '@tavoli/shared';
import { decadi, postoDi } from '../designazioni/decadi.js';
import type { Portale } from '../incontri/convocare/congeda.js';
import { insert } from '../platform/database/rows.js';
import type { Held } from '../platform/procedura/hold.js';
import { stepsOf, type Procedura, type Taking } from '../platform/procedura/procedura.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { DECADENZA_KIND } from './decadenza.kind.js';
import { leggiDecadenzaPerEmail, type DecadenzaPerEmail } from './decadenze.emails.data.js';
import { emailArchiviata, emailDecaduto, emailMemorie } from './decadenze.emails.js';

type Preso = Held<StatoDecadenza>;
const passo = stepsOf<Preso, DecadenzaAzioneInput, Portale>();
const dati = ({ tx, place }: Pick<Taking, 'tx' | 'place'>): Promise<DecadenzaPerEmail> =>
  leggiDecadenzaPerEmail(tx.db, tx.ambitoId, place.id);

export const decadenzaProcedura: Procedura<StatoDecadenza, AzioneDecadenza, Preso, DecadenzaAzioneInput, Portale> = {
  kind: DECADENZA_KIND,
  transitions: DECADENZA,
  steps: {
    /** What the ente writes is added to what it wrote before. @throws ProblemError on `/memorie` */
    presenta_memorie: passo({
      demands({ input: { memorie } }) {
        if (memorie === undefined) throw fieldProblem('richiesta.non_valida', '/memorie', 'Scrivi le memorie dell’ente.');
        return memorie;
      },
      effects: ({ tx, place, found: testo }) =>
        insert(tx.db, 'decadenza_memoria', { ambitoId: tx.ambitoId, id: randomUUID(), decadenzaId: place.id, testo }),
      mails: async t => emailMemorie(await dati(t)),
    }),

    /** Only once the ente was heard, or had its time to be. @throws ProblemError `decadenza.presto`, `decadenza.posto_finito` */
    concludi: passo({
      async demands(t) {
        if (!(await èSentito(t))) throw new ProblemError('decadenza.presto');
        return postoDi(t.tx, t.place);
      },
      sets: ({ row }) => ({ chiuso_at: row.now }),
      effects: ({ tx, place, own, found }) => decadi(tx, place, own, found),
      mails: async t => emailDecaduto(await dati(t), t.motivazione ?? ''),
    }),

    archivia: passo({
      sets: ({ row }) => ({ chiuso_at: row.now }),
      mails: async t => emailArchiviata(await dati(t), t.motivazione ?? ''),
    }),
  },
};

async function èSentito({ tx, place, row }: Pick<Taking<Preso>, 'tx' | 'place' | 'row'>): Promise<boolean> {
  const [stato] = await tx.db.query<Contraddittorio[]>(
    `SELECT k.termine::text AS termine, EXISTS (SELECT 1 FROM decadenza_memoria w WHERE w.ambito_id = k.ambito_id AND w.decadenza_id = k.id) AS "haMemorie"
     FROM decadenza k WHERE k.ambito_id = $1 AND k.id = $2`,
    [tx.ambitoId, place.id],
  );
  return stato !== undefined && sentito(stato, instantToRomeWall(row.now).slice(0, 10));
}
