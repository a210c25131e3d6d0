import { visibleWhere } from '../../platform/access/visible.js';
import type { Lettore, Nome, Seen } from '../../platform/procedura/kind.js';

/** The rows `f` of a kind of the iter that the reader may see, with these words and page. */
const nome =
  (kind: () => Seen, da: string, titolo: string, riferimento: string, area: string): Nome =>
  ({ actor, ambitoId, args }: Lettore) =>
    `SELECT ${kind().alias}.ambito_id, ${kind().alias}.id, ${titolo} AS titolo, '${riferimento}' AS riferimento, NULL::text AS pubblico, ${area} AS area, NULL::timestamptz AS at
    FROM ${da} WHERE ${visibleWhere(kind(), actor, ambitoId, args)}`;

export const FASE_KIND: Seen = {
  kind: 'fase',
  table: 'fase',
  alias: 'f',
  news: 'iter',
  state: 'x.stato',
  names: { fase: nome(() => FASE_KIND, 'fase f', 'f.titolo', 'Fase dell’iter', `'area/iter/fasi/' || f.id`) },
};

/** An act is public or not from the beginning: it has no steps. */
export const ATTO_KIND: Seen = {
  kind: 'atto',
  table: 'atto',
  news: 'iter',
  alias: 't',
  state: `CASE WHEN x.pubblico THEN 'pubblico' ELSE 'riservato' END`,
  names: {
    atto: nome(
      () => ATTO_KIND,
      `(SELECT q.*, CASE WHEN q.pubblico THEN 'pubblico' ELSE 'riservato' END AS stato FROM atto q) t`,
      't.titolo',
      'Atto',
      `'area/atti/' || t.id`,
    ),
  },
};

export const FIRMATARIO_KIND: Seen = {
  kind: 'firmatario',
  table: 'firmatario',
  alias: 'f',
  news: 'iter',
  state: 'x.stato',
  names: { firmatario: nome(() => FIRMATARIO_KIND, 'firmatario f', 'f.ente', 'Firmatario dell’accordo', `'area/iter/accordo'`) },
};
export const ADESIONE_KIND: Seen = {
  kind: 'adesione',
  table: 'adesione',
  alias: 'd',
  ente: 'x.ente_id',
  state: 'x.stato',
  names: {
    adesione: nome(
      () => ADESIONE_KIND,
      'adesione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id',
      'e.denominazione',
      'Adesione',
      `'area/adesioni/' || d.id`,
    ),
  },
};
export const OSSERVAZIONE_KIND: Seen = {
  kind: 'osservazione',
  table: 'osservazione',
  alias: 'o',
  news: 'iter',
  state: 'x.stato',
  names: { osservazione: nome(() => OSSERVAZIONE_KIND, 'osservazione o', 'o.da', 'Osservazione', `'area/iter/accordo'`) },
};

/** Of a signatory, whom the office wrote. */
export const NOTO_PER_FIRMA = 'EXISTS (SELECT 1 FROM firmatario f WHERE f.email = a)';
