import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { slugify, type NuovoTavoloInput, type TavoloInput, type TavoloView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { edit } from '../platform/procedura/hold.js';
import { fieldProblem } from '../platform/problem/problem.error.js';
import { TAVOLO_KIND } from './tavolo.kind.js';
import { TavoliQueries } from './tavoli.queries.js';

/** Commands on tavoli. */
@Injectable()
export class TavoliService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: TavoliQueries,
  ) {}

  /** A tavolo of the latest Piano. Its address is made from its name and never changes. @throws ProblemError `tavolo.codice_in_uso` */
  async crea(ctx: RequestContext, input: NuovoTavoloInput): Promise<TavoloView> {
    const { ambitoId, ambitoSlug } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const id = randomUUID();
      await tx.db
        .query(
          `INSERT INTO tavolo (ambito_id, id, piano_id, slug, codice, nome, scopo)
           SELECT $1, $2, p.id, $3, $4, $5, $6 FROM piano_di_zona p WHERE p.ambito_id = $1 ORDER BY p.dal DESC LIMIT 1`,
          [ambitoId, id, `${slugify(input.nome).slice(0, 60)}-${input.codice.toLowerCase()}`, input.codice, input.nome, input.scopo],
        )
        .catch(uniqueViolation(['tavolo_ambito_id_piano_id_codice_key', 'tavolo_ambito_id_slug_key'], 'tavolo.codice_in_uso'));
      await setAree(tx.db, ambitoId, id, input.aree);
      tx.registra('tavolo.crea', 'tavolo', id);
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return this.queries.unoIn(tx.db, ambitoId, id);
    });
  }

  /** @throws ProblemError `versione.superata` */
  async modifica(ctx: RequestContext, input: TavoloInput): Promise<TavoloView> {
    const { ambitoId, ambitoSlug, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await edit(tx, ctx, TAVOLO_KIND, { set: { nome: input.nome, scopo: input.scopo } });
      await setAree(tx.db, ambitoId, id, input.aree);
      tx.registra('tavolo.modifica', 'tavolo', id);
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return this.queries.unoIn(tx.db, ambitoId, id);
    });
  }
}

async function setAree(db: EntityManager, ambitoId: string, tavoloId: string, aree: readonly string[]): Promise<void> {
  await db.query('DELETE FROM tavolo_area WHERE ambito_id = $1 AND tavolo_id = $2', [ambitoId, tavoloId]);
  const rows = await db.query<unknown[]>(
    'INSERT INTO tavolo_area (ambito_id, tavolo_id, area_id) SELECT ambito_id, $2, id FROM area_tematica WHERE ambito_id = $1 AND id = ANY($3::uuid[]) RETURNING area_id',
    [ambitoId, tavoloId, aree],
  );
  if (rows.length !== new Set(aree).size) throw fieldProblem('richiesta.non_valida', '/aree', 'Scegli le aree tra quelle dell’ambito.');
}
