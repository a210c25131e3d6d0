import { ENTI_RICONOSCIUTI } from '@tavoli/shared';
import type { Seen } from '../platform/procedura/kind.js';
import { fra } from '../platform/database/fra.js';

export const ENTE_KIND = { kind: 'ente', table: 'ente', alias: 'e', ente: 'x.id', state: 'x.stato' } as const satisfies Seen;

/** Of an ente that the office has verified at this address. */
export const NOTO_PER_ENTE = `EXISTS (SELECT 1 FROM ente e WHERE e.email_verificata = a AND e.email = e.email_verificata AND e.stato IN ${fra(ENTI_RICONOSCIUTI)})`;
