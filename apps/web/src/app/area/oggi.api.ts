import { inject } from '@angular/core';
import type { AzioneEnte, AzioneInvito, OggiView, VisitaView, VoceOggiView } from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';
import { entiCommands } from '../enti/enti.api';
import { risposteCommands } from '../incontri/incontri-pubblici.api';

const base = (ambito: string) => `/api/v1/ambiti/${encodeURIComponent(ambito)}/oggi`;

/** What waits for the reader; undefined waits. */
export const oggiResource = (ambito: () => string | undefined): ApiResource<OggiView> =>
  apiResource(() => {
    const slug = ambito();
    return slug === undefined ? undefined : base(slug);
  });

/** Commands. Call in an injection context. */
export function oggiCommands() {
  const api = inject(Api);
  const enti = entiCommands();
  const risposte = risposteCommands();
  return {
    /** From now on things are new to the reader from where this visit began. */
    visita: (ambito: string) => api.post<VisitaView>(`${base(ambito)}/visita`, {}),
    ente: (ambito: string, voce: VoceOggiView, azione: AzioneEnte) =>
      enti.esegui(ambito, { id: voce.oggettoId, version: voce.qui?.version ?? 1 }, azione),
    risposta: (ambito: string, voce: VoceOggiView, azione: AzioneInvito) =>
      risposte.rispondi(ambito, voce.oggettoId, azione, voce.qui?.parte == null ? {} : { postoId: voce.qui.parte }),
  };
}
