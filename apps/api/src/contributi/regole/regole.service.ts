import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { RegoleContributi, RegoleContributiView, TempiContributi, TempiContributiView } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { edit, superata } from '../../platform/procedura/hold.js';
import { TAVOLO_KIND } from '../../tavoli/tavolo.kind.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { leggiTempi, regoleContributi } from './regole.js';

/** The rules about contributi. They hold from the next act: clocks that already run keep their dates. */
@Injectable()
export class RegoleContributiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
  ) {}

  regole(ctx: RequestContext): Promise<RegoleContributiView> {
    return leggiRegole(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  /** @throws ProblemError `versione.superata` */
  async regola(ctx: RequestContext, input: RegoleContributi): Promise<RegoleContributiView> {
    const { ambitoId, ambitoSlug, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await edit(tx, ctx, TAVOLO_KIND, { set: { contributi: JSON.stringify(input) } });
      tx.registra('tavolo.regola_contributi', 'tavolo', id, { regole: input });
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return leggiRegole(tx.db, ambitoId, id);
    });
  }

  tempi(ctx: RequestContext): Promise<TempiContributiView> {
    return leggiTempi(this.db.manager, placeOf(ctx).ambitoId);
  }

  /** @throws ProblemError `versione.superata` */
  async regolaTempi(ctx: RequestContext, input: TempiContributi): Promise<TempiContributiView> {
    const { ambitoId, ambitoSlug } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const rows = await tx.db.query<unknown[]>(
        `INSERT INTO contributi_tempi AS x (ambito_id, tempi) SELECT $1, $2 WHERE $3::int = 0 OR EXISTS (SELECT 1 FROM contributi_tempi WHERE ambito_id = $1)
         ON CONFLICT (ambito_id) DO UPDATE SET tempi = excluded.tempi, version = x.version + 1 WHERE x.version = $3 RETURNING version`,
        [ambitoId, JSON.stringify(input), ctx.ifMatch],
      );
      const now = await leggiTempi(tx.db, ambitoId);
      if (rows.length === 0) throw superata(now.version);
      tx.registra('ambito.regola_contributi', 'ambito', ambitoId, { tempi: input });
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return now;
    });
  }
}

async function leggiRegole(db: EntityManager, ambitoId: string, id: string): Promise<RegoleContributiView> {
  const [row] = await db.query<{ contributi: Partial<RegoleContributi> | null; version: number }[]>(
    'SELECT contributi, version FROM tavolo WHERE ambito_id = $1 AND id = $2',
    [ambitoId, id],
  );
  if (!row) throw new ProblemError('risorsa.non_trovata');
  return { ...regoleContributi(row.contributi), version: row.version };
}
