import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  OSSERVATORE,
  OSSERVATORI_APERTI,
  rolesIn,
  type OsservatoreMiaView,
  type OsservatoreMioView,
  type OsservatoreView,
  type Pagina,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { fra } from '../platform/database/fra.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { intera } from '../platform/http/intera.js';
import { iso } from '../platform/http/json-view.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { ammetteOsservatori } from '../tavoli/osservatori.sql.js';

const RIGA = `
  SELECT o.id, o.stato, jsonb_build_object('nome', a.nome || ' ' || a.cognome, 'email', a.email) AS persona, o.gruppo, o.perche, o.motivazione,
    ${iso('o.chiesto_at')} AS "chiestoAt", o.version, o.tavolo_id AS "tavoloId"
  FROM osservatore o JOIN account a ON a.id = o.account_id WHERE o.ambito_id = $1`;
type Riga = Omit<OsservatoreView, 'azioni'> & { readonly tavoloId: string };

const MIE = `
  SELECT o.id, jsonb_build_object('slug', t.slug, 'nome', t.nome) AS tavolo, o.stato, o.gruppo, o.perche, o.motivazione, ${iso('o.chiesto_at')} AS "chiestoAt"
  FROM osservatore o JOIN tavolo t ON t.ambito_id = o.ambito_id AND t.id = o.tavolo_id
  WHERE o.ambito_id = $1 AND o.account_id = $2 ORDER BY (o.stato IN ${fra(OSSERVATORI_APERTI)}) DESC, o.chiesto_at DESC, o.id`;

const MIO = `
  SELECT ${ammetteOsservatori('t')} AS ammette, (SELECT jsonb_build_object('stato', o.stato, 'gruppo', o.gruppo, 'perche', o.perche, 'motivazione', o.motivazione, 'chiestoAt', ${iso('o.chiesto_at')})
    FROM osservatore o WHERE o.ambito_id = t.ambito_id AND o.tavolo_id = t.id AND o.account_id = $3 ORDER BY o.chiesto_at DESC, o.id LIMIT 1) AS richiesta
  FROM tavolo t WHERE t.ambito_id = $1 AND t.id = $2`;

/** Reads of requests to follow a tavolo: all of them for who leads it, their own for who asked. */
@Injectable()
export class OsservatoriQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Those that wait first, then those who follow it, then the others, the latest first. */
  async elenco(ctx: RequestContext): Promise<Pagina<OsservatoreView>> {
    const { ambitoId, id } = placeOf(ctx);
    const righe = await this.db.query<Riga[]>(
      `${RIGA} AND o.tavolo_id = $2 ORDER BY (o.stato = 'ricevuta') DESC, (o.stato = 'ammessa') DESC, o.chiesto_at DESC, o.id`,
      [ambitoId, id],
    );
    return intera(righe.map(riga => this.conAzioni(ctx, riga)));
  }

  async unoIn(db: EntityManager, ctx: RequestContext, id: string): Promise<OsservatoreView> {
    const [riga] = await db.query<Riga[]>(`${RIGA} AND o.id = $2`, [placeOf(ctx).ambitoId, id]);
    if (riga === undefined) throw new ProblemError('risorsa.non_trovata');
    return this.conAzioni(ctx, riga);
  }

  async mie(ctx: RequestContext): Promise<Pagina<OsservatoreMiaView>> {
    return intera(await this.db.query<OsservatoreMiaView[]>(MIE, [placeOf(ctx).ambitoId, ctx.actor.id]));
  }

  mio(ctx: RequestContext): Promise<OsservatoreMioView> {
    return this.mioIn(this.db.manager, ctx);
  }

  async mioIn(db: EntityManager, ctx: RequestContext): Promise<OsservatoreMioView> {
    const [row] = await db.query<OsservatoreMioView[]>(MIO, [placeOf(ctx).ambitoId, placeOf(ctx).id, ctx.actor.id]);
    if (row === undefined) throw new ProblemError('risorsa.non_trovata');
    return row;
  }

  private conAzioni(ctx: RequestContext, { tavoloId, ...riga }: Riga): OsservatoreView {
    const roles = rolesIn(ctx.actor, { ambitoId: placeOf(ctx).ambitoId, tavoloId });
    return { ...riga, azioni: azioniPermesse('osservatore', OSSERVATORE, riga.stato, roles) };
  }
}
