import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { EMAIL_NON_CONSEGNATE, type DemoMessaggioRigaView, type DemoMessaggioView, type EmailStatoView, type Pagina } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { fra } from '../database/fra.js';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import { iso } from '../http/json-view.js';
import { ProblemError } from '../problem/problem.error.js';
import { announce } from '../realtime/bus.js';
import { EMAIL_STATO, riguarda } from './ledger.sql.js';

export interface EmailElencoQuery {
  /** Only mails about these tavoli; all of the ambito when missing. */
  readonly tavoloIds?: readonly string[];
  readonly stato?: EmailStatoView['stato'];
  readonly cursor?: string;
  /** 1 to 100. */
  readonly limit: number;
}

const LIST = `
  SELECT ${EMAIL_STATO} AS view, m.id, m.creata_at::text AS at FROM email m
  WHERE m.ambito_id = $1 AND ($2::uuid[] IS NULL OR m.tavolo_id = ANY($2)) AND ($3::text IS NULL OR m.stato = $3)
    AND ($4::timestamptz IS NULL OR (m.creata_at, m.id) < ($4, $5::uuid))
  ORDER BY m.creata_at DESC, m.id DESC LIMIT $6`;

const DEMO_RIGA = `id, a_nome AS nome, a_indirizzo AS indirizzo, subject AS oggetto, ${iso('creata_at')} AS at`;

/** The delivery ledger, as staff see it, and the mailbox of the demo. Who may ask is decided before. */
@Injectable()
export class EmailQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The mails about one thing, latest first. */
  async byObject(ambitoId: string, objectId: string): Promise<EmailStatoView[]> {
    const rows = await this.db.query<{ view: EmailStatoView }[]>(
      `SELECT ${EMAIL_STATO} AS view FROM email m WHERE m.ambito_id = $1 AND ${riguarda('$2::uuid')} ORDER BY m.creata_at DESC, m.id DESC`,
      [ambitoId, objectId],
    );
    return rows.map(row => row.view);
  }

  /** One page of the ledger of an ambito, latest first. @throws ProblemError 400 on a cursor that is not ours */
  async list(ambitoId: string, query: EmailElencoQuery): Promise<Pagina<EmailStatoView>> {
    const after = decodeCursor(query.cursor);
    const args = [ambitoId, query.tavoloIds ?? null, query.stato ?? null, after?.at ?? null, after?.id ?? null, query.limit + 1];
    const rows = await this.db.query<{ view: EmailStatoView; id: string; at: string }[]>(LIST, args);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: page.map(row => row.view),
      limit: query.limit,
      nextCursor: rows.length > query.limit && last ? encodeCursor(last) : null,
    };
  }

  /**
   * Puts a mail that was refused or given up back in the queue, in the caller's transaction: the schedule starts anew, the attempts made
   * go on counting, the last words of the server stay until there are others.
   * @throws ProblemError `email.stato` when it is waiting already, or was delivered
   */
  async resend(manager: EntityManager, ambitoId: string, id: string): Promise<void> {
    const [, count] = await manager.query<[unknown[], number]>(
      `UPDATE email SET stato = 'in_coda', in_coda_dal = now(), prossimo_tentativo_at = now(), tentativi_prima = tentativi
       WHERE ambito_id = $1 AND id = $2 AND stato IN ${fra(EMAIL_NON_CONSEGNATE)}`,
      [ambitoId, id],
    );
    if (count === 0) throw new ProblemError('email.stato');
    await announce(manager, { t: 'email' });
  }

  /** Only for the demo: the latest mails of everybody. */
  demoMailbox(limit: number, per: string | undefined): Promise<DemoMessaggioRigaView[]> {
    return this.db.query<DemoMessaggioRigaView[]>(
      `SELECT ${DEMO_RIGA} FROM email WHERE $2::text IS NULL OR strpos(lower(a_indirizzo), lower($2)) > 0 ORDER BY creata_at DESC, id DESC LIMIT $1`,
      [limit, per ?? null],
    );
  }

  /** Only for the demo: one mail, as it would have left. @throws ProblemError 404 */
  async demoMessage(id: string): Promise<DemoMessaggioView> {
    const [row] = await this.db.query<DemoMessaggioView[]>(`SELECT ${DEMO_RIGA}, testo, html, files, calendario FROM email WHERE id = $1`, [
      id,
    ]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return row;
  }
}
