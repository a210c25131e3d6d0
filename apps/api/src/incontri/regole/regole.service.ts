import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { RegoleTavolo, RegoleTavoloView } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { edit } from '../../platform/procedura/hold.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { regoleTavolo } from '../../posti/regole.sql.js';
import { TAVOLO_KIND } from '../../tavoli/tavolo.kind.js';
import { regoleDi } from './regole.js';

/** The rules of a tavolo about its incontri. They hold from the next act: what was convened stays as it was. */
@Injectable()
export class RegoleService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
  ) {}

  vedi(ctx: RequestContext): Promise<RegoleTavoloView> {
    return leggi(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  /** @throws ProblemError `versione.superata` */
  async regola(ctx: RequestContext, input: RegoleTavolo): Promise<RegoleTavoloView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await edit(tx, ctx, TAVOLO_KIND, { set: { regole: JSON.stringify(input) } });
      tx.registra('tavolo.regola', 'tavolo', id, { regole: input });
      return leggi(tx.db, ambitoId, id);
    });
  }
}

async function leggi(db: EntityManager, ambitoId: string, id: string): Promise<RegoleTavoloView> {
  const [row] = await db.query<{ regole: Partial<RegoleTavolo> | null; version: number }[]>(
    `SELECT ${regoleTavolo('t')} AS regole, version FROM tavolo t WHERE ambito_id = $1 AND id = $2`,
    [ambitoId, id],
  );
  if (!row) throw new ProblemError('risorsa.non_trovata');
  return { ...regoleDi(row.regole), version: row.version };
}
