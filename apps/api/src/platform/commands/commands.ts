import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { EmailOutbox } from '../email/email-outbox.js';
import { announce, type BusEvent } from '../realtime/bus.js';
import { appendActs, type Act } from '../registro/registro.js';
import type { EmailDraft } from '../email/email.types.js';
import type { Cambi } from './cambi.js';
import type { RequestContext } from './context.js';
import { faultPoint } from './fault-point.js';
import { replayOrRun } from './idempotency.js';

/** A transaction under way: what a command reads and writes, and what it leaves to be recorded, mailed and announced. */
export class Tx {
  private readonly acts: Act[] = [];
  private readonly emails: EmailDraft[] = [];
  private readonly cambi = new Map<string, Cambi>();
  private readonly events: BusEvent[] = [];

  constructor(
    readonly db: EntityManager,
    readonly ambitoId: string,
    private readonly ctx: RequestContext,
  ) {}

  /** Records an act in the registro of the ambito. The actor's name is added to the details. */
  registra(azione: string, oggettoTipo: string, oggettoId: string, contenuto: Readonly<Record<string, unknown>> = {}): void {
    this.acts.push({ azione, oggettoTipo, oggettoId, contenuto: { attore: this.ctx.actor.nome, ...contenuto } });
  }

  /** What was written of a thing: the register keeps it with the acts on it of this transaction. */
  cambiato(id: string, cambi: Cambi): void {
    this.cambi.set(id, { ...this.cambi.get(id), ...cambi });
  }

  /** An act that says itself how it was needs nothing more. */
  private conCambi(act: Act): Act {
    const cambi = this.cambi.get(act.oggettoId);
    return cambi === undefined || Object.keys(cambi).length === 0 || 'prima' in act.contenuto
      ? act
      : { ...act, contenuto: { ...act.contenuto, cambi } };
  }

  email(...drafts: readonly EmailDraft[]): void {
    this.emails.push(...drafts);
  }

  /** Told to every replica after commit, and only then. */
  annuncia(...events: readonly BusEvent[]): void {
    this.events.push(...events);
  }

  /** Flushes in the order that holds the ambito's lock for the shortest time. */
  async close(outbox: EmailOutbox): Promise<void> {
    await faultPoint('command.before-outbox');
    await outbox.enqueue(this.db, this.emails, this.ctx);
    for (const event of this.events) await announce(this.db, event);
    await faultPoint('command.before-registro');
    await appendActs(
      this.db,
      this.ambitoId,
      this.ctx.actor.id,
      this.acts.map(act => this.conCambi(act)),
    );
    await faultPoint('command.before-commit');
  }
}

/** Ends a transaction that was only to be looked at. */
class Ripensato extends Error {}

/** Runs commands: one command, one transaction, one outbox. */
@Injectable()
export class Commands {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: EmailOutbox,
  ) {}

  /**
   * Runs `work` in one transaction with its registro and outbox rows; where the route is idempotent, a repeated key gets the first answer.
   * @throws ProblemError `idempotenza.in_corso`, `idempotenza.altra_richiesta`, and whatever `work` throws
   */
  async run<T>(ctx: RequestContext, ambitoId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.db.transaction(db =>
      replayOrRun(db, ctx, async () => {
        const tx = new Tx(db, ambitoId, ctx);
        const value = await work(tx);
        await tx.close(this.outbox);
        return value;
      }),
    );
    await faultPoint('command.after-commit');
    return result;
  }

  /** Lets `work` write in a transaction that is always thrown away: it leaves no act, no mail, no news. */
  async prova(work: (db: EntityManager) => Promise<unknown>): Promise<void> {
    await this.db
      .transaction(async db => {
        await work(db);
        throw new Ripensato();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Ripensato)) throw error;
      });
  }
}
