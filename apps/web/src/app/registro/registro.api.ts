import type { AttoRegistroView } from '@tavoli/shared';
import { type CursorList, cursorList } from '../api/cursor-list';

/** What the register is asked for; the empty ones narrow nothing. */
export type FiltriRegistro = Readonly<Record<string, string>>;

function indirizzo(ambito: string, come: '' | '.csv' | '.pdf', filtri: FiltriRegistro): string {
  const query = new URLSearchParams(Object.entries(filtri).filter(([, v]) => v !== '')).toString();
  return `/api/v1/ambiti/${encodeURIComponent(ambito)}/registro${come}${query === '' ? '' : `?${query}`}`;
}

export const registroList = (ambito: () => string, filtri: () => FiltriRegistro): CursorList<AttoRegistroView> =>
  cursorList(() => indirizzo(ambito(), '', filtri()));
export const registroFile = (ambito: string, come: '.csv' | '.pdf', filtri: FiltriRegistro): string => indirizzo(ambito, come, filtri);
