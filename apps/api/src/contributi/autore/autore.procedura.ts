import {
  AUTORE,
  type AutoreAzioneInput,
  type AzioneAutore,
  type RegoleContributi,
  type RipresentaInput,
  type StatoContributo,
  type TestiContributo,
} from '@tavoli/shared';
import type { Tx } from '../../platform/commands/commands.js';
import type { ResolvedPlace } from '../../platform/commands/context.js';
import { fieldProblem } from '../../platform/problem/problem.error.js';
import type { Held } from '../../platform/procedura/hold.js';
import { stepsOf, type Procedura } from '../../platform/procedura/procedura.js';
import { ritiraNotizie } from '../../seguiti/avvisa.js';
import { leggiPerEmail } from '../contributo/contributi.emails.data.js';
import { emailRipresentato, emailRitirato } from '../contributo/contributi.emails.js';
import { CONTRIBUTO_KIND } from '../contributo/contributo.kind.js';
import { testiDi } from '../contributo/nascita.js';
import { orologiPer } from '../contributo/orologi.js';
import { scriviPasso } from '../contributo/passi.js';
import { regoleContributi } from '../regole/regole.js';
import { sciogli } from '../contributo/unione.js';

type Preso = Held<StatoContributo>;
/** Asking for a review moves nothing (`riesame.service.ts`). */
export type PassoAutore = Exclude<AzioneAutore, 'chiedi_riesame'>;

const passo = stepsOf<Preso, AutoreAzioneInput>();

/** What its author does with a contributo, from the link or signed in. The register names nobody who came by a link. */
export const autoreProcedura: Procedura<StatoContributo, PassoAutore, Preso, AutoreAzioneInput> = {
  kind: CONTRIBUTO_KIND,
  family: 'autore',
  transitions: AUTORE,
  common: { sets: ({ tx }, azione) => orologiPer(tx.db, tx.ambitoId, AUTORE[azione].to) },
  steps: {
    /** The new words in the place of the old ones, which are kept. @throws ProblemError 400 on `/testi` */
    ripresenta: passo({
      demands: ({ tx, place, input }) => nuoviTesti(tx, place, input.testi),
      sets: ({ found }) => ({ testi: JSON.stringify(found), motivazione: null }),
      effects: ({ tx, place }) => scriviPasso(tx.db, tx.ambitoId, place.id, { tipo: 'ripresentato' }),
      mails: async ({ tx, place }) => emailRipresentato(await leggiPerEmail(tx.db, tx.ambitoId, place.id)),
    }),

    /** The mail tells what it was. */
    ritira: passo({
      demands: ({ tx, place }) => leggiPerEmail(tx.db, tx.ambitoId, place.id),
      async effects({ tx, place }) {
        await sciogli(tx, place.id);
        await scriviPasso(tx.db, tx.ambitoId, place.id, { tipo: 'ritirato' });
        await ritiraNotizie(tx.db, tx.ambitoId, 'contributo', place.id);
      },
      mails: ({ found }) => emailRitirato(found),
    }),
  },
};

async function nuoviTesti(tx: Tx, { id, tavoloId }: ResolvedPlace, testi: RipresentaInput | undefined): Promise<TestiContributo> {
  if (testi === undefined) throw fieldProblem('richiesta.non_valida', '/testi', 'Scrivi il testo corretto.');
  await tx.db.query(
    `INSERT INTO contributo_precedente (ambito_id, contributo_id, testi) SELECT ambito_id, id, testi FROM contributo WHERE ambito_id = $1 AND id = $2`,
    [tx.ambitoId, id],
  );
  const [tavolo] = await tx.db.query<{ contributi: Partial<RegoleContributi> | null }[]>(
    'SELECT contributi FROM tavolo WHERE ambito_id = $1 AND id = $2',
    [tx.ambitoId, tavoloId],
  );
  return testiDi(testi, regoleContributi(tavolo?.contributi));
}
