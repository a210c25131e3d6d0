import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniDa,
  azioniPermesse,
  CONGIUNTO,
  hasPermission,
  INCONTRO,
  preavviso,
  rolesIn,
  type CongiuntoView,
  type ConflittiQuery,
  type ConflittoView,
  type DestinatarioView,
  type GestioneIncontroView,
  type IncontriQuery,
  type IncontroRigaView,
  type IncontroView,
  type MembroView,
  type Pagina,
  type RegoleTavolo,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleWhere } from '../../platform/access/visible.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ledgerSql } from '../../platform/email/ledger.sql.js';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { storiaSql } from '../../platform/registro/storia.js';
import { intera } from '../../platform/http/intera.js';
import { decidePer } from '../incontro/congiunti.js';
import { trovaConflitti, type Progetto } from '../incontro/conflitti.js';
import { FILES, gestioneSql, PUNTI, REGOLE, RIGA } from '../incontro/incontri.sql.js';
import { leggiNuovi } from '../incontro/invitati.js';
import { velato } from '../incontro/velato.js';
import { leggiInvitoProprio } from '../inviti/inviti.queries.js';
import { preavvisoDi } from '../regole/regole.js';
import { tavoliChiamati, tavoliDi } from '../incontro/tavoli-di.js';
import { INCONTRO_KIND } from '../incontro/incontro.kind.js';
import { siede } from '../../posti/siede.sql.js';

/** A calendar shows this many at most; a year of an ambito with ten tavoli has about a hundred. */

const UNO = `SELECT ${RIGA}, n.tavolo_id AS "tavoloId", n.link_video AS "linkVideo", ${PUNTI}, ${FILES}, n.seconda_convocazione AS "secondaConvocazione",
  ${iso('n.convocato_at')} AS "convocatoAt", ${iso('n.aperto_at')} AS "apertoAt", ${iso('n.chiuso_at')} AS "chiusoAt", n.punto_corrente AS "puntoCorrente", ${iso('n.punto_dal')} AS "puntoDal", n.quorum,
  n.motivazione, n.sequence, n.serie_id AS "serieId", n.version
  FROM incontro n WHERE n.ambito_id = $1 AND n.id = $2`;

type Uno = Omit<IncontroView, 'azioni' | 'puoModificare' | 'puoRilevare' | 'invito' | 'gestione'>;
type Gestione = Omit<GestioneIncontroView, 'preavviso' | 'conflitti' | 'congiunti' | 'nuovi'> & {
  congiunti: Omit<CongiuntoView, 'azioni'>[];
  regole: (Partial<RegoleTavolo> | null)[];
  now: Date;
};

type DaGestire = Pick<IncontroView, 'id' | 'stato' | 'inizioAt' | 'fineAt' | 'sede' | 'tavoli' | 'tavoloId'>;

/** What might clash with others. */
const progettoDi = (ambitoId: string, view: DaGestire): Progetto => ({
  ambitoId,
  inizio: new Date(view.inizioAt),
  fine: new Date(view.fineAt),
  tavoli: view.tavoli.map(t => t.id),
  sede: view.sede?.nome ?? null,
  esclusi: [view.id],
});

/** Reads of incontri; drafts are seen only by who manages them. */
@Injectable()
export class IncontriQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The calendar: one query, by start. */
  async elenco(ctx: RequestContext, query: IncontriQuery): Promise<Pagina<IncontroRigaView>> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const clauses = ['n.ambito_id = $1', visibleWhere(INCONTRO_KIND, ctx.actor, ambitoId, args)];
    if (query.da) clauses.push(`n.fine_at >= $${args.push(query.da)}`);
    if (query.a) clauses.push(`n.inizio_at < $${args.push(query.a)}`);
    if (query.stato) clauses.push(`n.stato = $${args.push(query.stato)}`);
    if (query.tavolo) {
      clauses.push(
        `EXISTS (SELECT 1 FROM incontro_tavolo q WHERE q.ambito_id = n.ambito_id AND q.incontro_id = n.id AND q.tavolo_id = $${args.push(query.tavolo)})`,
      );
    }
    const items = await this.db.query<IncontroRigaView[]>(
      `SELECT ${RIGA} FROM incontro n WHERE ${clauses.join(' AND ')} ORDER BY n.inizio_at, n.id`,
      args,
    );
    return intera(items);
  }

  uno(ctx: RequestContext): Promise<IncontroView> {
    return this.unoIn(this.db.manager, ctx, placeOf(ctx).id);
  }

  /** One incontro, with what this reader may see of it: the public sees neither the video link nor the people. */
  async unoIn(db: EntityManager, ctx: RequestContext, id: string): Promise<IncontroView> {
    const { ambitoId } = placeOf(ctx);
    const [row] = await db.query<Uno[]>(UNO, [ambitoId, id]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const roles = rolesIn(ctx.actor, { ambitoId, tavoloId: row.tavoloId, incontroId: id, tavoli: row.tavoli.map(t => t.id) });
    const invito = await leggiInvitoProprio(db, ctx, ambitoId, id);
    const manages = hasPermission(roles, 'incontro.esporta');
    const gestione = manages ? await this.gestione(db, ctx, row) : null;
    const consensi =
      gestione === null || hasPermission(roles, 'incontro.crea_plenaria') || gestione.congiunti.every(c => c.stato === 'dato');
    return {
      ...row,
      linkVideo: hasPermission(roles, 'incontro.segui') || invito !== null ? row.linkVideo : null,
      // Nobody is called before every tavolo has agreed.
      azioni: azioniPermesse('incontro', INCONTRO, row.stato, roles).filter(
        azione => (azione !== 'convoca' || consensi) && (azione !== 'convoca_nuovi' || (gestione?.nuovi.length ?? 0) > 0),
      ),
      puoModificare: row.stato === 'bozza' && hasPermission(roles, 'incontro.modifica'),
      puoRilevare: (row.stato === 'in_corso' || row.stato === 'svolto') && hasPermission(roles, 'incontro.rileva'),
      invito,
      gestione,
    };
  }

  /** Clashes of a time being planned at the tavolo of the URL, or of a plenaria at its ambito. */
  async conflitti(ctx: RequestContext, query: ConflittiQuery): Promise<{ items: ConflittoView[] }> {
    const { ambitoId, tavoloId } = placeOf(ctx);
    const tavoli = await tavoliChiamati(this.db.manager, ambitoId, tavoloId, query.altriTavoli);
    const progetto = {
      ambitoId,
      inizio: new Date(query.inizioAt),
      fine: new Date(query.fineAt),
      tavoli,
      sede: query.sede ?? null,
      esclusi: query.escluso === undefined ? [] : [query.escluso],
    };
    return { items: await trovaConflitti(this.db.manager, progetto, tavoliDi(ctx.actor, ambitoId)) };
  }

  /** Who sits at the tavolo of the URL, to choose the people of a focus group. */
  async membri(ctx: RequestContext): Promise<{ items: MembroView[] }> {
    const { ambitoId, tavoloId } = placeOf(ctx);
    const items = await this.db.query<MembroView[]>(
      `SELECT m.rappresentante_id AS "rappresentanteId", r.nome || ' ' || r.cognome AS nome, m.ruolo, e.denominazione AS ente
       FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id JOIN ente e ON e.ambito_id = m.ambito_id AND e.id = m.ente_id
       WHERE m.ambito_id = $1 AND m.tavolo_id = $2 AND ${siede('m')} ORDER BY e.denominazione, m.ruolo DESC, r.cognome`,
      [ambitoId, tavoloId],
    );
    return { items };
  }

  /** Who came to sit there after the convocation left: until the incontro begins they can be called. */
  private async nuovi(
    db: EntityManager,
    ctx: RequestContext,
    view: Pick<IncontroView, 'id' | 'stato' | 'tavoli' | 'tavoloId'>,
    inTempo: boolean,
  ): Promise<DestinatarioView[]> {
    if (view.stato !== 'convocato' || !inTempo) return [];
    const { ambitoId } = placeOf(ctx);
    const tavoli = view.tavoli.map(t => ({ ...t, consenso: 'dato' as const }));
    const nuovi = await leggiNuovi(db, ambitoId, view.id);
    return nuovi.map(d => velato(d, { tavoli, tavoloId: view.tavoloId }, tavoliDi(ctx.actor, ambitoId)));
  }

  private async gestione(db: EntityManager, ctx: RequestContext, view: DaGestire): Promise<GestioneIncontroView> {
    const { ambitoId } = placeOf(ctx);
    const suoi = tavoliDi(ctx.actor, ambitoId);
    const [row] = await db.query<Gestione[]>(
      `SELECT ${gestioneSql('$3')}, ${REGOLE}, clock_timestamp() AS now, ${ledgerSql('n.ambito_id', 'n.id', '($3::uuid[] IS NULL OR m.tavolo_id = ANY($3::uuid[]))')} AS emails, ${storiaSql('n.ambito_id', 'n.id')} AS storia
       FROM incontro n WHERE n.ambito_id = $1 AND n.id = $2`,
      [ambitoId, view.id, suoi],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const { regole, now, ...rest } = row;
    const aperto = view.stato === 'bozza' || view.stato === 'convocato';
    const congiunti = rest.congiunti.map(c => ({
      ...c,
      azioni: view.stato === 'bozza' && decidePer(ctx.actor, ambitoId, c.tavolo.id) ? azioniDa(CONGIUNTO, c.stato) : [],
    }));
    return {
      ...rest,
      congiunti,
      nuovi: await this.nuovi(db, ctx, view, new Date(view.inizioAt) > now),
      preavviso: preavviso(preavvisoDi(regole), now, new Date(view.inizioAt)),
      conflitti: aperto ? await trovaConflitti(db, progettoDi(ambitoId, view), suoi) : [],
    };
  }
}
