import { Injectable } from '@nestjs/common';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { EmailQueries } from '../platform/email/email-queries.js';

@Injectable()
export class MessaggiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: EmailQueries,
  ) {}

  /** Sends again what was refused or given up. @throws ProblemError `email.stato` */
  async rinvia(ctx: RequestContext): Promise<void> {
    const { ambitoId, id } = placeOf(ctx);
    await this.commands.run(ctx, ambitoId, async tx => {
      await this.queries.resend(tx.db, ambitoId, id);
      tx.registra('email.rispedisci', 'email', id);
      return null;
    });
  }
}
