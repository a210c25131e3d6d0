import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  INCONTRI_ANNUNCIATI,
  PROPOSTA,
  PROPOSTE_APERTE,
  rolesIn,
  type AzioneProposta,
  type Pagina,
  type PropostaMiaView,
  type PropostaView,
  type ProposteView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { intera } from '../../platform/http/intera.js';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { siede } from '../../posti/siede.sql.js';
import { IL_PUNTO } from './proposte.sql.js';

const INCONTRO = `jsonb_build_object('id', n.id, 'titolo', n.titolo, 'inizioAt', ${iso('n.inizio_at')})`;
const RIGA = `o.id, o.stato, o.titolo, o.perche, o.minuti, o.motivazione, ${iso('o.proposta_at')} AS "propostaAt", ${iso('o.decisa_at')} AS "decisaAt",
  p.id IS NOT NULL AS "allOrdine", o.version, o.tavolo_id AS "tavoloId"`;

const ELENCO = (): string => `
  SELECT ${RIGA}, c.nome || ' ' || c.cognome AS persona,
    (SELECT string_agg(DISTINCT e.denominazione, ', ') FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id AND r.email = c.email
       JOIN ente e ON e.ambito_id = m.ambito_id AND e.id = m.ente_id WHERE m.ambito_id = o.ambito_id AND m.tavolo_id = o.tavolo_id AND ${siede('m')}) AS enti,
    CASE WHEN p.id IS NOT NULL THEN ${INCONTRO} END AS incontro
  FROM proposta o JOIN account c ON c.id = o.account_id ${IL_PUNTO} WHERE o.ambito_id = $1`;

/** All those that wait, first; then the others of the last two years, the latest first. */
const IN_ORDINE = `AND (o.stato IN ${fra(PROPOSTE_APERTE)} OR o.proposta_at > now() - interval '2 years')
  ORDER BY (o.stato = 'ricevuta') DESC, (o.stato IN ${fra(PROPOSTE_APERTE)}) DESC, o.proposta_at DESC, o.id`;

const BOZZE = `SELECT n.id, n.titolo, ${iso('n.inizio_at')} AS "inizioAt" FROM incontro n WHERE n.ambito_id = $1 AND n.tavolo_id = $2 AND n.stato = 'bozza' ORDER BY n.inizio_at, n.id`;

const MIE = `
  SELECT ${RIGA}, jsonb_build_object('slug', t.slug, 'nome', t.nome) AS tavolo,
    CASE WHEN n.stato IN ${fra(INCONTRI_ANNUNCIATI)} THEN ${INCONTRO} END AS incontro
  FROM proposta o JOIN tavolo t ON t.ambito_id = o.ambito_id AND t.id = o.tavolo_id ${IL_PUNTO} WHERE o.ambito_id = $1 AND o.account_id = $2`;

type Riga<V> = Omit<V, 'azioni'> & { readonly tavoloId: string };

/** Reads of proposals: all of a tavolo for who prepares its incontri, their own for who proposed them. */
@Injectable()
export class ProposteQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async elenco(ctx: RequestContext): Promise<ProposteView> {
    const { ambitoId, id } = placeOf(ctx);
    const righe = await this.db.query<Riga<PropostaView>[]>(`${ELENCO()} AND o.tavolo_id = $2 ${IN_ORDINE}`, [ambitoId, id]);
    const bozze = await this.db.query<ProposteView['bozze'][number][]>(BOZZE, [ambitoId, id]);
    return { items: righe.map(riga => conAzioni(ctx, riga, a => a !== 'ritira')), bozze };
  }

  async mie(ctx: RequestContext): Promise<Pagina<PropostaMiaView>> {
    const righe = await this.db.query<Riga<PropostaMiaView>[]>(`${MIE} ${IN_ORDINE}`, [placeOf(ctx).ambitoId, ctx.actor.id]);
    return intera(righe.map(riga => conAzioni(ctx, riga, a => a === 'ritira')));
  }

  miaIn(db: EntityManager, ctx: RequestContext, id: string): Promise<PropostaMiaView> {
    return una(ctx, db.query<Riga<PropostaMiaView>[]>(`${MIE} AND o.id = $3`, [placeOf(ctx).ambitoId, ctx.actor.id, id]), true);
  }

  /** What a step answers: to who proposed it, without who they are. */
  unaIn(db: EntityManager, ctx: RequestContext, id: string): Promise<PropostaView> {
    return una(ctx, db.query<Riga<PropostaView>[]>(`${ELENCO()} AND o.id = $2`, [placeOf(ctx).ambitoId, id]), false);
  }
}

async function una<V extends { readonly azioni: readonly AzioneProposta[] } & Detta>(
  ctx: RequestContext,
  righe: Promise<Riga<V>[]>,
  mia: boolean,
): Promise<V> {
  const [riga] = await righe;
  if (riga === undefined) throw new ProblemError('risorsa.non_trovata');
  return conAzioni(ctx, riga, a => (a === 'ritira') === mia);
}

type Detta = Pick<PropostaView, 'stato' | 'allOrdine'>;

/** What the reader may do with it now: what stands in an ordine del giorno is taken out there. */
function conAzioni<V extends { readonly azioni: readonly AzioneProposta[] } & Detta>(
  ctx: RequestContext,
  { tavoloId, ...riga }: Riga<V>,
  suoi: (azione: AzioneProposta) => boolean,
): V {
  const detta = riga as unknown as Detta;
  const roles = rolesIn(ctx.actor, { ambitoId: placeOf(ctx).ambitoId, tavoloId });
  const azioni = azioniPermesse('proposta', PROPOSTA, detta.stato, roles).filter(
    a => suoi(a) && !(detta.stato === 'accolta' && detta.allOrdine),
  );
  return { ...riga, azioni } as unknown as V;
}
