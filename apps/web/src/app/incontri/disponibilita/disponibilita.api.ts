import { inject } from '@angular/core';
import type {
  AzioneDisponibilita,
  DateChiesteView,
  DisponibilitaInput,
  DisponibilitaRigaView,
  DisponibilitaView,
  Pagina,
  RispostaDateInput,
} from '@tavoli/shared';
import { Api } from '../../api/api';
import { type ApiResource, apiResource } from '../../api/api-resource';
import { ambiti } from '../incontri-pubblici.api';

const delTavolo = (ambito: string, slug: string) => `${ambiti(ambito)}/tavoli/${slug}/disponibilita`;
const una = (ambito: string, id: string) => `${ambiti(ambito)}/disponibilita/${id}`;

/** The days that a tavolo looked for: for who prepares its incontri. */
export const ricercheResource = (ambito: () => string, slug: () => string): ApiResource<Pagina<DisponibilitaRigaView>> =>
  apiResource(() => delTavolo(ambito(), slug()));
/** The table of the answers of one. */
export const disponibilitaResource = (ambito: () => string, id: () => string | undefined): ApiResource<DisponibilitaView> =>
  apiResource(() => (id() === undefined ? undefined : una(ambito(), id() ?? '')));

/** Commands. Call in an injection context. */
export function disponibilitaCommands() {
  const api = inject(Api);
  return {
    chiedi: (ambito: string, slug: string, input: DisponibilitaInput, idempotencyKey: string) =>
      api.post<DisponibilitaView>(delTavolo(ambito, slug), input, { idempotencyKey }),
    esegui: (ambito: string, { id, version }: Pick<DisponibilitaView, 'id' | 'version'>, azione: AzioneDisponibilita) =>
      api.post<DisponibilitaView>(`${una(ambito, id)}/azioni/${azione}`, {}, { version }),
  };
}

/** What who is asked reads and says, by the mailed secret. Call in an injection context. */
export function dateChiesteApi() {
  const api = inject(Api);
  return {
    leggi: (segreto: string) => api.getWithSecret<DateChiesteView>('/api/v1/date', segreto),
    rispondi: (segreto: string, input: RispostaDateInput) => api.post<DateChiesteView>('/api/v1/date/risposte', input, { segreto }),
  };
}
