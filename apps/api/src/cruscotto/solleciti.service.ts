import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SollecitoInput, SollecitoView } from '@tavoli/shared';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { MancanzeQueries } from './mancanze.queries.js';
import { emailSollecito } from './solleciti.emails.js';

/** Reminders that the cockpit prepares: the words are the sender's, the recipients are always the portal's. */
@Injectable()
export class SollecitiService {
  constructor(
    private readonly commands: Commands,
    private readonly mancanze: MancanzeQueries,
  ) {}

  /** One mail to each who holds the thing. @throws ProblemError `sollecito.non_serve` where it is no longer missing, or nobody can be written to */
  async manda(ctx: RequestContext, input: SollecitoInput): Promise<SollecitoView> {
    const { ambitoId, ambitoSlug } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const trovata = await this.mancanze.una(tx.db, ambitoId, input.tipo, input.oggettoId);
      const id = randomUUID();
      const mails = trovata === null ? [] : emailSollecito(trovata, input, id, ambitoId, ambitoSlug);
      if (mails.length === 0) throw new ProblemError('sollecito.non_serve');
      await tx.db.query(
        'INSERT INTO sollecito (ambito_id, id, tipo, oggetto_id, oggetto, testo, destinatari, da) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [ambitoId, id, input.tipo, input.oggettoId, input.oggetto, input.testo, mails.length, ctx.actor.id],
      );
      tx.email(...mails);
      tx.registra('sollecito.invia', 'sollecito', id, { tipo: input.tipo, oggettoId: input.oggettoId, destinatari: mails.length });
      return { id, destinatari: mails.length };
    });
  }
}
