import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  RISULTATI_ORDINATI,
  RISULTATI_PER_PAGINA,
  type FaccetteView,
  type RicercaQuery,
  type RicercaView,
  type RisultatoView,
} from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { ComponentiQueries } from '../componenti/componenti.queries.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { iso } from '../platform/http/json-view.js';
import { domandaSql } from './domanda.js';
import { OPZIONI, pezzi, staccato } from './estratto.js';
import { ParoleService } from './parole.service.js';
import { TAVOLI_BREVI, TAVOLO_BREVE } from '../tavoli/tavolo.sql.js';

type Trovati = Pick<RicercaView, 'items' | 'quanti' | 'altri'>;
type Riga = Omit<RisultatoView, 'estratto'> & { segnato: string; quanti: number };

const TAVOLI = (ids: string): string => `(SELECT ${TAVOLI_BREVI} FROM tavolo t WHERE t.ambito_id = $1 AND t.id = ANY(${ids}))`;

const NESSUNO: RicercaView['siedono'] = { items: [], altri: false };
const ristretta = ({ tipo, tavolo, anno }: RicercaQuery): boolean => tipo !== undefined || tavolo !== undefined || anno !== undefined;

/**
 * Search over what is public: the table holds nothing else, so nothing needs to be left out here. Of a word that is everywhere only the
 * latest `RISULTATI_ORDINATI` things are put in order, so that it costs no more than a rare one.
 */
@Injectable()
export class RicercaQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly parole: ParoleService,
    private readonly componenti: ComponentiQueries,
  ) {}

  /** When nothing is found, tries the nearest words known. Three queries; three more after a mistake of typing. */
  async cerca(ctx: RequestContext, query: RicercaQuery): Promise<RicercaView> {
    const vista = await this.vista(ctx, query);
    if (vista.quanti > 0 || vista.siedono.items.length > 0 || ristretta(query)) return vista;
    const corretta = await this.parole.correggi(query.q);
    if (corretta === null) return vista;
    const nuova = await this.vista(ctx, { ...query, q: corretta });
    return nuova.quanti > 0 ? { ...nuova, corretta } : vista;
  }

  private async vista(ctx: RequestContext, query: RicercaQuery): Promise<RicercaView> {
    const { ambitoId } = placeOf(ctx);
    const [trovati, faccette, siedono] = await Promise.all([
      this.trova(ambitoId, query),
      this.conta(ambitoId, query.q),
      query.pagina > 1 || ristretta(query) ? NESSUNO : this.componenti.trovati(ctx, query.q),
    ]);
    return { ...trovati, pagina: query.pagina, faccette, siedono, corretta: null };
  }

  private async trova(ambitoId: string, { q, tipo, tavolo, anno, pagina }: RicercaQuery): Promise<Trovati> {
    const args: unknown[] = [ambitoId];
    const domanda = domandaSql(q, args);
    const only = [
      tipo && `tipo = $${args.push(tipo)}`,
      tavolo && `$${args.push(tavolo)}::uuid = ANY(tavoli)`,
      anno && `anno = $${args.push(anno)}`,
    ]
      .filter(Boolean)
      .map(where => ` AND ${where}`)
      .join('');
    const rows = await this.db.query<Riga[]>(
      `WITH candidati AS (
         SELECT tipo, oggetto_id, parole, quando FROM ricerca_voce
         WHERE ambito_id = $1 AND parole @@ ${domanda}${only} ORDER BY quando DESC LIMIT ${RISULTATI_ORDINATI + 1}
       ), pagina AS (
         SELECT c.tipo, c.oggetto_id, c.quando, ts_rank(c.parole, ${domanda}) AS peso, count(*) OVER ()::int AS quanti FROM candidati c ORDER BY peso DESC, c.quando DESC, c.oggetto_id LIMIT ${RISULTATI_PER_PAGINA} OFFSET $${args.push((pagina - 1) * RISULTATI_PER_PAGINA)}
       )
       SELECT p.tipo, p.oggetto_id AS id, v.titolo, v.percorso, ${TAVOLI('v.tavoli')} AS tavoli, CASE WHEN isfinite(p.quando) THEN ${iso('p.quando')} END AS quando,
         ts_headline('italiano', ${staccato('left(v.testo, 20000)')}, ${domanda}, $${args.push(OPZIONI)}) AS segnato, p.quanti
       FROM pagina p JOIN ricerca_voce v ON v.ambito_id = $1 AND v.tipo = p.tipo AND v.oggetto_id = p.oggetto_id ORDER BY p.peso DESC, p.quando DESC, p.oggetto_id`,
      args,
    );
    const quanti = rows[0]?.quanti ?? 0;
    return {
      items: rows.map(({ segnato, quanti: _, ...row }) => ({ ...row, estratto: pezzi(segnato) })),
      quanti: Math.min(quanti, RISULTATI_ORDINATI),
      altri: quanti > RISULTATI_ORDINATI,
    };
  }

  /** Counts among the same latest results, whatever was chosen: a choice never hides the others. */
  private async conta(ambitoId: string, q: string): Promise<FaccetteView> {
    const args: unknown[] = [ambitoId];
    const [row] = await this.db.query<FaccetteView[]>(
      `WITH candidati AS (SELECT tipo, tavoli, anno FROM ricerca_voce WHERE ambito_id = $1 AND parole @@ ${domandaSql(q, args)} ORDER BY quando DESC LIMIT ${RISULTATI_ORDINATI})
       SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('tipo', x.tipo, 'quanti', x.n) ORDER BY x.n DESC, x.tipo), '[]') FROM (SELECT tipo, count(*)::int AS n FROM candidati GROUP BY tipo) x) AS tipi,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('tavolo', ${TAVOLO_BREVE}, 'quanti', x.n) ORDER BY t.codice), '[]')
            FROM (SELECT u AS id, count(*)::int AS n FROM candidati c CROSS JOIN unnest(c.tavoli) u GROUP BY u) x JOIN tavolo t ON t.ambito_id = $1 AND t.id = x.id) AS tavoli,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('anno', x.anno, 'quanti', x.n) ORDER BY x.anno DESC), '[]') FROM (SELECT anno, count(*)::int AS n FROM candidati WHERE anno IS NOT NULL GROUP BY anno) x) AS anni`,
      args,
    );
    return row ?? { tipi: [], tavoli: [], anni: [] };
  }
}
