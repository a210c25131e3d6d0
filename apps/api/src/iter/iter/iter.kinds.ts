import type { Seen } from '../../platform/procedura/kind.js';

export const FASE_KIND = { kind: 'fase', table: 'fase', alias: 'f', news: 'iter', state: 'x.stato' } as const satisfies Seen;

/** An act is public or not from the beginning: it has no steps. */
export const ATTO_KIND = {
  kind: 'atto',
  table: 'atto',
  news: 'iter',
  alias: 't',
  state: `CASE WHEN x.pubblico THEN 'pubblico' ELSE 'riservato' END`,
} as const satisfies Seen;

export const FIRMATARIO_KIND = {
  kind: 'firmatario',
  table: 'firmatario',
  alias: 'f',
  news: 'iter',
  state: 'x.stato',
} as const satisfies Seen;
export const ADESIONE_KIND = {
  kind: 'adesione',
  table: 'adesione',
  alias: 'd',
  ente: 'x.ente_id',
  state: 'x.stato',
} as const satisfies Seen;
export const OSSERVAZIONE_KIND = {
  kind: 'osservazione',
  table: 'osservazione',
  alias: 'o',
  news: 'iter',
  state: 'x.stato',
} as const satisfies Seen;

/** Of a signatory, whom the office wrote. */
export const NOTO_PER_FIRMA = 'EXISTS (SELECT 1 FROM firmatario f WHERE f.email = a)';
