import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AVVISO, type AvvisoAzioneInput, type AvvisoInput, type AvvisoView, type AzioneAvviso } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { demandMotivazione, transition } from '../platform/commands/transition.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { emailProroga } from './avvisi.emails.js';
import { Avviso, AvvisoProroga } from './avviso.entity.js';
import { AvvisiQueries } from './avvisi.queries.js';

/** Commands on avvisi. */
@Injectable()
export class AvvisiService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: AvvisiQueries,
  ) {}

  async crea(ctx: RequestContext, { tavoli, ...input }: AvvisoInput): Promise<AvvisoView> {
    const { ambitoId } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      const id = randomUUID();
      await tx.db.insert(Avviso, { ...input, ...window(input), ambitoId, id, stato: 'bozza', version: 1 });
      await setTavoli(tx.db, ambitoId, id, tavoli);
      tx.registra('avviso.crea', 'avviso', id);
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** Rewrites a draft. @throws ProblemError `avviso.stato`, `versione.superata` */
  async modifica(ctx: RequestContext, { tavoli, ...input }: AvvisoInput): Promise<AvvisoView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await lockDraft(tx, ctx);
      await tx.db.update(Avviso, { ambitoId, id }, { ...input, ...window(input) });
      await setTavoli(tx.db, ambitoId, id, tavoli);
      tx.registra('avviso.modifica', 'avviso', id);
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** Deletes a draft; what was published is never deleted. */
  async elimina(ctx: RequestContext): Promise<void> {
    const { ambitoId, id } = placeOf(ctx);
    await this.commands.run(ctx, ambitoId, async tx => {
      await lockDraft(tx, ctx);
      await tx.db.delete(Avviso, { ambitoId, id });
      tx.registra('avviso.elimina', 'avviso', id);
      return null;
    });
  }

  /** A step of the procedure. @throws ProblemError 400, 409, 412, `avviso.chiusura_passata`, `avviso.proroga_indietro` */
  async esegui(ctx: RequestContext, azione: AzioneAvviso, input: AvvisoAzioneInput): Promise<AvvisoView> {
    const { ambitoId, ambitoSlug, id } = placeOf(ctx);
    const motivazione = demandMotivazione(AVVISO, azione, input.motivazione);
    return this.commands.run(ctx, ambitoId, async tx => {
      const set = await this.prepare(tx, ctx, azione, input);
      // The reason of a proroga stands with the proroga; the avviso keeps only the reason it was annulled for.
      await transition(tx, ctx, {
        table: 'avviso',
        transitions: AVVISO,
        azione,
        motivazione: azione === 'annulla' ? motivazione : null,
        set,
      });
      tx.registra(`avviso.${azione}`, 'avviso', id, {
        ...(motivazione === null ? {} : { motivazione }),
        ...(input.chiudeAt ? { chiudeAt: input.chiudeAt } : {}),
      });
      if (azione !== 'pubblica') tx.email(...(await emailProroga(tx.db, ambitoId, id, azione, motivazione ?? '')));
      const event = { tipo: 'avviso' as const, id, ambitoId };
      tx.annuncia({ t: 'live', ambitoId, rooms: [`ambito:${ambitoId}`], event }, { t: 'pagine', ambitoSlug });
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  private async prepare(tx: Tx, ctx: RequestContext, azione: AzioneAvviso, input: AvvisoAzioneInput): Promise<Record<string, unknown>> {
    const { ambitoId, id } = placeOf(ctx);
    const [row] = await tx.db.query<{ chiudeAt: Date; now: Date; version: number }[]>(
      'SELECT chiude_at AS "chiudeAt", clock_timestamp() AS now, version FROM avviso WHERE ambito_id = $1 AND id = $2 FOR UPDATE',
      [ambitoId, id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    // Said before anything else: what follows would judge dates that the actor has not seen.
    if (row.version !== ctx.ifMatch) throw new ProblemError('versione.superata', { version: row.version });
    if (azione === 'pubblica') {
      if (row.chiudeAt <= row.now) throw fieldProblem('avviso.chiusura_passata', '/chiudeAt');
      return { pubblicato_at: row.now };
    }
    if (azione !== 'proroga') return {};
    return { chiude_at: await this.recordProroga(tx, ctx, row, input) };
  }

  private async recordProroga(tx: Tx, ctx: RequestContext, row: { chiudeAt: Date; now: Date }, input: AvvisoAzioneInput): Promise<Date> {
    const { ambitoId, id } = placeOf(ctx);
    if (input.chiudeAt === undefined) throw fieldProblem('richiesta.non_valida', '/chiudeAt', 'Indica la nuova chiusura.');
    const a = new Date(input.chiudeAt);
    if (a <= row.chiudeAt) throw fieldProblem('avviso.proroga_indietro', '/chiudeAt');
    if (a <= row.now) throw fieldProblem('avviso.chiusura_passata', '/chiudeAt');
    await tx.db.insert(AvvisoProroga, { ambitoId, avvisoId: id, da: row.chiudeAt, a, motivazione: input.motivazione ?? '' });
    return a;
  }
}

const window = (input: { apreAt: string; chiudeAt: string }) => ({ apreAt: new Date(input.apreAt), chiudeAt: new Date(input.chiudeAt) });

function lockDraft(tx: Tx, ctx: RequestContext): Promise<number> {
  return transition(tx, ctx, {
    table: 'avviso',
    transitions: { salva: { from: ['bozza'], to: 'bozza' } },
    azione: 'salva',
    motivazione: null,
  });
}

async function setTavoli(db: EntityManager, ambitoId: string, avvisoId: string, tavoli: readonly string[]): Promise<void> {
  await db.query('DELETE FROM avviso_tavolo WHERE ambito_id = $1 AND avviso_id = $2', [ambitoId, avvisoId]);
  const rows = await db.query<unknown[]>(
    'INSERT INTO avviso_tavolo (ambito_id, avviso_id, tavolo_id) SELECT ambito_id, $2, id FROM tavolo WHERE ambito_id = $1 AND id = ANY($3::uuid[]) RETURNING tavolo_id',
    [ambitoId, avvisoId, tavoli],
  );
  if (rows.length !== new Set(tavoli).size)
    throw fieldProblem('richiesta.non_valida', '/tavoli', 'Scegli i tavoli tra quelli dell’ambito.');
}
