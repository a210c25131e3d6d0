import { Injectable } from '@nestjs/common';
import type { ContributoGestioneView, DecisioneRiesame, StatoContributo } from '@tavoli/shared';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { annunciContributo } from '../contributo/annunci.js';
import { leggiPerEmail } from '../contributo/contributi.emails.data.js';
import { emailRiesameDeciso } from '../contributo/contributi.emails.js';
import { GestioneQueries } from '../letture/gestione.queries.js';
import { orologiPer } from '../contributo/orologi.js';
import { scriviPasso } from '../contributo/passi.js';

/** What the coordinatore decides of a review that the author asked for. */
@Injectable()
export class RiesameService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: GestioneQueries,
  ) {}

  /** Opens it again (what was refused goes back to the queue, what was answered is examined anew) or leaves it as it is. @throws ProblemError `contributo.riesame_deciso`, 412 */
  async decidi(ctx: RequestContext, decisione: DecisioneRiesame, motivazione: string): Promise<ContributoGestioneView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const [row] = await tx.db.query<{ stato: StatoContributo; version: number; aperto: boolean }[]>(
        'SELECT stato, version, riesame_chiesto_at IS NOT NULL AND riesame_decisione IS NULL AND svuotato_at IS NULL AS aperto FROM contributo WHERE ambito_id = $1 AND id = $2 FOR UPDATE',
        [ambitoId, id],
      );
      if (row?.version !== ctx.ifMatch) throw new ProblemError('versione.superata', { version: row?.version });
      if (!row.aperto) throw new ProblemError('contributo.riesame_deciso');
      const stato = decisione === 'conferma' ? row.stato : row.stato === 'respinto' ? 'in_moderazione' : 'in_esame';
      const orologi = decisione === 'conferma' ? [] : Object.entries(await orologiPer(tx.db, ambitoId, stato));
      await tx.db.query(
        `UPDATE contributo SET stato = $3, riesame_decisione = $4, riesame_risposta = $5, version = version + 1${orologi.map(([column], i) => `, ${column} = $${i + 6}`).join('')} WHERE ambito_id = $1 AND id = $2`,
        [ambitoId, id, stato, decisione, motivazione, ...orologi.map(([, value]) => value)],
      );
      await scriviPasso(tx.db, ambitoId, id, { tipo: decisione === 'riapri' ? 'riesame_riaperto' : 'riesame_confermato', motivazione });
      tx.registra(`contributo.riesame_${decisione}`, 'contributo', id, { motivazione });
      tx.email(...emailRiesameDeciso(await leggiPerEmail(tx.db, ambitoId, id), decisione, motivazione));
      tx.annuncia(...annunciContributo(placeOf(ctx), id));
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }
}
