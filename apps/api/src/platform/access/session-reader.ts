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

/** One query: the session, its account and every relation held now. A revoked role is gone at the next request; one that is not declared is none. */
const SQL = `
  SELECT s.id AS "sessioneId", extract(epoch FROM now() - s.vista_at)::float8 / 3600 AS "oreFerma", a.id, a.nome || ' ' || a.cognome AS nome, a.amministratore,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ruolo', i.ruolo, 'ambitoId', i.ambito_id, 'tavoloId', i.tavolo_id)), '[]')
       FROM incarico i WHERE i.account_id = a.id AND i.al IS NULL) AS incarichi,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ambitoId', o.ambito_id, 'enteId', o.ente_id)), '[]')
       FROM operatore o WHERE o.account_id = a.id AND o.al IS NULL) AS enti,
    (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('ambitoId', m.ambito_id, 'tavoloId', m.tavolo_id)), '[]')
       FROM rappresentante r JOIN mandato m ON m.ambito_id = r.ambito_id AND m.rappresentante_id = r.id AND m.al IS NULL
       WHERE r.email = a.email AND a.email_confermata_at IS NOT NULL) AS tavoli
  FROM sessione s JOIN account a ON a.id = s.account_id
  WHERE s.token_hash = $1 AND s.scade_at > now()`;

@Injectable()
export class SessionReader {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Who the cookie belongs to; the public when there is none, or when it has ended. */
  async read(cookieHeader: string | undefined): Promise<ReadSession> {
    const token = cookieValue(cookieHeader, cookieName(this.config));
    if (token === null) return NOBODY;
    const [row] = await this.db.query<(Actor & { sessioneId: string; oreFerma: number })[]>(SQL, [hashSecret(token)]);
    if (!row) return NOBODY;
    const { sessioneId, oreFerma, ...held } = row;
    const actor: Actor = { ...held, incarichi: held.incarichi.filter(i => eIncarico(i.ruolo)) };
    return oreFerma > oreInattive(actor) ? { ...NOBODY, inattiva: true } : { actor, sessioneId, inattiva: false };
  }
}
