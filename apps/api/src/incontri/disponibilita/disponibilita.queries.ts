import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  azioniPermesse,
  contaData,
  dataMigliore,
  DISPONIBILITA,
  rolesIn,
  type DisponibilitaRigaView,
  type DisponibilitaView,
  type Pagina,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { intera } from '../../platform/http/intera.js';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { trovaConflittiDi } from '../incontro/conflitti.js';
import { tavoliDi } from '../incontro/tavoli-di.js';
import { INCONTRO_DI, quanti, raccoglie, RISPOSTE } from './disponibilita.sql.js';

const RIGA = `d.id, d.titolo, d.stato, ${raccoglie('d')} AS raccoglie, ${iso('d.entro_at')} AS "entroAt", ${quanti('d')} AS chieste, ${quanti('d', true)} AS risposte, ${INCONTRO_DI} AS "incontroId"`;

/** Those that take answers, first; then the latest of two years. */
const ELENCO = `
  SELECT ${RIGA}, (SELECT count(*)::int FROM disponibilita_data g WHERE g.ambito_id = d.ambito_id AND g.disponibilita_id = d.id) AS date
  FROM disponibilita d WHERE d.ambito_id = $1 AND d.tavolo_id = $2 AND (d.stato = 'aperta' OR d.creata_at > now() - interval '2 years')
  ORDER BY ${raccoglie('d')} DESC, d.creata_at DESC, d.id`;

const UNA = `
  SELECT ${RIGA}, d.messaggio, d.sede, d.link_video AS "linkVideo", d.version, d.tavolo_id AS "tavoloId", jsonb_build_object('slug', t.slug, 'nome', t.nome) AS tavolo,
    (SELECT jsonb_agg(jsonb_build_object('id', g.id, 'inizioAt', ${iso('g.inizio_at')}, 'fineAt', ${iso('g.fine_at')}) ORDER BY g.inizio_at, g.id)
       FROM disponibilita_data g WHERE g.ambito_id = d.ambito_id AND g.disponibilita_id = d.id) AS date,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('nome', p.nome, 'enti', p.enti, 'rispostoAt', ${iso('p.risposto_at')}, 'risposte', ${RISPOSTE}) ORDER BY p.enti, p.nome, p.id), '[]')
       FROM disponibilita_persona p WHERE p.ambito_id = d.ambito_id AND p.disponibilita_id = d.id) AS persone
  FROM disponibilita d JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id WHERE d.ambito_id = $1 AND d.id = $2`;

type Data = Pick<DisponibilitaView['date'][number], 'id' | 'inizioAt' | 'fineAt'>;
type Una = Omit<DisponibilitaView, 'date' | 'migliore' | 'azioni'> & { readonly tavoloId: string; readonly date: readonly Data[] };

/** Reads of the searches of a day, for who prepares the incontri of a tavolo. */
@Injectable()
export class DisponibilitaQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async elenco(ctx: RequestContext): Promise<Pagina<DisponibilitaRigaView>> {
    const { ambitoId, id } = placeOf(ctx);
    return intera(await this.db.query<DisponibilitaRigaView[]>(ELENCO, [ambitoId, id]));
  }

  una(ctx: RequestContext): Promise<DisponibilitaView> {
    return this.unaIn(this.db.manager, ctx, placeOf(ctx).id);
  }

  /** The table: how each day stands, what speaks against it, and which suits most. */
  async unaIn(db: EntityManager, ctx: RequestContext, id: string): Promise<DisponibilitaView> {
    const { ambitoId } = placeOf(ctx);
    const [row] = await db.query<Una[]>(UNA, [ambitoId, id]);
    if (row === undefined) throw new ProblemError('risorsa.non_trovata');
    const { tavoloId, date, ...d } = row;
    const progetti = date.map(({ inizioAt, fineAt }) => ({
      inizio: new Date(inizioAt),
      fine: new Date(fineAt),
      tavoli: [tavoloId],
      sede: d.sede?.nome ?? null,
      esclusi: d.incontroId === null ? [] : [d.incontroId],
    }));
    const conflitti = await trovaConflittiDi(db, ambitoId, progetti, tavoliDi(ctx.actor, ambitoId));
    return {
      ...d,
      date: date.map((data, i) => ({ ...data, ...contaData(data.id, d.persone), conflitti: conflitti[i] ?? [] })),
      migliore: dataMigliore(date, d.persone),
      azioni: azioniPermesse('disponibilita', DISPONIBILITA, d.stato, rolesIn(ctx.actor, { ambitoId, tavoloId })),
    };
  }
}
