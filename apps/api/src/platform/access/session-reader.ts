import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { eIncarico, oreInattive, PUBBLICO, type Actor } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { hashSecret } from '../tokens/secret.js';
import { cookieName, cookieValue } from './session-cookie.js';

export interface ReadSession {
  readonly actor: Actor;
  readonly sessioneId: string | null;
  /** The session was good but long unused: it is over, and its holder is told why. */
  readonly inattiva: boolean;
}

const NOBODY: ReadSession = { actor: PUBBLICO, sessioneId: null, inattiva: false };

/** Injection token: the one query of a session by the hash of its secret, $1, with its account and every relation held now (`ReadSession` and what it is made of). */
export const SESSION_SQL = Symbol('SESSION_SQL');

@Injectable()
export class SessionReader {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SESSION_SQL) private readonly sql: string,
  ) {}

  /** Who the cookie belongs to; the public when there is none, or when it has ended. */
  async read(cookieHeader: string | undefined): Promise<ReadSession> {
    const token = cookieValue(cookieHeader, cookieName(this.config));
    if (token === null) return NOBODY;
    const [row] = await this.db.query<(Actor & { sessioneId: string; oreFerma: number })[]>(this.sql, [hashSecret(token)]);
    if (!row) return NOBODY;
    const { sessioneId, oreFerma, ...held } = row;
    // A role that is not declared is none.
    const actor: Actor = { ...held, incarichi: held.incarichi.filter(i => eIncarico(i.ruolo)) };
    return oreFerma > oreInattive(actor) ? { ...NOBODY, inattiva: true } : { actor, sessioneId, inattiva: false };
  }
}
