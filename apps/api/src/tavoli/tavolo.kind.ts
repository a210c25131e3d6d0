import type { Kind } from '../platform/procedura/kind.js';

const nome = (): string =>
  `SELECT t.ambito_id, t.id, t.nome AS titolo, CASE WHEN t.padre_id IS NULL THEN 'Tavolo ' ELSE 'Sottogruppo ' END || t.codice AS riferimento, 'tavoli/' || t.slug AS pubblico, NULL::text AS area, NULL::timestamptz AS at FROM tavolo t`;

export const TAVOLO_KIND = {
  kind: 'tavolo',
  table: 'tavolo',
  tavolo: 'x.id',
  address: 'slug',
  seenBy: 'tavolo.vedi',
  page: 'tavoli',
  parts: [{ part: 'membro', table: 'mandato', whole: 'tavolo_id', id: 'rappresentante_id', only: 'al IS NULL' }],
  names: { tavolo: nome },
} as const satisfies Kind;
