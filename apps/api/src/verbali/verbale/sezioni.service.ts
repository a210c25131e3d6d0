import { Injectable } from '@nestjs/common';
import type { Documento, SezioneInput, SezioneView } from '@tavoli/shared';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { demandTurno, prendi, rilascia, tenutaDaAltri, type Parti } from '../../platform/commands/parti.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { announce } from '../../platform/realtime/bus.js';
import { VerbaliQueries } from './verbali.queries.js';
import { live } from '../../platform/realtime/news.js';
import { VERBALE_KIND } from './verbale.kind.js';

const PARTI: Parti = { tabella: 'verbale_sezione', intero: 'verbale_id', tenuta: 'verbale.sezione_tenuta' };

/** The sections of a verbale: each held by one writer at a time, saved by itself, with every text kept. */
@Injectable()
export class SezioniService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly queries: VerbaliQueries,
  ) {}

  /** Holds the section, or goes on holding it. @throws ProblemError `verbale.sezione_tenuta` while somebody else does; `verbale.stato` */
  async tieni(ctx: RequestContext, sezioneId: string): Promise<SezioneView> {
    const place = placeOf(ctx);
    return this.db.transaction(async db => {
      await demandDraft(db, ctx);
      const presa = await prendi(db, PARTI, ctx, sezioneId);
      const view = await this.queries.sezioneIn(db, ctx, sezioneId);
      if (presa === null) throw tenutaDaAltri(PARTI.tenuta, view.tenutaDa?.nome);
      if (presa === 'nuova') await announce(db, live(VERBALE_KIND, place, place.id));
      return view;
    });
  }

  /** Lets go of it. Fine if it was not held. */
  async lascia(ctx: RequestContext, sezioneId: string): Promise<void> {
    const place = placeOf(ctx);
    await this.db.transaction(async db => {
      if (await rilascia(db, PARTI, ctx, sezioneId)) await announce(db, live(VERBALE_KIND, place, place.id));
    });
  }

  /** Saves what its writer wrote on the version they saw. @throws ProblemError `versione.superata`, `verbale.sezione_tenuta`, `verbale.stato`, `verbale.solo_discussione` */
  async salva(ctx: RequestContext, sezioneId: string, input: SezioneInput): Promise<SezioneView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await demandDraft(tx.db, ctx);
      await demandTurno(tx.db, PARTI, ctx, sezioneId);
      await demandDecidibile(tx.db, ctx, sezioneId, input);
      await scriviDocumento(tx.db, ctx, sezioneId, input, ctx.actor.nome);
      tx.annuncia(live(VERBALE_KIND, place, place.id));
      return this.queries.sezioneIn(tx.db, ctx, sezioneId);
    });
  }
}

/** Writes a section and keeps the text as a version of its own. Saving is not an act: the registro keeps what is decided, not each sentence. */
export async function scriviDocumento(
  db: EntityManager,
  ctx: RequestContext,
  sezioneId: string,
  parts: Partial<SezioneInput> & { documento: Documento },
  nome: string,
): Promise<void> {
  const { ambitoId } = placeOf(ctx);
  const [rows] = await db.query<[{ version: number }[], number]>(
    `UPDATE verbale_sezione SET documento = $3, decisioni = coalesce($4::jsonb, decisioni), impegni = coalesce($5::jsonb, impegni), version = version + 1, aggiornata_at = clock_timestamp(), aggiornata_da = $6
     WHERE ambito_id = $1 AND id = $2 RETURNING version`,
    [
      ambitoId,
      sezioneId,
      JSON.stringify(parts.documento),
      parts.decisioni ? JSON.stringify(parts.decisioni) : null,
      parts.impegni ? JSON.stringify(parts.impegni) : null,
      nome,
    ],
  );
  await db.query('INSERT INTO verbale_versione (ambito_id, sezione_id, version, da, nome, documento) VALUES ($1, $2, $3, $4, $5, $6)', [
    ambitoId,
    sezioneId,
    rows[0]?.version,
    ctx.actor.id,
    nome,
    JSON.stringify(parts.documento),
  ]);
}

/** Nobody decides on a punto that was added without the notice for it. @throws ProblemError `verbale.solo_discussione` on `/decisioni` */
async function demandDecidibile(db: EntityManager, ctx: RequestContext, sezioneId: string, { decisioni }: SezioneInput): Promise<void> {
  if (decisioni.length === 0) return;
  const solo = await db.query<unknown[]>(
    `SELECT 1 FROM verbale_sezione s JOIN incontro_punto p ON p.ambito_id = s.ambito_id AND p.id = s.punto_id WHERE s.ambito_id = $1 AND s.id = $2 AND p.solo_discussione`,
    [placeOf(ctx).ambitoId, sezioneId],
  );
  if (solo.length > 0) throw fieldProblem('verbale.solo_discussione', '/decisioni');
}

async function demandDraft(db: EntityManager, ctx: RequestContext): Promise<void> {
  const [row] = await db.query<{ stato: string }[]>('SELECT stato FROM verbale WHERE ambito_id = $1 AND id = $2 FOR SHARE', [
    placeOf(ctx).ambitoId,
    placeOf(ctx).id,
  ]);
  if (row?.stato !== 'bozza') throw new ProblemError('verbale.stato');
}
