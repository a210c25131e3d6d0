import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { eIncarico, oreInattive, type Pagina, type SessioneAttivaView, type SessioneView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import type { RequestContext } from '../platform/commands/context.js';
import { iso } from '../platform/http/json-view.js';
import { intera } from '../platform/http/intera.js';
import { corre, valeA } from '../incarichi/chi.sql.js';
import { siede } from '../posti/siede.sql.js';

const NOBODY: SessioneView = { account: null, amministratore: false, incarichi: [], enti: [], tavoli: [] };

const AMBITO = `jsonb_build_object('id', m.id, 'slug', m.slug, 'nome', m.nome)`;
const TAVOLO = `jsonb_build_object('id', t.id, 'slug', t.slug, 'nome', t.nome)`;

/** $1: account id. What is held now, as the session reader sees it, with the names that menus show. */
const SESSIONE = `
  SELECT jsonb_build_object('id', a.id, 'nome', a.nome, 'cognome', a.cognome, 'email', a.email, 'genere', a.genere) AS account, a.amministratore,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ruolo', i.ruolo, 'ambito', ${AMBITO}, 'tavolo', CASE WHEN t.id IS NOT NULL THEN ${TAVOLO} END,
                'incontro', CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('id', n.id, 'titolo', n.titolo, 'inizioAt', ${iso('n.inizio_at')}) END)
              ORDER BY m.nome, i.ruolo, t.nome, n.inizio_at), '[]')
       FROM (SELECT DISTINCT c.ambito_id, c.ruolo, q.id AS tavolo_id, c.incontro_id FROM incarico c CROSS JOIN LATERAL ${valeA('c')} q
             WHERE c.account_id = a.id AND ${corre('c')}) i
         JOIN ambito m ON m.id = i.ambito_id LEFT JOIN tavolo t ON t.ambito_id = i.ambito_id AND t.id = i.tavolo_id
         LEFT JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id) AS incarichi,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ambito', ${AMBITO}, 'id', e.id, 'denominazione', e.denominazione, 'stato', e.stato)
              ORDER BY m.nome, e.denominazione, e.id), '[]')
       FROM operatore o JOIN ente e ON e.ambito_id = o.ambito_id AND e.id = o.ente_id JOIN ambito m ON m.id = o.ambito_id
       WHERE o.account_id = a.id AND o.al IS NULL) AS enti,
    (SELECT coalesce(jsonb_agg(x.tavolo ORDER BY x.tavolo->>'nome', x.tavolo->>'id'), '[]')
       FROM (SELECT DISTINCT ${TAVOLO} || jsonb_build_object('ambito', ${AMBITO}) AS tavolo
             FROM rappresentante r
             JOIN mandato n ON n.ambito_id = r.ambito_id AND n.rappresentante_id = r.id AND ${siede('n')}
             JOIN tavolo t ON t.ambito_id = n.ambito_id AND t.id = n.tavolo_id
             JOIN ambito m ON m.id = n.ambito_id
             WHERE r.email = a.email AND a.email_confermata_at IS NOT NULL) x) AS tavoli
  FROM account a WHERE a.id = $1`;

@Injectable()
export class AccountsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Who is signed in, and every relation they hold; nobody for the public. */
  async sessione(ctx: RequestContext): Promise<SessioneView> {
    if (ctx.actor.id === null) return ctx.inattiva ? { ...NOBODY, inattiva: true } : NOBODY;
    const [row] = await this.db.query<SessioneView[]>(SESSIONE, [ctx.actor.id]);
    return row ? { ...row, incarichi: row.incarichi.filter(i => eIncarico(i.ruolo)) } : NOBODY;
  }

  /** One's open sessions: this one first, then by when they were last used. */
  async sessioni(ctx: RequestContext): Promise<Pagina<SessioneAttivaView>> {
    const items = await this.db.query<SessioneAttivaView[]>(
      `SELECT id, ${iso('creata_at')} AS "creataAt", ${iso('vista_at')} AS "vistaAt", dispositivo, id = $2 AS attuale
       FROM sessione WHERE account_id = $1 AND scade_at > now() AND (id = $2 OR vista_at > now() - make_interval(hours => $3)) ORDER BY id = $2 DESC, vista_at DESC, id`,
      [ctx.actor.id, ctx.sessioneId, oreInattive(ctx.actor)],
    );
    return intera(items);
  }
}
