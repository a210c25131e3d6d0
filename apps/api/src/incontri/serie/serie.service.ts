import { Inject, Injectable } from '@nestjs/common';
import {
  can,
  conData,
  conLaSerie,
  PROBLEMS,
  type IncontroAzioneInput,
  type IncontroInput,
  type SerieAzioneInput,
  type SerieEsitoView,
} from '@tavoli/shared';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Places } from '../../platform/access/places.js';
import { Commands, type Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext, type ResolvedPlace } from '../../platform/commands/context.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { Steps, type Cosa } from '../../platform/procedura/steps.js';
import { incontroProcedura } from '../gestire/incontro.procedura.js';
import { eliminaBozza, riscrivi } from '../gestire/riscrivi.js';

interface Incontro {
  readonly place: ResolvedPlace;
  readonly version: number;
  readonly inizio: Date;
  readonly punti: readonly string[];
}

type Passo = Extract<SerieAzioneInput['azione'], 'convoca' | 'sposta' | 'annulla'>;

const LEGGI = `SELECT n.id, n.inizio_at AS inizio, ARRAY(SELECT p.id FROM incontro_punto p WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id ORDER BY p.ordine) AS punti
  FROM incontro q JOIN incontro n ON n.ambito_id = q.ambito_id AND (n.id = q.id OR n.serie_id = q.serie_id) WHERE q.ambito_id = $1 AND q.id = $2`;

/** One act on several incontri of a series: each is held as it was seen, has its line in the register and its mails; one that is refused stops them all. */
@Injectable()
export class SerieService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
    private readonly steps: Steps,
    @Inject(Places) private readonly places: Places,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ProblemError what is refused to one of them, on `/incontri/<n>/id` with its day; `incontro.serie_altra` for one of no such series */
  async esegui(ctx: RequestContext, input: SerieAzioneInput): Promise<SerieEsitoView> {
    const incontri = await this.leggi(ctx, input);
    if (input.azione === 'modifica' || input.azione === 'elimina') await this.bozze(ctx, incontri, input);
    else await this.passi(ctx, incontri, input, input.azione);
    return { fatti: incontri.length };
  }

  private async passi(ctx: RequestContext, incontri: readonly Incontro[], input: SerieAzioneInput, azione: Passo): Promise<void> {
    const { motivazione, urgenza } = input;
    const verso = input.spostamento;
    const suo = await this.inizioDi(ctx);
    const cose = incontri.map((i): Cosa<IncontroAzioneInput> => ({
      place: i.place,
      version: i.version,
      input: {
        ...(motivazione === undefined ? {} : { motivazione }),
        ...(urgenza === undefined ? {} : { urgenza }),
        ...(verso === undefined ? {} : { spostamento: { ...verso, ...spostato(suo, verso, i, '/spostamento/inizioAt') } }),
      },
    }));
    const own = { origin: this.config.publicOrigin, insieme: incontri.length };
    await this.steps.takeAll(incontroProcedura, ctx, azione, cose, (error, n) => rifiuto(error, n, incontri[n]), own);
  }

  /** Drafts: nobody has been told of them. */
  private async bozze(ctx: RequestContext, incontri: readonly Incontro[], { azione, contenuto }: SerieAzioneInput): Promise<void> {
    const suo = await this.inizioDi(ctx);
    const negato = incontri.findIndex(i => !can(ctx.actor, azione === 'elimina' ? 'incontro.elimina' : 'incontro.modifica', i.place));
    if (negato >= 0) throw fieldProblem('accesso.negato', `/incontri/${negato}/id`);
    await this.commands.run(ctx, placeOf(ctx).ambitoId, async tx => {
      for (const [n, i] of incontri.entries()) {
        const di = { ...ctx, place: i.place, ifMatch: i.version };
        const fatto = contenuto === undefined ? eliminaBozza(tx, di) : this.riscrivi(tx, di, i, contenuto, suo);
        await fatto.catch((error: unknown) => {
          throw rifiuto(error, n, i);
        });
      }
      return null;
    });
  }

  /** What is written of the incontro of the URL, on the day of this one; its punti are those in the same place, with their documents. */
  private async riscrivi(tx: Tx, di: RequestContext, i: Incontro, contenuto: IncontroInput, suo: Date): Promise<void> {
    const punti = contenuto.punti.map(({ id: _, ...p }, ordine) => {
      const id = i.punti[ordine];
      return id === undefined ? p : { ...p, id };
    });
    await riscrivi(tx, di, { ...contenuto, punti, ...spostato(suo, contenuto, i, '/contenuto/inizioAt') });
  }

  private async leggi(ctx: RequestContext, { incontri }: SerieAzioneInput): Promise<Incontro[]> {
    const { ambitoId, ambitoSlug, id } = placeOf(ctx);
    const serie = await this.db.query<{ id: string; inizio: Date; punti: string[] }[]>(LEGGI, [ambitoId, id]);
    const places = await this.places.findAll(
      'incontro',
      ambitoSlug,
      incontri.map(i => i.id),
    );
    return incontri
      .map(({ id: suo, version }, n) => {
        const place = places.find(p => p.id === suo);
        const riga = serie.find(r => r.id === suo);
        if (place === undefined || riga === undefined) throw fieldProblem('incontro.serie_altra', `/incontri/${n}/id`);
        return { place, version, inizio: riga.inizio, punti: riga.punti };
      })
      .sort((a, b) => a.inizio.getTime() - b.inizio.getTime());
  }

  private async inizioDi(ctx: RequestContext): Promise<Date> {
    const { ambitoId, id } = placeOf(ctx);
    const [row] = await this.db.query<{ inizio: Date }[]>('SELECT inizio_at AS inizio FROM incontro WHERE ambito_id = $1 AND id = $2', [
      ambitoId,
      id,
    ]);
    if (row === undefined) throw new ProblemError('risorsa.non_trovata');
    return row.inizio;
  }
}

/** @throws ProblemError on `pointer` where the clock skips the hour at which one of them would begin */
function spostato(
  suo: Date,
  verso: { readonly inizioAt: string; readonly fineAt: string },
  { inizio }: Incontro,
  pointer: string,
): { inizioAt: string; fineAt: string } {
  const ore = conLaSerie(suo, { inizio: new Date(verso.inizioAt), fine: new Date(verso.fineAt) }, inizio);
  if (ore === null)
    throw fieldProblem(
      'richiesta.non_valida',
      pointer,
      `A quell’ora l’incontro ${conData('del', inizio)} cadrebbe nel cambio dell’ora legale: scegli un’altra ora.`,
    );
  return { inizioAt: ore.inizio.toISOString(), fineAt: ore.fine.toISOString() };
}

/** The refusal of one of them, with its day: without it nobody would know which. */
function rifiuto(error: unknown, n: number, incontro: Incontro | undefined): unknown {
  if (!(error instanceof ProblemError) || incontro === undefined) return error;
  const parole = error.extra.errors?.[0]?.message ?? PROBLEMS[error.code][1];
  const detail = `Incontro ${conData('del', incontro.inizio)}: ${parole}`;
  const pointer = error.code === 'incontro.serve_urgenza' ? '/urgenza' : `/incontri/${n}/id`;
  return new ProblemError(error.code, { detail, errors: [{ pointer, code: error.code, message: detail }] });
}
