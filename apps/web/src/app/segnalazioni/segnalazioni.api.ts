import { inject } from '@angular/core';
import type { AzioneInput, AzioneSegnalazione, SegnalazioneInput, SegnalazioneRicevutaView, SegnalazioneView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type CursorList, cursorList } from '../api/cursor-list';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/segnalazioni`;

export const segnalazioniList = (ambito: () => string, stato: () => string): CursorList<SegnalazioneView> =>
  cursorList(() => base(ambito()) + (stato() === '' ? '' : `?stato=${encodeURIComponent(stato())}`));

/** Commands. Call in an injection context. */
export function segnalazioniCommands() {
  const api = inject(Api);
  return {
    invia: (ambito: string, input: SegnalazioneInput, idempotencyKey: string) =>
      api.post<SegnalazioneRicevutaView>(base(ambito), input, { idempotencyKey }),
    esegui: (ambito: string, { id, version }: Pick<SegnalazioneView, 'id' | 'version'>, azione: AzioneSegnalazione, input: AzioneInput) =>
      api.post<SegnalazioneView>(`${base(ambito)}/${id}/azioni/${azione}`, input, { version }),
  };
}
