import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  conLaSerie,
  CONSENSI_MANCANTI,
  dateSerie,
  hasPermission,
  INCONTRO,
  preavviso,
  rolesIn,
  SERIE_MASSIMA,
  serieDi,
  type AzioneSerie,
  type DataSerieView,
  type DateSerieQuery,
  type IncontroDiSerieView,
  type IncontroRigaView,
  type RegoleTavolo,
  type Ruolo,
  type SerieQuery,
  type SerieView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { fra } from '../../platform/database/fra.js';
import { visibleWhere } from '../../platform/access/visible.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { trovaConflittiDi } from '../incontro/conflitti.js';
import { INCONTRO_KIND } from '../incontro/incontro.kind.js';
import { REGOLE, RIGA } from '../incontro/incontri.sql.js';
import { tavoliChiamati, tavoliDi } from '../incontro/tavoli-di.js';
import { preavvisoDi } from '../regole/regole.js';

type Riga = IncontroRigaView & {
  readonly tavoloId: string | null;
  readonly version: number;
  readonly regole: (Partial<RegoleTavolo> | null)[];
  readonly now: Date;
  readonly consensi: boolean;
};

/** Those of the series of `$2`, itself first if it is alone; what the reader may not see is not there. */
const SERIE = (visibili: string): string => `
  SELECT ${RIGA}, n.tavolo_id AS "tavoloId", n.version, ${REGOLE}, clock_timestamp() AS now,
    NOT EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id AND nt.consenso IN ${fra(CONSENSI_MANCANTI)}) AS consensi
  FROM incontro q JOIN incontro n ON n.ambito_id = q.ambito_id AND (n.id = q.id OR n.serie_id = q.serie_id)
  WHERE q.ambito_id = $1 AND q.id = $2 AND ${visibili} ORDER BY n.inizio_at, n.id LIMIT ${SERIE_MASSIMA}`;

/** What a series is, as it is or as it would be. */
@Injectable()
export class SerieQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The incontri of the series of the one in the URL; where a move of that one is asked about, where each would go. */
  async leggi(ctx: RequestContext, { inizioAt, fineAt, sede }: SerieQuery): Promise<SerieView> {
    const { ambitoId, id } = placeOf(ctx);
    const args: unknown[] = [ambitoId, id];
    const righe = await this.db.query<Riga[]>(SERIE(visibleWhere(INCONTRO_KIND, ctx.actor, ambitoId, args)), args);
    const suo = righe.find(r => r.id === id);
    const verso = inizioAt === undefined || fineAt === undefined ? null : { inizio: new Date(inizioAt), fine: new Date(fineAt) };
    const mosse = righe.map(r =>
      verso === null || suo === undefined ? null : conLaSerie(new Date(suo.inizioAt), verso, new Date(r.inizioAt)),
    );
    const progetti = righe.map((r, i) => ({
      inizio: mosse[i]?.inizio ?? new Date(r.inizioAt),
      fine: mosse[i]?.fine ?? new Date(r.fineAt),
      tavoli: r.tavoli.map(t => t.id),
      sede: sede ?? r.sede?.nome ?? null,
      esclusi: righe.map(q => q.id),
    }));
    const conflitti = await trovaConflittiDi(this.db.manager, ambitoId, progetti, tavoliDi(ctx.actor, ambitoId));
    return {
      incontri: righe.map((r, i) => ({ ...vista(ctx, ambitoId, r), verso: quando(mosse[i] ?? null), conflitti: conflitti[i] ?? [] })),
    };
  }

  /** The dates of a series that is being planned, each with what speaks against it. */
  async date(ctx: RequestContext, query: DateSerieQuery): Promise<{ items: DataSerieView[] }> {
    const { ambitoId, tavoloId } = placeOf(ctx);
    const { inizioAt, fineAt, sede, altriTavoli } = query;
    const date = dateSerie(new Date(inizioAt), serieDi(query));
    const ms = Date.parse(fineAt) - Date.parse(inizioAt);
    const tavoli = await tavoliChiamati(this.db.manager, ambitoId, tavoloId, altriTavoli);
    const conflitti = await conflittiDelle(
      this.db.manager,
      ctx,
      date.flatMap(d => d.instant ?? []),
      { ms, tavoli, sede: sede ?? null },
    );
    return {
      items: date.map(({ wall, instant }) => ({
        wall,
        inizioAt: instant?.toISOString() ?? null,
        conflitti: instant === null ? [] : (conflitti.get(instant.getTime()) ?? []),
      })),
    };
  }
}

async function conflittiDelle(
  db: EntityManager,
  ctx: RequestContext,
  inizi: readonly Date[],
  { ms, tavoli, sede }: { readonly ms: number; readonly tavoli: readonly string[]; readonly sede: string | null },
) {
  const { ambitoId } = placeOf(ctx);
  const progetti = inizi.map(inizio => ({ inizio, fine: new Date(inizio.getTime() + ms), tavoli, sede, esclusi: [] }));
  const found = await trovaConflittiDi(db, ambitoId, progetti, tavoliDi(ctx.actor, ambitoId));
  return new Map(inizi.map((inizio, i) => [inizio.getTime(), found[i] ?? []]));
}

const quando = (ore: { readonly inizio: Date; readonly fine: Date } | null): IncontroDiSerieView['verso'] =>
  ore === null ? null : { inizioAt: ore.inizio.toISOString(), fineAt: ore.fine.toISOString() };

function vista(ctx: RequestContext, ambitoId: string, r: Riga): Omit<IncontroDiSerieView, 'verso' | 'conflitti'> {
  const { id, titolo, stato, inizioAt, fineAt, sede, online, version, regole, now } = r;
  const roles = rolesIn(ctx.actor, { ambitoId, tavoloId: r.tavoloId, tavoli: r.tavoli.map(t => t.id) });
  return {
    ...{ id, titolo, stato, inizioAt, fineAt, sede, online, version },
    azioni: azioniDi(r, roles),
    preavviso: preavviso(preavvisoDi(regole), now, new Date(inizioAt)),
  };
}

/** What may be done to it now. Nobody is called before every tavolo has agreed, but by who decides for all of them. */
function azioniDi({ stato, consensi }: Riga, roles: readonly Ruolo[]): AzioneSerie[] {
  const passi = azioniPermesse('incontro', INCONTRO, stato, roles).filter(
    a => a === 'sposta' || a === 'annulla' || (a === 'convoca' && (consensi || hasPermission(roles, 'incontro.crea_plenaria'))),
  ) as AzioneSerie[];
  if (stato !== 'bozza') return passi;
  return [
    ...(hasPermission(roles, 'incontro.modifica') ? (['modifica'] as const) : []),
    ...passi,
    ...(hasPermission(roles, 'incontro.elimina') ? (['elimina'] as const) : []),
  ];
}
