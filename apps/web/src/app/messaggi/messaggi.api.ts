import { inject } from '@angular/core';
import type { EmailStatoView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type CursorList, cursorList } from '../api/cursor-list';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/email`;

export const messaggiList = (ambito: () => string, stato: () => string): CursorList<EmailStatoView> =>
  cursorList(() => base(ambito()) + (stato() === '' ? '' : `?stato=${encodeURIComponent(stato())}`));

/** Commands. Call in an injection context. */
export function messaggiCommands() {
  const api = inject(Api);
  return { rinvia: (ambito: string, id: string) => api.post<void>(`${base(ambito)}/${id}/rinvio`, {}) };
}
