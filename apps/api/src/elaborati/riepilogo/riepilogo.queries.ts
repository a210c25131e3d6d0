import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type Contenuto,
  type GruppoSchede,
  nomeVoce,
  perFonteEAnno,
  quadroRisorse,
  type RiepilogoElaboratiView,
  type RiepilogoQuery,
  type RigaRisorse,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { visibleWhere } from '../../platform/access/visible.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { TAVOLO_BREVE } from '../../tavoli/tavolo.sql.js';
import { ELABORATO_KIND } from '../elaborato/elaborato.kind.js';
import { COMUNI, FROM } from '../elaborato/elaborati.sql.js';
import { VOCI } from '../elaborato/voci.sql.js';

type Elaborato = GruppoSchede['schede'][number]['elaborato'];
type Area = NonNullable<GruppoSchede['aree'][number]['area']>;
type Elenchi = Pick<RiepilogoElaboratiView, 'fondi' | 'comuni'>;

/** A scheda with what it costs and how it is measured. */
export interface Scheda extends Elaborato {
  readonly aree: readonly Area[];
  readonly risorse: readonly RigaRisorse[];
  readonly indicatori: Contenuto<'indicatori'>['righe'];
}

/** The areas of the tavolo `t`. */
const AREE = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', ar.id, 'nome', ar.nome) ORDER BY ar.ordine, ar.nome, ar.id), '[]') FROM tavolo_area ta
  JOIN area_tematica ar ON ar.ambito_id = ta.ambito_id AND ar.id = ta.area_id WHERE ta.ambito_id = t.ambito_id AND ta.tavolo_id = t.id) AS aree`;
const righe = (parte: 'risorse' | 'indicatori') =>
  `coalesce((SELECT s.contenuto->'righe' FROM elaborato_sezione s WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id AND s.chiave = '${parte}'), '[]') AS ${parte}`;

/** Budget and indicators of the schede across the tavoli, as far as the reader may see them. */
@Injectable()
export class RiepilogoQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async riepilogo(ctx: RequestContext, query: RiepilogoQuery): Promise<RiepilogoElaboratiView> {
    const { schede, ...elenchi } = await this.leggi(ctx, query);
    const indicatori = schede.flatMap(s => s.indicatori.map(i => ({ elaborato: elaborato(s), ...i })));
    const [accolte, altre] = [schede.filter(accolta), schede.filter(s => !accolta(s))];
    return { ...elenchi, accolte: gruppo(accolte, elenchi), inLavorazione: gruppo(altre, elenchi), indicatori };
  }

  /** The schede, what they pay from and the comuni that pay, by the names of today. */
  async leggi(ctx: RequestContext, query: RiepilogoQuery): Promise<Elenchi & { readonly schede: readonly Scheda[] }> {
    const [schede, nomi] = [await this.schede(ctx, query), await this.nomi(placeOf(ctx).ambitoId)];
    const risorse = schede.flatMap(s => s.risorse);
    const [fonti, pagano] = [new Set(risorse.map(r => r.fonte)), new Set(risorse.map(r => r.paga))];
    const codici = new Set([...nomi.voci.fondi.filter(v => !v.ritirata || fonti.has(v.codice)).map(v => v.codice), ...fonti]);
    return {
      schede,
      fondi: [...codici].map(codice => ({ codice, titolo: nomeVoce(nomi.voci, 'fondi', codice) })),
      comuni: nomi.comuni.filter(c => pagano.has(c.istat)),
    };
  }

  private async nomi(ambitoId: string) {
    type Nomi = Pick<RiepilogoElaboratiView, 'comuni'> & {
      readonly voci: { readonly fondi: readonly (Elenchi['fondi'][number] & { ritirata: boolean })[]; leps: []; obiettivi: [] };
    };
    const [nomi] = await this.db.query<Nomi[]>(`SELECT ${VOCI('l.ambito_id')}, ${COMUNI} FROM (SELECT $1::uuid AS ambito_id) l`, [
      ambitoId,
    ]);
    return nomi ?? { comuni: [], voci: { fondi: [], leps: [], obiettivi: [] } };
  }

  private schede(ctx: RequestContext, { tavolo, stato }: RiepilogoQuery): Promise<Scheda[]> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const where = [visibleWhere(ELABORATO_KIND, ctx.actor, ambitoId, args)];
    if (tavolo !== undefined) where.push(`l.tavolo_id = $${args.push(tavolo)}`);
    if (stato !== undefined) where.push(`l.stato = $${args.push(stato)}`);
    return this.db.query<Scheda[]>(
      `SELECT l.id, l.titolo, l.stato, ${TAVOLO_BREVE} AS tavolo, ${AREE}, ${righe('risorse')}, ${righe('indicatori')}
       ${FROM} WHERE l.ambito_id = $1 AND l.tipo = 'scheda_progetto' AND ${where.join(' AND ')} ORDER BY t.codice, l.titolo, l.id`,
      args,
    );
  }
}

export const accolta = ({ stato }: Pick<Scheda, 'stato'>): boolean => stato === 'accolto';

const elaborato = ({ id, titolo, stato, tavolo }: Scheda): Elaborato => ({ id, titolo, stato, tavolo });

/** Some schede added up: by each of them, by tavolo, by area and in all. */
function gruppo(schede: readonly Scheda[], { fondi }: Elenchi): GruppoSchede {
  const quadro = (di: readonly Scheda[]) =>
    quadroRisorse(
      di.flatMap(s => s.risorse),
      fondi,
    );
  const quadri = <T>(gruppi: ReadonlyMap<string, { di: T; schede: Scheda[] }>) =>
    [...gruppi.values()].map(g => ({ di: g.di, schede: g.schede.length, ...quadro(g.schede) }));
  const tavoli = quadri(raggruppa(schede, s => [s.tavolo]));
  const aree = quadri(raggruppa(schede, s => (s.aree.length > 0 ? s.aree : [null])));
  return {
    schede: schede.map(s => ({ elaborato: elaborato(s), ...quadro([s]) })),
    tavoli: tavoli.map(({ di: tavolo, ...t }) => ({ tavolo, ...t })),
    aree: aree.map(({ di: area, ...a }) => ({ area, ...a })),
    perFonteEAnno: perFonteEAnno(schede.flatMap(s => s.risorse)),
    totale: quadro(schede),
  };
}

function raggruppa<T extends { readonly id: string } | null>(
  schede: readonly Scheda[],
  di: (scheda: Scheda) => readonly T[],
): Map<string, { di: T; schede: Scheda[] }> {
  const gruppi = new Map<string, { di: T; schede: Scheda[] }>();
  for (const scheda of schede)
    for (const cosa of di(scheda)) {
      const gruppo = gruppi.get(cosa?.id ?? '') ?? { di: cosa, schede: [] };
      gruppo.schede.push(scheda);
      gruppi.set(cosa?.id ?? '', gruppo);
    }
  return gruppi;
}
