import { Injectable } from '@nestjs/common';
import { formatDataOra, INCONTRI_PREPARABILI, type SollecitoConsensiView } from '@tavoli/shared';
import { leggiSenzaConsenso } from '../incontri/incontro/esclusi.js';
import { tavoliDi } from '../incontri/incontro/tavoli-di.js';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { leggiTuttePerEmail } from '../designazioni/designazioni.emails.data.js';
import { emailSollecitoConsenso } from './solleciti-consenso.emails.js';

/** Who convenes an incontro asks the enti that would be left out for the consent of the people they named, all of them at once. */
@Injectable()
export class SollecitiConsensoService {
  constructor(private readonly commands: Commands) {}

  /** Those of the tavoli that the caller leads. @throws ProblemError `sollecito.non_serve` where none waits for a consent */
  async manda(ctx: RequestContext): Promise<SollecitoConsensiView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const attese = await leggiSenzaConsenso(tx.db, ambitoId, id, tavoliDi(ctx.actor, ambitoId));
      const [incontro] = await tx.db.query<{ titolo: string; inizioAt: Date; now: Date }[]>(
        `SELECT titolo, inizio_at AS "inizioAt", now() AS now FROM incontro WHERE ambito_id = $1 AND id = $2 AND stato IN ${fra(INCONTRI_PREPARABILI)}`,
        [ambitoId, id],
      );
      if (attese.length === 0 || incontro === undefined) throw new ProblemError('sollecito.non_serve');
      const quale = `«${incontro.titolo}», ${formatDataOra(incontro.inizioAt)}`;
      const designazioni = await leggiTuttePerEmail(tx.db, ambitoId, attese);
      tx.email(...designazioni.flatMap(d => emailSollecitoConsenso(d, quale, incontro.now)));
      tx.registra('incontro.sollecita_consensi', 'incontro', id, { enti: designazioni.length });
      return { enti: designazioni.length };
    });
  }
}
