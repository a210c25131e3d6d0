import {
  CONTRIBUTI_SENZA_ESITO,
  DESIGNAZIONI_CHE_ASPETTANO,
  ELABORATI_SCRIVIBILI,
  OSSERVATORI_APERTI,
  type PrimaDiChiudereView,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { aperto } from '../tavoli/tavolo.sql.js';
import { tiene } from '../posti/siede.sql.js';

const incontri = (stato: string, quali: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'titolo', n.titolo, 'inizioAt', ${iso('n.inizio_at')}) ORDER BY n.inizio_at, n.id), '[]')
    FROM incontro n WHERE n.ambito_id = t.ambito_id AND n.tavolo_id ${quali} AND n.stato = '${stato}')`;
const ANCHE_SOTTOGRUPPI = 'IN (SELECT g.id FROM tavolo g WHERE g.ambito_id = t.ambito_id AND (g.id = t.id OR g.padre_id = t.id))';
const quanti = (cosa: string): string =>
  `(SELECT count(*)::int FROM ${cosa.replace('WHERE', 'WHERE x.ambito_id = t.ambito_id AND x.tavolo_id = t.id AND')})`;

const SQL = `
  SELECT t.nome, ${incontri('in_corso', ANCHE_SOTTOGRUPPI)} AS "inCorso", ${incontri('convocato', '= t.id')} AS "daAnnullare",
    ${quanti(`designazione x WHERE x.stato IN ${fra(DESIGNAZIONI_CHE_ASPETTANO)}`)} AS "daDecidere",
    ${quanti(`incontro x WHERE x.stato = 'bozza'`)} AS bozze,
    (SELECT coalesce(jsonb_agg(e.denominazione ORDER BY e.denominazione), '[]') FROM designazione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
       WHERE d.ambito_id = t.ambito_id AND d.tavolo_id = t.id AND ${tiene('d')}) AS posti,
    (SELECT coalesce(jsonb_agg(g.nome ORDER BY g.codice), '[]') FROM tavolo g WHERE g.ambito_id = t.ambito_id AND g.padre_id = t.id AND ${aperto('g')}) AS sottogruppi,
    ${quanti(`posto_diretto x WHERE x.stato = 'in_attesa'`)} AS inviti,
    ${quanti(`osservatore x WHERE x.stato IN ${fra(OSSERVATORI_APERTI)}`)} AS osservatori,
    ${quanti(`contributo x WHERE x.stato IN ${fra(CONTRIBUTI_SENZA_ESITO)}`)} AS contributi,
    ${quanti(`elaborato x WHERE x.stato IN ${fra(ELABORATI_SCRIVIBILI)}`)} AS elaborati,
    ${quanti(`decadenza x WHERE x.stato = 'aperto'`)} AS decadenze
  FROM tavolo t WHERE t.ambito_id = $1 AND t.id = $2`;

/** What there is at a tavolo that closing it would end, move or leave to be finished. @throws ProblemError `risorsa.non_trovata` */
export async function leggiPrimaDiChiudere(db: EntityManager, ambitoId: string, id: string): Promise<PrimaDiChiudereView> {
  const [row] = await db.query<PrimaDiChiudereView[]>(SQL, [ambitoId, id]);
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  return row;
}
