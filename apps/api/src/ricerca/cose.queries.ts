import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { COSE_PER_TIPO, type CoseQuery, type CoseView, type CosaView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { battuto } from '../platform/database/battuto.js';
import { iso } from '../platform/http/json-view.js';
import { Kinds } from '../platform/procedura/kinds.js';
import { cercata } from '../platform/tabelle/tabella.js';

/**
 * Things by what they are called, for who works with them: every kind that has a name and a page, drafts included, as far as the reader may see them.
 * A new kind is found without a line here.
 */
@Injectable()
export class CoseQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(Kinds) private readonly kinds: Kinds,
  ) {}

  /** The latest of each kind whose title, or code, has all of these words: one query. */
  async cerca(ctx: RequestContext, { q }: CoseQuery): Promise<CoseView> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const parole = q.split(/\s+/).flatMap(parola => cercata(parola) ?? []);
    const tutte = parole
      .map(parola => `${battuto(`concat_ws(' ', q.titolo, q.riferimento)`)} ILIKE ${battuto(`$${args.push(parola)}`)}`)
      .join(' AND ');
    const tipi = this.kinds.all.flatMap(({ kind }) => {
      const nome = this.kinds.nameIfAny(kind);
      return nome === undefined ? [] : [[kind, nome({ actor: ctx.actor, ambitoId, args })] as const];
    });
    const items = await this.db.query<CosaView[]>(
      tipi
        .map(
          ([
            kind,
            righe,
          ]) => `(SELECT '${kind}' AS tipo, q.id, q.titolo, q.riferimento, coalesce(q.area, q.pubblico) AS percorso, ${iso('q.at')} AS quando FROM (${righe}) q
          WHERE q.ambito_id = $1 AND coalesce(q.area, q.pubblico) IS NOT NULL AND ${tutte} ORDER BY q.at DESC NULLS FIRST, q.id LIMIT ${COSE_PER_TIPO})`,
        )
        .join(' UNION ALL '),
      args,
    );
    return { items };
  }
}
