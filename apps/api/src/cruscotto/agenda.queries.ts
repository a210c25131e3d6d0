import { FASI_APERTE, hasPermission, INCONTRI_IN_AGENDA, relazioniDi, rolesIn, type Actor, type AppuntamentoView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { ELABORATO_KIND } from '../elaborati/elaborato/elaborato.kind.js';
import { INCONTRO_KIND } from '../incontri/incontro/incontro.kind.js';
import { readsWhere, visibleWhere } from '../platform/access/visible.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { VERBALE_KIND } from '../verbali/verbale/verbale.kind.js';
import { fineGiorno, OGGI } from './attese/attesa.js';

/** A week of the busiest ambito has some twenty. */
const LIMITE = 30;

/** From now, or from today on, for seven days. */
const PROSSIMI = (at: string): string => `${at} BETWEEN now() AND now() + interval '7 days'`;
const NEI_GIORNI = (data: string): string => `${data} BETWEEN ${OGGI} AND ${OGGI} + 7`;

/** The tavoli where somebody has a part; null where they follow all of them, or none in particular: then all that they may see is their week. */
function suoi(actor: Actor, ambitoId: string): string[] | null {
  const qui = relazioniDi(actor).filter(r => r.ambitoId === ambitoId);
  const tavoli = qui.flatMap(r => (r.oggettoId !== null && (r.dove === 'tavolo' || r.dove === 'seggio') ? [r.oggettoId] : []));
  return qui.some(r => r.dove === 'ambito') || tavoli.length === 0 ? null : tavoli;
}

const incontri = (actor: Actor, ambitoId: string, args: unknown[]): string => {
  const solo = `$${args.push(suoi(actor, ambitoId))}::uuid[]`;
  return `SELECT 'incontro' AS tipo, n.inizio_at AS at, false AS tutto, n.titolo, CASE WHEN ${readsWhere(INCONTRO_KIND, 'incontro.segui', actor, ambitoId, args)} THEN 'area/incontri/' ELSE 'incontri/' END || n.id AS percorso
  FROM incontro n WHERE n.ambito_id = $1 AND n.stato IN ${fra(INCONTRI_IN_AGENDA)} AND n.fine_at > now() AND n.inizio_at < now() + interval '7 days' AND ${visibleWhere(INCONTRO_KIND, actor, ambitoId, args)}
    AND (${solo} IS NULL OR EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id AND nt.tavolo_id = ANY(${solo})))`;
};

const AVVISI = `SELECT 'avviso', v.chiude_at, false, v.titolo, 'avvisi/' || v.id FROM avviso v WHERE v.ambito_id = $1 AND v.stato = 'pubblicato' AND ${PROSSIMI('v.chiude_at')}`;

const fasi = (segue: boolean): string =>
  `SELECT 'fase', ${fineGiorno('f.prevista_al')}, true, f.titolo, ${segue ? `'area/iter/fasi/' || f.id` : `'iter'`} FROM fase f WHERE f.ambito_id = $1 AND f.stato IN ${fra(FASI_APERTE)} AND ${NEI_GIORNI('f.prevista_al')}`;

const verbali = (actor: Actor, ambitoId: string, args: unknown[]): string =>
  `SELECT 'verbale', v.revisione_fino_at, false, n.titolo, 'area/verbali/' || v.id FROM verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id
   WHERE v.ambito_id = $1 AND v.stato = 'in_revisione' AND ${PROSSIMI('v.revisione_fino_at')} AND ${visibleWhere(VERBALE_KIND, actor, ambitoId, args)}`;

const consultazioni = (actor: Actor, ambitoId: string, args: unknown[]): string =>
  `SELECT 'consultazione', l.consultazione_fino_at, false, l.titolo, 'area/elaborati/' || l.id FROM elaborato l
   WHERE l.ambito_id = $1 AND l.stato = 'in_consultazione' AND ${PROSSIMI('l.consultazione_fino_at')} AND ${visibleWhere(ELABORATO_KIND, actor, ambitoId, args)}`;

/** The next seven days of the reader: incontri, and what closes or ends. One query. */
export function leggiAgenda(db: EntityManager, ctx: RequestContext): Promise<AppuntamentoView[]> {
  const { ambitoId } = placeOf(ctx);
  const args: unknown[] = [ambitoId];
  const segue = hasPermission(rolesIn(ctx.actor, { ambitoId }), 'iter.segui');
  const parti = [
    incontri(ctx.actor, ambitoId, args),
    AVVISI,
    fasi(segue),
    verbali(ctx.actor, ambitoId, args),
    consultazioni(ctx.actor, ambitoId, args),
  ];
  return db.query<AppuntamentoView[]>(
    `SELECT x.tipo, ${iso('x.at')} AS at, x.tutto AS "tuttoIlGiorno", x.titolo, x.percorso FROM (${parti.join(' UNION ALL ')}) x ORDER BY x.at, x.titolo, x.percorso LIMIT ${LIMITE}`,
    args,
  );
}
