import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { type AzioneEnte, type AzioneInput, type EnteDatiInput, type EnteInput, type EnteView, type StatoEnte } from '@tavoli/shared';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { columns, insert } from '../platform/database/rows.js';
import { hold, write } from '../platform/procedura/hold.js';
import { Steps } from '../platform/procedura/steps.js';
import { datiDi, demandAree, demandIdentita, demandNonMio } from './dati.js';
import { ENTE_KIND } from './ente.kind.js';
import { enteProcedura } from './ente.procedura.js';
import { leggiEntePerEmail } from './enti.emails.data.js';
import { emailRegistrato } from './enti.emails.js';
import { EntiQueries } from './enti.queries.js';
import { accountOf, aggiungiOperatore } from './ingresso.js';
import { news } from '../platform/realtime/news.js';

/** Commands on enti. Each is one transaction; the guard has already checked role and visibility. */
@Injectable()
export class EntiService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: EntiQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A new ente of the ambito in the URL, to be verified; who registers it becomes its operatore. Others may wait with the same codice
   * fiscale: the office verifies one of them.
   * @throws ProblemError `ente.duplicato` on `/codiceFiscale`, 400 on `/aree`, 429
   */
  async registra(ctx: RequestContext, input: EnteInput): Promise<EnteView> {
    const place = placeOf(ctx);
    const { ambitoId } = place;
    const { informativaLetta, dichiarazioneRappresentanza, ...dati } = input;
    const id = randomUUID();
    return this.commands.run(ctx, ambitoId, async tx => {
      await demandNonMio(tx.db, ambitoId, accountOf(ctx), dati.codiceFiscale);
      await demandAree(tx.db, ambitoId, dati.aree);
      await insert(tx.db, 'ente', { ...dati, ambitoId, id, stato: 'in_verifica' });
      await aggiungiOperatore(tx, id, accountOf(ctx));
      tx.registra('ente.registra', 'ente', id, { informativaLetta, dichiarazioneRappresentanza });
      tx.email(...emailRegistrato(await leggiEntePerEmail(tx.db, ambitoId, id)));
      tx.annuncia(...news(ENTE_KIND, place, id));
      const actor = { ...ctx.actor, enti: [...ctx.actor.enti, { ambitoId, enteId: id }] };
      return this.queries.unoIn(tx.db, actor, ambitoId, id);
    });
  }

  /**
   * Rewrites the data of an ente. What it was verified by stays as it is from then on.
   * @throws ProblemError `versione.superata`, `ente.identita_bloccata` on the field; 400 on `/aree`
   */
  async modifica(ctx: RequestContext, input: EnteDatiInput): Promise<EnteView> {
    const place = placeOf(ctx);
    const { ambitoId, id } = place;
    return this.commands.run(ctx, ambitoId, async tx => {
      const { stato } = await hold<StatoEnte>(tx, ctx, ENTE_KIND);
      const prima = await datiDi(tx.db, ambitoId, id);
      demandIdentita(stato, prima, input);
      await demandAree(tx.db, ambitoId, input.aree);
      await write(tx, ctx, ENTE_KIND, columns(input));
      tx.registra('ente.modifica', 'ente', id, {
        campi: Object.keys(input).filter(
          campo => !isDeepStrictEqual(input[campo as keyof EnteDatiInput], prima[campo as keyof EnteDatiInput]),
        ),
      });
      tx.annuncia(...news(ENTE_KIND, place, id));
      return this.queries.unoIn(tx.db, ctx.actor, ambitoId, id);
    });
  }

  /** A step of the procedure (`ente.procedura.ts`). @throws ProblemError 400 without a reason where one is due, 409 `ente.stato` and `ente.altro_verificato`, 412 */
  esegui(ctx: RequestContext, azione: AzioneEnte, input: AzioneInput): Promise<EnteView> {
    const own = { origin: this.config.publicOrigin };
    return this.steps.take(
      enteProcedura,
      ctx,
      azione,
      input,
      (db, { id }) => this.queries.unoIn(db, ctx.actor, placeOf(ctx).ambitoId, id),
      own,
    );
  }
}
