import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  dateSerie,
  type AzioneIncontro,
  type DataSerie,
  type IncontriCreati,
  type IncontroAzioneInput,
  type IncontroInput,
  type IncontroView,
  type NuovoIncontroInput,
} from '@tavoli/shared';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { fieldProblem } from '../../platform/problem/problem.error.js';
import { Steps } from '../../platform/procedura/steps.js';
import { chiediConsensi } from '../incontro/congiunti.js';
import type { Richiesta } from '../incontro/congiunti.emails.js';
import { usaDisponibilita } from '../disponibilita/usata.js';
import { colonne, scriviParti, tipoDi } from './bozza.js';
import { IncontriQueries } from './incontri.queries.js';
import { incontroProcedura } from './incontro.procedura.js';
import { eliminaBozza, riscrivi } from './riscrivi.js';

const CREA = `INSERT INTO incontro (titolo, inizio_at, fine_at, sede, link_video, seconda_convocazione, ambito_id, id, tavolo_id, tipo, serie_id, stato)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'bozza')`;
/** Commands on incontri. Each is one transaction; the guard has already checked role and visibility. */
@Injectable()
export class IncontriService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly queries: IncontriQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A draft at the tavolo of the URL (at none: a plenaria), or a series of them, each then on its own. @throws ProblemError `incontro.serie_vuota` */
  async crea(ctx: RequestContext, { serie, disponibilitaId, ...input }: NuovoIncontroInput): Promise<IncontriCreati> {
    const { ambitoId, ambitoSlug, tavoloId = null } = placeOf(ctx);
    const dates: DataSerie[] =
      serie === null ? [{ wall: '', instant: new Date(input.inizioAt) }] : dateSerie(new Date(input.inizioAt), serie);
    const starts = dates.flatMap(d => (d.instant === null ? [] : [d.instant]));
    if (starts.length === 0) throw fieldProblem('incontro.serie_vuota', '/serie/finoAl');
    const serieId = starts.length > 1 ? randomUUID() : null;
    const ms = Date.parse(input.fineAt) - Date.parse(input.inizioAt);
    return this.commands.run(ctx, ambitoId, async tx => {
      const incontri: { id: string; inizioAt: string }[] = [];
      const richieste: Richiesta[] = [];
      for (const start of starts) {
        const one = { ...input, inizioAt: start.toISOString(), fineAt: new Date(start.getTime() + ms).toISOString() };
        const { id, chiesti } = await this.insert(tx, ctx, serieId, one);
        incontri.push({ id, inizioAt: one.inizioAt });
        richieste.push(...chiesti.map(chiesto => ({ incontroId: id, tavoloId: chiesto, titolo: one.titolo, inizio: start, version: 1 })));
      }
      await chiediConsensi(tx, ambitoSlug, tavoloId ?? '', richieste);
      if (disponibilitaId !== undefined && incontri[0] !== undefined) await usaDisponibilita(tx, ctx, disponibilitaId, incontri[0].id);
      return { incontri, saltate: dates.filter(d => d.instant === null).map(d => d.wall) };
    });
  }

  /** Rewrites a draft. @throws ProblemError `incontro.stato`, `versione.superata` */
  async modifica(ctx: RequestContext, input: IncontroInput): Promise<IncontroView> {
    const { ambitoId, id } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await riscrivi(tx, ctx, input);
      return this.queries.unoIn(tx.db, ctx, id);
    });
  }

  /** Deletes a draft; what was convened is annulled instead. */
  async elimina(ctx: RequestContext): Promise<void> {
    const { ambitoId } = placeOf(ctx);
    await this.commands.run(ctx, ambitoId, async tx => {
      await eliminaBozza(tx, ctx);
      return null;
    });
  }

  /** A step of the procedure (`incontro.procedura.ts`). @throws ProblemError 400, 409, 412, and the refusals of the step */
  esegui(ctx: RequestContext, azione: AzioneIncontro, input: IncontroAzioneInput): Promise<IncontroView> {
    const own = { origin: this.config.publicOrigin };
    return this.steps.take(incontroProcedura, ctx, azione, input, (db, { id }) => this.queries.unoIn(db, ctx, id), own);
  }

  private async insert(
    tx: Tx,
    ctx: RequestContext,
    serieId: string | null,
    input: IncontroInput,
  ): Promise<{ id: string; chiesti: string[] }> {
    const { tavoloId = null } = placeOf(ctx);
    const id = randomUUID();
    await tx.db.query(CREA, [...colonne(input), tx.ambitoId, id, tavoloId, tipoDi(tavoloId, input), serieId]);
    const chiesti = await scriviParti(tx.db, { ambitoId: tx.ambitoId, incontroId: id, tavoloId, chi: ctx.actor, cambia: false }, input);
    tx.registra('incontro.crea', 'incontro', id);
    return { id, chiesti };
  }
}
