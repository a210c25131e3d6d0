import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  DESIGNAZIONE,
  DESIGNAZIONI_COL_POSTO,
  DESIGNAZIONI_IN_ESSERE,
  hasPermission,
  rolesIn,
  tra,
  type DesignazioneRigaView,
  type DesignazioneView,
  type DesignazioniQuery,
  type Pagina,
  type Ruolo,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { canSee, visibleWhere } from '../platform/access/visible.js';
import { placeOf, type RequestContext, type ResolvedPlace } from '../platform/commands/context.js';
import { ledgerSql } from '../platform/email/ledger.sql.js';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { storiaSql } from '../platform/registro/storia.js';
import { tiene } from '../posti/siede.sql.js';
import { DECADENZA, FROM, LIMITE_TAVOLI, PERSONA, PERSONA_RIGA, persone, RIGA, SCOPERTO } from './designazioni.sql.js';
import { DESIGNAZIONE_KIND } from './designazione.kind.js';

type Riga = Omit<DesignazioneRigaView, 'azioni'> & { tavoloId: string; enteId: string; cursorAt: string };
type Una = Omit<DesignazioneView, 'azioni' | 'puoModificare' | 'puoRegistrareDimissioni' | 'puoAprireDecadenza' | 'puoCorreggere'> & {
  tavoloId: string;
  enteId: string;
};

/** Reads of designazioni; who may see what is applied in SQL. */
@Injectable()
export class DesignazioniQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One page, latest first, of the designazioni that the actor may see. Always one query, whatever the number of rows. */
  async elenco(ctx: RequestContext, query: DesignazioniQuery): Promise<Pagina<DesignazioneRigaView>> {
    const { where, args } = this.filter(ctx, query);
    const cursor = decodeCursor(query.cursor);
    const after = cursor ? ` AND (d.creata_at, d.id) < ($${args.push(cursor.at)}::timestamptz, $${args.push(cursor.id)}::uuid)` : '';
    const rows = await this.db.query<Riga[]>(
      `SELECT ${RIGA}, ${persone(PERSONA_RIGA)}, d.creata_at::text AS "cursorAt" ${FROM}
       WHERE ${where}${after} ORDER BY d.creata_at DESC, d.id DESC LIMIT ${query.limit + 1}`,
      args,
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: page.map(({ tavoloId, enteId, cursorAt: _, ...row }) => ({ ...row, azioni: azioni(ctx, row.stato, { tavoloId, enteId }) })),
      limit: query.limit,
      nextCursor: rows.length > query.limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null,
    };
  }

  /** The one the URL names. */
  una(ctx: RequestContext): Promise<DesignazioneView> {
    return this.unaIn(this.db.manager, ctx, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  /** The same, inside a transaction. */
  async unaIn(db: EntityManager, ctx: RequestContext, ambitoId: string, id: string): Promise<DesignazioneView> {
    const [row] = await db.query<Una[]>(
      `SELECT ${RIGA}, ${persone(PERSONA)}, coalesce(d.dichiarazioni, CASE WHEN d.inviata_at IS NULL THEN (SELECT jsonb_agg(x || '{"resa": false}' ORDER BY n) FROM jsonb_array_elements(v.dichiarazioni) WITH ORDINALITY AS q (x, n)) END, '[]') AS dichiarazioni,
         d.motivazione, d.causa_fine AS "causaFine", jsonb_build_object('titolari', coalesce(v.posti_titolari, o.titolari), 'supplenti', coalesce(v.posti_supplenti, o.supplenti)) AS posti,
         (SELECT n.id FROM designazione n WHERE n.ambito_id = d.ambito_id AND n.sostituisce_id = d.id AND ${tiene('n')}) AS "sostituitaDa", ${SCOPERTO}, ${DECADENZA}, ${LIMITE_TAVOLI},
         ${ledgerSql('d.ambito_id', 'd.id')} AS emails, ${storiaSql('d.ambito_id', 'd.id')} AS storia
       ${FROM} WHERE d.ambito_id = $1 AND d.id = $2`,
      [ambitoId, id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const { tavoloId, enteId, ...view } = row;
    const roles = rolesIn(ctx.actor, { ambitoId, tavoloId, enteId });
    return {
      ...view,
      emails: hasPermission(roles, 'email.elenca') ? view.emails : [],
      azioni: azioniPermesse('designazione', DESIGNAZIONE, row.stato, roles),
      ...puo(row, roles),
      puoModificare: row.stato === 'bozza' && hasPermission(roles, 'designazione.modifica'),
      puoCorreggere: tra(DESIGNAZIONI_IN_ESSERE, row.stato) && hasPermission(roles, 'designazione.correggi'),
    };
  }

  /** The place of a designazione of the ambito in the URL, if the actor may see it; for commands on several at once. */
  async place(ctx: RequestContext, id: string): Promise<ResolvedPlace | null> {
    const ambito = ctx.place;
    if (ambito === null) return null;
    const [row] = await this.db.query<{ tavoloId: string; enteId: string; stato: string; version: number }[]>(
      'SELECT tavolo_id AS "tavoloId", ente_id AS "enteId", stato, version FROM designazione WHERE ambito_id = $1 AND id = $2',
      [ambito.ambitoId, id],
    );
    if (!row) return null;
    const place: ResolvedPlace = { kind: 'designazione', ambitoId: ambito.ambitoId, ambitoSlug: ambito.ambitoSlug, id, ...row };
    return canSee(DESIGNAZIONE_KIND, ctx.actor, place) ? place : null;
  }

  /** Visibility and filters as SQL, for the list and the export. */
  filter(ctx: RequestContext, query: Partial<DesignazioniQuery>): { where: string; args: unknown[] } {
    const ambitoId = placeOf(ctx).ambitoId;
    const args: unknown[] = [ambitoId];
    const clauses = ['d.ambito_id = $1', visibleWhere(DESIGNAZIONE_KIND, ctx.actor, ambitoId, args)];
    if (query.stato) clauses.push(`d.stato = $${args.push(query.stato)}`);
    if (query.tavolo) clauses.push(`d.tavolo_id = $${args.push(query.tavolo)}`);
    if (query.ente) clauses.push(`d.ente_id = $${args.push(query.ente)}`);
    if (query.avviso) clauses.push(`d.avviso_id = $${args.push(query.avviso)}`);
    return { where: clauses.join(' AND '), args };
  }
}

/** What else than steps may be begun from its page. */
function puo({ stato, decadenza, rappresentanti }: Una, roles: readonly Ruolo[]) {
  const colPosto = tra(DESIGNAZIONI_COL_POSTO, stato);
  return {
    puoRegistrareDimissioni:
      colPosto && hasPermission(roles, 'designazione.registra_dimissioni') && rappresentanti.some(r => r.consenso === 'dato'),
    puoAprireDecadenza: colPosto && decadenza === null && hasPermission(roles, 'decadenza.apri'),
  };
}

function azioni(ctx: RequestContext, stato: DesignazioneRigaView['stato'], at: { tavoloId: string; enteId: string }) {
  return azioniPermesse('designazione', DESIGNAZIONE, stato, rolesIn(ctx.actor, { ambitoId: ctx.place?.ambitoId ?? null, ...at }));
}
