import type { AttoRegistroView } from '@tavoli/shared';
import { type CursorList, cursorList } from '../api/cursor-list';

export const registroList = (ambito: () => string): CursorList<AttoRegistroView> =>
  cursorList(() => `/api/v1/ambiti/${encodeURIComponent(ambito())}/registro`);
