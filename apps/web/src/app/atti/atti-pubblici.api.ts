import type { AttoDellAmbitoView } from '@tavoli/shared';
import { type CursorList, cursorList } from '../api/cursor-list';

export const attiBase = (ambito: string): string => `/api/v1/ambiti/${encodeURIComponent(ambito)}/atti`;
/** The bytes of an act lie where they always did. */
export const attoDocumento = (ambito: string, atto: string): string =>
  `/api/v1/ambiti/${encodeURIComponent(ambito)}/iter/atti/${atto}/file`;

export const attiList = (ambito: () => string, filtri: () => Readonly<Record<'tipo' | 'anno', string>>): CursorList<AttoDellAmbitoView> =>
  cursorList(() => {
    const query = new URLSearchParams(Object.entries(filtri()).filter(([, v]) => v !== '')).toString();
    return `${attiBase(ambito())}${query === '' ? '' : `?${query}`}`;
  });
