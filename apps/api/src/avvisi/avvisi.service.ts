import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IN_BOZZA, type AvvisoAzioneInput, type AvvisoInput, type AvvisoView, type AzioneAvviso } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { edit, remove } from '../platform/procedura/hold.js';
import { Steps } from '../platform/procedura/steps.js';
import { columns, insert } from '../platform/database/rows.js';
import { fieldProblem } from '../platform/problem/problem.error.js';
import { AVVISO_KIND } from './avviso.kind.js';
import { avvisoProcedura } from './avviso.procedura.js';
import { AvvisiQueries } from './avvisi.queries.js';

/** Commands on avvisi. */
@Injectable()
export class AvvisiService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: AvvisiQueries,
  ) {}

  async crea(ctx: RequestContext, { tavoli, ...input }: AvvisoInput): Promise<AvvisoView> {
    const { ambitoId } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const id = randomUUID();
      await insert(tx.db, 'avviso', { ...scritto(input), ambitoId, id, stato: 'bozza' });
      await setTavoli(tx.db, ambitoId, id, tavoli);
      tx.registra('avviso.crea', 'avviso', id);
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** Rewrites a draft. @throws ProblemError `avviso.stato`, `versione.superata` */
  async modifica(ctx: RequestContext, { tavoli, ...input }: AvvisoInput): Promise<AvvisoView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await edit(tx, ctx, AVVISO_KIND, { from: IN_BOZZA, set: columns(scritto(input)) });
      await setTavoli(tx.db, ambitoId, id, tavoli);
      tx.registra('avviso.modifica', 'avviso', id);
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** Deletes a draft; what was published is never deleted. */
  async elimina(ctx: RequestContext): Promise<void> {
    const { ambitoId, id } = placeOf(ctx);
    await this.commands.run(ctx, ambitoId, async tx => {
      await remove(tx, ctx, AVVISO_KIND, { from: IN_BOZZA });
      tx.registra('avviso.elimina', 'avviso', id);
      return null;
    });
  }

  /** A step of the procedure (`avviso.procedura.ts`). @throws ProblemError 400, 409, 412, `avviso.chiusura_passata`, `avviso.proroga_indietro` */
  esegui(ctx: RequestContext, azione: AzioneAvviso, input: AvvisoAzioneInput): Promise<AvvisoView> {
    return this.steps.take(avvisoProcedura, ctx, azione, input, (db, { id }) => this.queries.unoIn(db, ctx, id));
  }
}

/** Lists of objects are JSON documents. */
const scritto = ({ requisiti, dichiarazioni, ...input }: Omit<AvvisoInput, 'tavoli'>) => ({
  ...input,
  requisiti: JSON.stringify(requisiti),
  dichiarazioni: JSON.stringify(dichiarazioni),
});

async function setTavoli(db: EntityManager, ambitoId: string, avvisoId: string, tavoli: readonly string[]): Promise<void> {
  await db.query('DELETE FROM avviso_tavolo WHERE ambito_id = $1 AND avviso_id = $2', [ambitoId, avvisoId]);
  const rows = await db.query<unknown[]>(
    'INSERT INTO avviso_tavolo (ambito_id, avviso_id, tavolo_id) SELECT ambito_id, $2, id FROM tavolo WHERE ambito_id = $1 AND id = ANY($3::uuid[]) RETURNING tavolo_id',
    [ambitoId, avvisoId, tavoli],
  );
  if (rows.length !== new Set(tavoli).size)
    throw fieldProblem('richiesta.non_valida', '/tavoli', 'Scegli i tavoli tra quelli dell’ambito.');
}
