import { ENTI_RICONOSCIUTI } from '@tavoli/shared';
import { visibleWhere } from '../platform/access/visible.js';
import type { Lettore, Seen } from '../platform/procedura/kind.js';
import { fra } from '../platform/database/fra.js';

const nome = ({ actor, ambitoId, args }: Lettore): string => `SELECT e.ambito_id, e.id, e.denominazione AS titolo, 'Ente' AS riferimento,
    NULL::text AS pubblico, 'area/enti/' || e.id AS area, NULL::timestamptz AS at FROM ente e WHERE ${visibleWhere(ENTE_KIND, actor, ambitoId, args)}`;

export const ENTE_KIND = {
  kind: 'ente',
  table: 'ente',
  alias: 'e',
  ente: 'x.id',
  state: 'x.stato',
  names: { ente: nome },
} as const satisfies Seen;

/** Of an ente that the office has verified at this address. */
export const NOTO_PER_ENTE = `EXISTS (SELECT 1 FROM ente e WHERE e.email_verificata = a AND e.email = e.email_verificata AND e.stato IN ${fra(ENTI_RICONOSCIUTI)})`;
