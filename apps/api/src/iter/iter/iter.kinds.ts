import type { Kind } from '../../platform/procedura/kind.js';

export const FASE_KIND = { kind: 'fase', table: 'fase', state: 'x.stato' } as const satisfies Kind;

/** An act is public or not from the beginning: it has no steps. */
export const ATTO_KIND = {
  kind: 'atto',
  table: 'atto',
  state: `CASE WHEN x.pubblico THEN 'pubblico' ELSE 'riservato' END`,
} as const satisfies Kind;

export const FIRMATARIO_KIND = { kind: 'firmatario', table: 'firmatario', state: 'x.stato' } as const satisfies Kind;
export const ADESIONE_KIND = { kind: 'adesione', table: 'adesione', ente: 'x.ente_id', state: 'x.stato' } as const satisfies Kind;
export const OSSERVAZIONE_KIND = { kind: 'osservazione', table: 'osservazione', state: 'x.stato' } as const satisfies Kind;

/** Of a signatory, whom the office wrote. */
export const NOTO_PER_FIRMA = 'EXISTS (SELECT 1 FROM firmatario f WHERE f.email = a)';
