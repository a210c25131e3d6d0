import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  INCONTRI_IN_PROGRAMMA,
  instantToRomeWall,
  nomeFestivita,
  type DateChiesteView,
  type Patrono,
  type RispostaDateInput,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { PATRONO } from '../../ambiti/patrono.sql.js';
import { Commands } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { iso } from '../../platform/http/json-view.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { live } from '../../platform/realtime/news.js';
import { attivo } from '../incontro/invitati.js';
import { DISPONIBILITA_KIND } from './disponibilita.kind.js';
import { raccoglie, RISPOSTE } from './disponibilita.sql.js';

/** An incontro at the time of the day `g` to which the person `p` is called. */
const IMPEGNO = `(SELECT n.titolo FROM invitato i JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id AND n.stato IN ${fra(INCONTRI_IN_PROGRAMMA)}
  WHERE i.ambito_id = p.ambito_id AND i.email = p.email AND ${attivo('i')} AND n.inizio_at < g.fine_at AND n.fine_at > g.inizio_at ORDER BY n.inizio_at, n.id LIMIT 1)`;

const CHIESTE = `
  SELECT jsonb_build_object('nome', a.nome, 'slug', a.slug) AS ambito, ${PATRONO} AS patrono, t.nome AS tavolo, jsonb_build_object('nome', p.nome, 'enti', p.enti) AS persona,
    d.titolo, d.messaggio, d.sede, d.link_video AS "linkVideo", ${iso('d.entro_at')} AS "entroAt", ${raccoglie('d')} AS raccoglie, ${RISPOSTE} AS risposte, ${iso('p.risposto_at')} AS "rispostoAt",
    (SELECT jsonb_agg(jsonb_build_object('id', g.id, 'inizioAt', ${iso('g.inizio_at')}, 'fineAt', ${iso('g.fine_at')}, 'impegno', ${IMPEGNO}) ORDER BY g.inizio_at, g.id)
       FROM disponibilita_data g WHERE g.ambito_id = d.ambito_id AND g.disponibilita_id = d.id) AS date
  FROM disponibilita_persona p JOIN disponibilita d ON d.ambito_id = p.ambito_id AND d.id = p.disponibilita_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    JOIN ambito a ON a.id = p.ambito_id WHERE p.ambito_id = $1 AND p.id = $2`;
type Row = Omit<DateChiesteView, 'date'> & {
  readonly patrono: Patrono | null;
  readonly date: readonly Omit<DateChiesteView['date'][number], 'festivo'>[];
};

const PRENDI = `SELECT p.nome, d.id, d.tavolo_id AS "tavoloId", ${raccoglie('d')} AS raccoglie FROM disponibilita_persona p
  JOIN disponibilita d ON d.ambito_id = p.ambito_id AND d.id = p.disponibilita_id WHERE p.ambito_id = $1 AND p.id = $2 FOR NO KEY UPDATE OF p FOR SHARE OF d`;

/** What who was asked does by their mailed link, without an account. They may answer as often as they like until the term: the last answer holds. */
@Injectable()
export class DateChieste {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: Commands,
  ) {}

  vedi(ctx: RequestContext): Promise<DateChiesteView> {
    return leggi(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  /** @throws ProblemError `disponibilita.finita` */
  async rispondi(ctx: RequestContext, { risposte }: RispostaDateInput): Promise<DateChiesteView> {
    const { ambitoId, id } = placeOf(ctx);
    const { persona } = await this.vedi(ctx);
    return this.commands.run({ ...ctx, actor: { ...ctx.actor, nome: persona.nome } }, ambitoId, async tx => {
      const [d] = await tx.db.query<{ id: string; tavoloId: string; raccoglie: boolean }[]>(PRENDI, [ambitoId, id]);
      if (d?.raccoglie !== true) throw new ProblemError('disponibilita.finita');
      await tx.db.query(
        'UPDATE disponibilita_persona SET risposte = risposte || $3::jsonb, risposto_at = now() WHERE ambito_id = $1 AND id = $2',
        [ambitoId, id, JSON.stringify(Object.fromEntries(risposte.map(r => [r.dataId, r.risposta])))],
      );
      tx.registra('disponibile.rispondi', 'disponibilita', d.id);
      tx.annuncia(live(DISPONIBILITA_KIND, { ...placeOf(ctx), tavoloId: d.tavoloId }, d.id));
      return leggi(tx.db, ambitoId, id);
    });
  }
}

async function leggi(db: EntityManager, ambitoId: string, id: string): Promise<DateChiesteView> {
  const [row] = await db.query<Row[]>(CHIESTE, [ambitoId, id]);
  if (row === undefined) throw new ProblemError('collegamento.non_valido');
  const { patrono, date, ...resto } = row;
  return { ...resto, date: date.map(data => ({ ...data, festivo: festivo(data.inizioAt, patrono) })) };
}

function festivo(inizioAt: string, patrono: Patrono | null): string | null {
  const giorno = instantToRomeWall(new Date(inizioAt)).slice(0, 10);
  return nomeFestivita(giorno, patrono) ?? (new Date(`${giorno}T00:00Z`).getUTCDay() === 0 ? 'domenica' : null);
}
