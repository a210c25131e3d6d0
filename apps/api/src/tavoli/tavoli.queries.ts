import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CONSENSI_SENZA_RIFIUTO, DESIGNAZIONI_TOLTE, statoAvviso, type Pagina, type TavoloRigaView, type TavoloView } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { chiConduce } from '../incarichi/chi.sql.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { intera } from '../platform/http/intera.js';
import { enteDelSottogruppo, sottogruppiBrevi, SOTTOGRUPPO } from './sottogruppi.sql.js';
import { OSSERVATORI } from './osservatori.sql.js';
import { breve, radice } from './tavolo.sql.js';
import { assegna, finitoColPiano, siedePer, tiene } from '../posti/siede.sql.js';

const AREE = `(SELECT coalesce(jsonb_agg(ar.nome ORDER BY ar.ordine), '[]') FROM tavolo_area ta JOIN area_tematica ar ON ar.ambito_id = ta.ambito_id AND ar.id = ta.area_id
  WHERE ta.ambito_id = t.ambito_id AND ta.tavolo_id = t.id) AS aree`;
const riga = (): string =>
  `t.id, t.slug, t.codice, t.nome, t.scopo, t.chiuso_il::text AS "chiusoIl", ${AREE}, ${chiConduce('t.ambito_id', 't.id')} AS referente`;

/** How many enti sit there. */
const NUMERO_ENTI = (): string =>
  `(SELECT count(*)::int FROM designazione d WHERE d.ambito_id = t.ambito_id AND d.tavolo_id = t.id AND ${siedePer('d')}) AS "numeroEnti"`;

/** Enti with a seat. Names leave the database only for accepted designazioni, and only for people whose consent stands. */
const ENTI = `(SELECT coalesce(jsonb_agg(x.riga ORDER BY x.denominazione), '[]') FROM (
    SELECT e.denominazione, jsonb_build_object('id', e.id, 'denominazione', e.denominazione, 'veste', d.veste, 'dal', ${iso('coalesce(d.ammessa_at, d.accettata_at)')},
      'rappresentanti', coalesce(jsonb_agg(jsonb_build_object('ruolo', r.ruolo, 'nome', r.nome, 'cognome', r.cognome) ORDER BY r.ordine) FILTER (WHERE r.consenso = 'dato'), '[]'),
      'inAttesa', count(*) FILTER (WHERE r.consenso = 'in_attesa'), 'scoperto', coalesce(bool_or(r.ruolo = 'titolare' AND r.consenso = 'dimesso'), false)
        AND NOT coalesce(bool_or(r.ruolo = 'titolare' AND r.consenso IN ${fra(CONSENSI_SENZA_RIFIUTO)}), false)) AS riga
    FROM designazione d
    JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
    JOIN rappresentante r ON r.ambito_id = d.ambito_id AND r.designazione_id = d.id
    WHERE d.ambito_id = t.ambito_id AND d.tavolo_id = t.id AND ${assegna('d')}
    GROUP BY e.id, e.denominazione, d.veste, d.ammessa_at, d.accettata_at
    UNION ALL ${enteDelSottogruppo()}) x) AS enti`;

/** Enti whose seat the office ended, the latest first, unless they sit there again: the day, and nothing else. */
const USCITI = `(SELECT coalesce(jsonb_agg(x.riga ORDER BY x.al DESC), '[]') FROM (
    SELECT max(d.finita_at) AS al, jsonb_build_object('denominazione', e.denominazione, 'al', ${iso('max(d.finita_at)')}) AS riga
    FROM designazione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
    WHERE d.ambito_id = t.ambito_id AND d.tavolo_id = t.id AND d.stato IN ${fra(DESIGNAZIONI_TOLTE)}
      AND NOT EXISTS (SELECT 1 FROM designazione u WHERE u.ambito_id = d.ambito_id AND u.tavolo_id = d.tavolo_id AND u.ente_id = d.ente_id AND ${tiene('u')})
    GROUP BY e.id, e.denominazione) x) AS usciti`;

const CHIUSURA = `CASE WHEN t.chiuso_il IS NOT NULL THEN jsonb_build_object(
    'atto', CASE WHEN t.chiuso_atto_tipo IS NOT NULL THEN jsonb_build_object('tipo', t.chiuso_atto_tipo, 'numero', t.chiuso_atto_numero, 'data', t.chiuso_atto_data) END,
    'confluitoIn', (SELECT ${breve('v')} FROM tavolo v WHERE v.ambito_id = t.ambito_id AND v.id = t.confluito_id)) END AS chiusura,
  (SELECT coalesce(jsonb_agg(${breve('v')} ORDER BY v.codice), '[]') FROM tavolo v WHERE v.ambito_id = t.ambito_id AND v.confluito_id = t.id) AS confluiti`;

const AVVISI = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'titolo', v.titolo, 'stato', v.stato, 'apreAt', ${iso('v.apre_at')}, 'chiudeAt', ${iso('v.chiude_at')}) ORDER BY v.chiude_at DESC), '[]')
  FROM avviso_tavolo vt JOIN avviso v ON v.ambito_id = vt.ambito_id AND v.id = vt.avviso_id
  WHERE vt.ambito_id = t.ambito_id AND vt.tavolo_id = t.id AND v.stato = 'pubblicato') AS avvisi`;

type AvvisoRow = { id: string; titolo: string; stato: 'pubblicato'; apreAt: string; chiudeAt: string };

/** Public reads of tavoli. */
@Injectable()
export class TavoliQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** All the tavoli of an ambito, in the order of their codes, each with its sottogruppi: one query. */
  async elenco(ambitoId: string): Promise<Pagina<TavoloRigaView>> {
    const items = await this.db.query<TavoloRigaView[]>(
      `SELECT ${riga()}, ${NUMERO_ENTI()}, ${sottogruppiBrevi()} AS sottogruppi
       FROM tavolo t WHERE t.ambito_id = $1 AND ${radice('t')} ORDER BY t.codice, t.id`,
      [ambitoId],
    );
    return intera(items);
  }

  uno(ctx: RequestContext): Promise<TavoloView> {
    return this.unoIn(this.db.manager, placeOf(ctx).ambitoId, placeOf(ctx).id);
  }

  async unoIn(db: EntityManager, ambitoId: string, id: string): Promise<TavoloView> {
    const [row] = await db.query<(Omit<TavoloView, 'avvisi'> & { avvisi: AvvisoRow[]; now: Date })[]>(
      `SELECT ${riga()}, ${ENTI}, ${USCITI}, ${CHIUSURA}, ${AVVISI}, ${SOTTOGRUPPO()}, ${OSSERVATORI} AS osservatori, t.version, now() AS now, ${finitoColPiano('t')} AS "mandatiFiniti",
         (SELECT coalesce(jsonb_agg(ta.area_id), '[]') FROM tavolo_area ta WHERE ta.ambito_id = t.ambito_id AND ta.tavolo_id = t.id) AS "areeId",
         (SELECT jsonb_build_object('titolo', p.titolo, 'dal', p.dal, 'al', p.al) FROM piano_di_zona p WHERE p.ambito_id = t.ambito_id AND p.id = t.piano_id) AS piano
       FROM tavolo t WHERE t.ambito_id = $1 AND t.id = $2`,
      [ambitoId, id],
    );
    if (!row) throw new ProblemError('risorsa.non_trovata');
    const { now, avvisi, ...view } = row;
    return {
      ...view,
      avvisi: avvisi.map(({ apreAt, ...v }) => ({
        ...v,
        stato: statoAvviso({ stato: v.stato, apreAt: new Date(apreAt), chiudeAt: new Date(v.chiudeAt) }, now),
      })),
    };
  }
}
