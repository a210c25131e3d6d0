import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  can,
  CONTRIBUTI_ELENCATI,
  ESITI_CONTRIBUTO,
  PUBBLICO,
  type ContributiQuery,
  type ContributoPubblicoView,
  type ContributoRigaView,
  type EsitoContributo,
  type Pagina,
  type StatoPerCodiceView,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { Limits } from '../../accounts/account/limits.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { Kinds } from '../../platform/procedura/kinds.js';
import { files, FROM, PUBBLICI, RIGA_PUBBLICA, unioni, RIESAME_APERTO } from '../contributo/contributi.sql.js';
import { leggiCursore, scriviCursore } from '../../platform/tabelle/cursore.js';
import { filo } from '../contributo/legami.sql.js';
import { TAVOLO_BREVE } from '../../tavoli/tavolo.sql.js';

type Riga = ContributoRigaView & { cursorAt: string; ordineStato: number };
type Una = Omit<ContributoPubblicoView, 'esito' | 'puoGestire'> & { motivazione: string | null };

/** What anybody may read of contributi. */
@Injectable()
export class ContributiQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly limits: Limits,
    @Inject(Kinds) private readonly kinds: Kinds,
  ) {}

  /** One page, latest first, or by state and then latest. Always one query. Merged ones are found from their main one. */
  async elenco(ctx: RequestContext, query: ContributiQuery): Promise<Pagina<ContributoRigaView>> {
    const args: unknown[] = [placeOf(ctx).ambitoId];
    const param = (value: unknown) => `$${args.push(value)}`;
    const clauses = [
      'c.ambito_id = $1',
      query.stato === undefined ? `c.stato IN ${fra(CONTRIBUTI_ELENCATI)}` : `c.stato = ${param(query.stato)}`,
    ];
    if (query.tavolo) clauses.push(`c.tavolo_id = ${param(query.tavolo)}`);
    if (query.tipo) clauses.push(`c.tipo = ${param(query.tipo)}`);
    if (query.comune) clauses.push(`c.comune = ${param(query.comune)}`);
    const perStato = query.ordine === 'stato';
    const cursor = leggiCursore(query.cursor, perStato ? ['numero', 'istante', 'id'] : ['istante', 'id']);
    if (cursor) {
      const [at, id] = cursor.slice(-2);
      const dopo = `(c.inviato_at, c.id) < (${param(at)}::timestamptz, ${param(id)}::uuid)`;
      const n = perStato ? param(cursor[0]) : null;
      clauses.push(n === null ? dopo : `(c.ordine_stato > ${n}::int OR (c.ordine_stato = ${n}::int AND ${dopo}))`);
    }
    const rows = await this.db.query<Riga[]>(
      `SELECT ${RIGA_PUBBLICA}, c.inviato_at::text AS "cursorAt", c.ordine_stato AS "ordineStato" ${FROM} WHERE ${clauses.join(' AND ')}
       ORDER BY ${perStato ? 'c.ordine_stato, ' : ''}c.inviato_at DESC, c.id DESC LIMIT ${query.limit + 1}`,
      args,
    );
    return pagina(rows, query.limit, perStato);
  }

  /** The public page. @throws ProblemError 404 unless it is public, whoever asks */
  async pubblico(ctx: RequestContext): Promise<ContributoPubblicoView> {
    const place = placeOf(ctx);
    const args: unknown[] = [place.ambitoId, place.id];
    // The same page for everybody, whoever asks.
    const chi = { actor: PUBBLICO, ambitoId: place.ambitoId, args, kinds: this.kinds };
    const [row] = await this.db.query<Una[]>(
      `SELECT ${RIGA_PUBBLICA}, c.pubblico AS testi, CASE WHEN c.pubblico IS NOT NULL THEN c.motivo_omissis END AS "motivoOmissis", ${iso('c.oscurato_at')} AS "oscuratoAt", c.motivazione, CASE WHEN ${RIESAME_APERTO} THEN ${iso('c.riesame_entro_at')} END AS "riesameEntroAt", ${files('', 'f.pubblico AND c.pubblicato_at IS NOT NULL')}, ${unioni(chi)}, ${filo(chi, false)}
       ${FROM} JOIN ambito a ON a.id = c.ambito_id WHERE c.ambito_id = $1 AND c.id = $2 AND c.stato IN ${PUBBLICI}`,
      args,
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const { motivazione, ...view } = row;
    const esito = (ESITI_CONTRIBUTO as readonly string[]).includes(row.stato);
    return {
      ...view,
      esito:
        esito && motivazione !== null && row.rispostoAt !== null
          ? { stato: row.stato as EsitoContributo, motivazione, at: row.rispostoAt }
          : null,
      puoGestire: can(ctx.actor, 'contributo.gestisci', place),
    };
  }

  /** What the code of a receipt alone tells. @throws ProblemError `contributo.codice_sconosciuto`, 429 */
  async perCodice(ctx: RequestContext, codice: string): Promise<StatoPerCodiceView> {
    await this.limits.countCodice(ctx.network);
    const [row] = await this.db.query<StatoPerCodiceView[]>(
      `SELECT c.codice, c.stato, ${TAVOLO_BREVE} AS tavolo, ${iso('c.inviato_at')} AS "inviatoAt", ${iso('c.moderare_entro_at')} AS "moderareEntroAt", ${iso('c.rispondere_entro_at')} AS "rispondereEntroAt",
         CASE WHEN c.stato IN ${PUBBLICI} THEN '/' || a.slug || '/contributi/' || c.id END AS "percorsoPubblico"
       ${FROM} JOIN ambito a ON a.id = c.ambito_id WHERE c.ambito_id = $1 AND c.codice = $2`,
      [placeOf(ctx).ambitoId, codice],
    );
    if (!row) throw new ProblemError('contributo.codice_sconosciuto');
    return row;
  }
}

function pagina(rows: readonly Riga[], limit: number, perStato: boolean): Pagina<ContributoRigaView> {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ cursorAt: _, ordineStato: __, ...row }) => row),
    limit,
    nextCursor: last === undefined ? null : scriviCursore([...(perStato ? [last.ordineStato] : []), last.cursorAt, last.id]),
  };
}
