import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  AVVISO,
  azioniPermesse,
  hasPermission,
  rolesIn,
  statoAvviso,
  type AvvisoRigaView,
  type AvvisoView,
  type Pagina,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleWhere } from '../platform/access/visible.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.js';
import { iso } from '../platform/http/json-view.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { AVVISO_KIND } from './avviso.kind.js';
import { TAVOLI_BREVI } from '../tavoli/tavolo.sql.js';

type Stored = 'bozza' | 'pubblicato' | 'annullato';
type Riga = Omit<AvvisoRigaView, 'stato'> & { stato: Stored; now: Date; cursorAt: string };
type Uno = Omit<AvvisoView, 'stato' | 'azioni' | 'puoModificare' | 'puoChiarire' | 'puoRettificare'> & { stato: Stored; now: Date };

const RIGA = `v.id, v.titolo, v.stato, ${iso('v.apre_at')} AS "apreAt", ${iso('v.chiude_at')} AS "chiudeAt", now() AS now`;

const UNO = `SELECT ${RIGA}, v.testo, v.posti_titolari AS "postiTitolari", v.posti_supplenti AS "postiSupplenti", v.nature_ammesse AS "natureAmmesse",
  v.ammette_tardive AS "ammetteTardive", v.determina_numero AS "determinaNumero", to_char(v.determina_data, 'YYYY-MM-DD') AS "determinaData",
  v.responsabile_nome AS "responsabileNome", v.responsabile_ufficio AS "responsabileUfficio", v.responsabile_telefono AS "responsabileTelefono", v.responsabile_email AS "responsabileEmail",
  v.requisiti, v.dichiarazioni, v.nature_istituzionali AS "natureIstituzionali", v.nature_osservatrici AS "natureOsservatrici", v.tavoli_vincolo AS "tavoliVincolo", v.tavoli_massimi AS "tavoliMassimi", ${iso('v.pubblicato_at')} AS "pubblicatoAt", v.motivazione, v.version,
  (SELECT ${TAVOLI_BREVI}
     FROM avviso_tavolo vt JOIN tavolo t ON t.ambito_id = vt.ambito_id AND t.id = vt.tavolo_id WHERE vt.ambito_id = v.ambito_id AND vt.avviso_id = v.id) AS tavoli,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('da', ${iso('p.da')}, 'a', ${iso('p.a')}, 'motivazione', p.motivazione, 'at', ${iso('p.at')}) ORDER BY p.at), '[]')
     FROM avviso_proroga p WHERE p.ambito_id = v.ambito_id AND p.avviso_id = v.id) AS proroghe,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('numero', c.numero, 'domanda', c.domanda, 'risposta', c.risposta, 'pubblicatoAt', ${iso('c.pubblicato_at')}) ORDER BY c.numero), '[]')
     FROM avviso_chiarimento c WHERE c.ambito_id = v.ambito_id AND c.avviso_id = v.id) AS chiarimenti,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('numero', r.numero, 'cambi', r.cambi, 'motivazione', r.motivazione, 'at', ${iso('r.at')}) ORDER BY r.numero), '[]')
     FROM avviso_rettifica r WHERE r.ambito_id = v.ambito_id AND r.avviso_id = v.id) AS rettifiche,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'nome', f.nome, 'bytes', f.bytes) ORDER BY f.creato_at), '[]')
     FROM avviso_file f WHERE f.ambito_id = v.ambito_id AND f.avviso_id = v.id) AS files
  FROM avviso v WHERE v.ambito_id = $1 AND v.id = $2`;

/** Reads of avvisi; drafts are seen only by the offices. */
@Injectable()
export class AvvisiQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One page, the one that closes last first: one query. */
  async elenco(ctx: RequestContext, query: { cursor?: string; limit: number }): Promise<Pagina<AvvisoRigaView>> {
    const { ambitoId } = placeOf(ctx);
    const args: unknown[] = [ambitoId];
    const visible = visibleWhere(AVVISO_KIND, ctx.actor, ambitoId, args);
    const cursor = decodeCursor(query.cursor);
    const after = cursor ? ` AND (v.chiude_at, v.id) < ($${args.push(cursor.at)}::timestamptz, $${args.push(cursor.id)}::uuid)` : '';
    const rows = await this.db.query<Riga[]>(
      `SELECT ${RIGA}, v.chiude_at::text AS "cursorAt",
         (SELECT count(*)::int FROM avviso_tavolo vt WHERE vt.ambito_id = v.ambito_id AND vt.avviso_id = v.id) AS "numeroTavoli"
       FROM avviso v WHERE v.ambito_id = $1 AND ${visible}${after} ORDER BY v.chiude_at DESC, v.id DESC LIMIT ${query.limit + 1}`,
      args,
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: page.map(({ now, cursorAt: _, ...row }) => ({ ...row, stato: statoAt(row, now) })),
      limit: query.limit,
      nextCursor: rows.length > query.limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null,
    };
  }

  uno(ctx: RequestContext): Promise<AvvisoView> {
    return this.unoIn(this.db.manager, ctx, placeOf(ctx).id);
  }

  async unoIn(db: EntityManager, ctx: RequestContext, id: string): Promise<AvvisoView> {
    const { ambitoId } = placeOf(ctx);
    const [row] = await db.query<Uno[]>(UNO, [ambitoId, id]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const { now, ...view } = row;
    const roles = rolesIn(ctx.actor, { ambitoId });
    const stato = statoAt(row, now);
    return {
      ...view,
      stato,
      azioni: azioniPermesse('avviso', AVVISO, stato, roles),
      puoModificare: stato === 'bozza' && hasPermission(roles, 'avviso.modifica'),
      puoChiarire: row.stato === 'pubblicato' && hasPermission(roles, 'avviso.chiarisci'),
      puoRettificare: stato === 'pubblicato' && hasPermission(roles, 'avviso.rettifica'),
    };
  }
}

function statoAt(row: { stato: Stored; apreAt: string; chiudeAt: string }, now: Date) {
  return statoAvviso({ stato: row.stato, apreAt: new Date(row.apreAt), chiudeAt: new Date(row.chiudeAt) }, now);
}
