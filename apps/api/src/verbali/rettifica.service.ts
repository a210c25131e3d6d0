import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RettificaInput, VerbaleView } from '@tavoli/shared';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { VerbaliQueries } from './verbale/verbali.queries.js';
import { news } from '../platform/realtime/news.js';
import { VERBALE_KIND } from './verbale/verbale.kind.js';

/** After publication nothing is changed: a new verbale says what it corrects, lives the same life, and both stay readable. */
@Injectable()
export class RettificaService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: VerbaliQueries,
  ) {}

  /** A draft with the text of the published one. @throws ProblemError `verbale.stato`, `verbale.gia_rettificato` */
  async comincia(ctx: RequestContext, { motivo }: RettificaInput): Promise<VerbaleView> {
    const place = placeOf(ctx);
    const { ambitoId } = place;
    return this.commands.run(ctx, ambitoId, async tx => {
      const [v] = await tx.db.query<{ stato: string }[]>('SELECT stato FROM verbale WHERE ambito_id = $1 AND id = $2 FOR UPDATE', [
        ambitoId,
        place.id,
      ]);
      if (v?.stato !== 'pubblicato') throw new ProblemError('verbale.stato');
      const id = randomUUID();
      await tx.db
        .query(
          `INSERT INTO verbale (ambito_id, id, incontro_id, tavolo_id, stato, rettifica_di, rettifica_motivo, inizio_effettivo_at, fine_effettiva_at) SELECT ambito_id, $3, incontro_id, tavolo_id, 'bozza', id, $4, inizio_effettivo_at, fine_effettiva_at FROM verbale WHERE ambito_id = $1 AND id = $2`,
          [ambitoId, place.id, id, motivo],
        )
        .catch(uniqueViolation('verbale_rettifica', 'verbale.gia_rettificato'));
      await tx.db.query(
        `INSERT INTO verbale_sezione (ambito_id, id, verbale_id, ordine, tipo, punto_id, titolo, documento, decisioni, impegni, quorum)
         SELECT ambito_id, gen_random_uuid(), $3, ordine, tipo, punto_id, titolo, documento, decisioni, impegni, quorum FROM verbale_sezione WHERE ambito_id = $1 AND verbale_id = $2`,
        [ambitoId, place.id, id],
      );
      tx.registra('verbale.rettifica', 'verbale', id, { di: place.id, motivo });
      tx.annuncia(...news(VERBALE_KIND, place, place.id));
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }
}
