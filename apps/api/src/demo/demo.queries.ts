import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DemoMessaggioRigaView, DemoMessaggioView, DemoPersonaView, Pagina } from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { contextOf } from '../platform/access/request-context.js';
import { openSession } from '../accounts/account/open-session.js';
import { sessionCookie } from '../platform/access/session-cookie.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { EmailQueries } from '../platform/email/email-queries.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { intera } from '../platform/http/intera.js';
import { PERSONE } from './mondo/demo-persone.data.js';

const MAILS = 100;

/** What the demo pages show. */
@Injectable()
export class DemoQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly emails: EmailQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The invented people, in the order of the story; whoever registered meanwhile comes last. */
  async persone(): Promise<Pagina<DemoPersonaView>> {
    const accounts = await this.db.query<{ id: string; nome: string; cognome: string; email: string }[]>(
      'SELECT id, nome, cognome, email FROM account WHERE email_confermata_at IS NOT NULL ORDER BY creato_at, email',
    );
    const place = new Map(PERSONE.map((p, i) => [`${p.nome}.${p.cognome}@demo.invalid`.toLowerCase(), i]));
    const items = accounts
      .map(a => ({ ...a, chi: PERSONE[place.get(a.email) ?? -1]?.chi ?? 'Account registrato in questa dimostrazione.' }))
      .sort((a, b) => (place.get(a.email) ?? 1000) - (place.get(b.email) ?? 1000));
    return intera(items);
  }

  /** Signs the browser in as this person. @throws ProblemError 404 */
  async accedi(accountId: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const [account] = await this.db.query<unknown[]>('SELECT 1 FROM account WHERE id = $1', [accountId]);
    if (!account) throw new ProblemError('risorsa.non_trovata');
    const before = contextOf(request).sessioneId;
    if (before !== null) await this.db.query('DELETE FROM sessione WHERE id = $1', [before]);
    const token = await openSession(this.db.manager, accountId, request.headers['user-agent']);
    void reply.header('Set-Cookie', sessionCookie(this.config, token));
  }

  /** The latest mails "sent", to this address if one is given. */
  async posta(per: string | undefined): Promise<Pagina<DemoMessaggioRigaView>> {
    return { items: await this.emails.demoMailbox(MAILS, per), limit: MAILS, nextCursor: null };
  }

  messaggio(id: string): Promise<DemoMessaggioView> {
    return this.emails.demoMessage(id);
  }
}
