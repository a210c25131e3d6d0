import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { RequestContext } from '../platform/commands/context.js';
import { iso } from '../platform/http/json-view.js';
import { hashSecret, newSecret } from '../platform/tokens/secret.js';

/** The secret address (256 bits) under which one's own calendar can be read without signing in. */
@Injectable()
export class CalendarioPrivato {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async stato(ctx: RequestContext): Promise<{ attivo: boolean; creatoAt: string | null }> {
    const [row] = await this.db.query<{ creatoAt: string }[]>(
      `SELECT ${iso('creato_at')} AS "creatoAt" FROM calendario_privato WHERE account_id = $1`,
      [ctx.actor.id],
    );
    return { attivo: row !== undefined, creatoAt: row?.creatoAt ?? null };
  }

  /** A new address; the one before answers no more. It is shown this once: only its hash is kept. */
  async rigenera(ctx: RequestContext): Promise<{ percorso: string }> {
    const secret = newSecret();
    await this.db.query(
      `INSERT INTO calendario_privato (account_id, segreto_hash) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE SET segreto_hash = excluded.segreto_hash, creato_at = now()`,
      [ctx.actor.id, hashSecret(secret)],
    );
    return { percorso: `/cal/p/${secret}.ics` };
  }

  async spegni(ctx: RequestContext): Promise<void> {
    await this.db.query('DELETE FROM calendario_privato WHERE account_id = $1', [ctx.actor.id]);
  }
}
