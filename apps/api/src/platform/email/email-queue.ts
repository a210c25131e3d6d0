import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { OutgoingEmail } from './email-transport.js';

/** A mail taken from the queue. `token` is the fencing token of this attempt: without it nothing can be written about the mail. */
export interface ClaimedEmail extends OutgoingEmail {
  readonly token: string;
  readonly tipo: string;
  /** How many attempts this schedule has had, this one included. */
  readonly attempt: number;
}

/** Nobody touches a mail before this moment: it waits for its next attempt, or somebody is at it. `greatest` ignores a null. */
const FREE_AT = 'greatest(prossimo_tentativo_at, presa_fino_at)';

const CLAIM = `
  WITH due AS (
    SELECT id FROM email WHERE stato = 'in_coda' AND ${FREE_AT} <= now() ORDER BY ${FREE_AT} LIMIT $1 FOR UPDATE SKIP LOCKED
  )
  UPDATE email m SET presa_da = gen_random_uuid(), presa_fino_at = now() + make_interval(secs => $2), tentativi = tentativi + 1
  FROM due WHERE m.id = due.id
  RETURNING m.id, m.presa_da AS token, m.tipo, m.da_nome AS "from", m.rispondi_a AS "replyTo", jsonb_build_object('name', m.a_nome, 'address', m.a_indirizzo) AS "to",
    m.subject, m.testo AS text, m.html, m.files, m.calendario AS calendar, m.filo, m.rinuncia, m.creata_at AS "createdAt", m.tentativi - m.tentativi_prima AS attempt`;

const HELD = `id = $1 AND presa_da = $2 AND stato = 'in_coda'`;
const RELEASE = 'presa_da = NULL, presa_fino_at = NULL';

/** The queue of mails as its workers see it. Every moment is read from the clock of the database, never of this machine. */
@Injectable()
export class EmailQueue {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Takes up to `limit` mails that are due and that no other worker has, for `leaseSeconds`. */
  async claim(limit: number, leaseSeconds: number): Promise<ClaimedEmail[]> {
    const [rows] = await this.db.query<[ClaimedEmail[], number]>(CLAIM, [limit, leaseSeconds]);
    return rows;
  }

  /** Holds on to mails under way. */
  async renew(held: readonly Pick<ClaimedEmail, 'id' | 'token'>[], leaseSeconds: number): Promise<void> {
    if (held.length === 0) return;
    await this.db.query(
      `UPDATE email SET presa_fino_at = now() + make_interval(secs => $3) WHERE id = ANY($1) AND presa_da = ANY($2) AND stato = 'in_coda'`,
      [held.map(h => h.id), held.map(h => h.token), leaseSeconds],
    );
  }

  /** Seconds until the next mail is due; 0 when one is; null when none waits (no row at all: `greatest` would make a 0 of an empty `min`). */
  async nextDueSeconds(): Promise<number | null> {
    const [row] = await this.db.query<{ seconds: number | null }[]>(
      `SELECT extract(epoch FROM greatest(min(${FREE_AT}) - now(), '0'))::float8 AS seconds FROM email WHERE stato = 'in_coda' HAVING count(*) > 0`,
    );
    return row?.seconds ?? null;
  }

  /**
   * The mail was taken. With `blank`, the words of a secret one are forgotten, and of any the address that turns its kind off.
   * @returns false when it is no longer ours: the lease ended and somebody else took it up
   */
  delivered({ id, token }: ClaimedEmail, blank: boolean): Promise<boolean> {
    return this.settle(
      `UPDATE email SET stato = 'inviata', inviata_at = now(), errore = NULL, ${RELEASE},
         testo = CASE WHEN riservata AND $3 THEN '' ELSE testo END, html = CASE WHEN riservata AND $3 THEN '' ELSE html END,
         calendario = CASE WHEN riservata AND $3 THEN NULL ELSE calendario END, rinuncia = CASE WHEN $3 THEN NULL ELSE rinuncia END WHERE ${HELD}`,
      [id, token, blank],
    );
  }

  /** The mail will never be taken, in the server's words. @returns as `delivered` */
  refused({ id, token }: ClaimedEmail, words: string): Promise<boolean> {
    return this.settle(`UPDATE email SET stato = 'rifiutata', errore = $3, ${RELEASE} WHERE ${HELD}`, [id, token, words]);
  }

  /** To be tried again in `minutes`, a last time when `giveUpHours` are over; then given up. @returns as `delivered` */
  postponed({ id, token }: ClaimedEmail, words: string, minutes: number, giveUpHours: number): Promise<boolean> {
    const end = 'in_coda_dal + make_interval(hours => $5)';
    return this.settle(
      `UPDATE email SET stato = CASE WHEN now() >= ${end} THEN 'fallita' ELSE 'in_coda' END, errore = $3,
         prossimo_tentativo_at = least(now() + make_interval(mins => $4), ${end}), ${RELEASE} WHERE ${HELD}`,
      [id, token, words, minutes, giveUpHours],
    );
  }

  /** How the mail server at `host` was found: it takes mails (null), or why it does not. */
  async noteServer(host: string, words: string | null): Promise<void> {
    await this.db.query(
      `INSERT INTO posta (host, riuscita_at, guasta_dal, errore) VALUES ($1, CASE WHEN $2::text IS NULL THEN now() END, CASE WHEN $2::text IS NOT NULL THEN now() END, $2)
       ON CONFLICT (host) DO UPDATE SET vista_at = now(), errore = $2, riuscita_at = CASE WHEN $2::text IS NULL THEN now() ELSE posta.riuscita_at END,
         guasta_dal = CASE WHEN $2::text IS NULL THEN NULL ELSE coalesce(posta.guasta_dal, now()) END`,
      [host, words],
    );
  }

  private async settle(sql: string, args: unknown[]): Promise<boolean> {
    const [, count] = await this.db.query<[unknown[], number]>(sql, args);
    return count === 1;
  }
}
