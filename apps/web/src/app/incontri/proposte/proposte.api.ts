import { inject } from '@angular/core';
import type {
  AzioneProposta,
  Pagina,
  PropostaAzioneInput,
  PropostaInput,
  PropostaMiaView,
  PropostaView,
  ProposteView,
} from '@tavoli/shared';
import { Api } from '../../api/api';
import { type ApiResource, apiResource } from '../../api/api-resource';
import { ambiti } from '../incontri-pubblici.api';

const delTavolo = (ambito: string, slug: string) => `${ambiti(ambito)}/tavoli/${slug}/proposte`;

/** The punti proposed to a tavolo: for who prepares its incontri. */
export const proposteResource = (ambito: () => string, slug: () => string): ApiResource<ProposteView> =>
  apiResource(() => delTavolo(ambito(), slug()));
/** Those that the reader proposed, at all tavoli. */
export const proposteMieResource = (ambito: () => string): ApiResource<Pagina<PropostaMiaView>> =>
  apiResource(() => `${ambiti(ambito())}/proposte/mie`);

/** Commands. Call in an injection context. */
export function proposteCommands() {
  const api = inject(Api);
  return {
    proponi: (ambito: string, slug: string, input: PropostaInput, idempotencyKey: string) =>
      api.post<PropostaMiaView>(delTavolo(ambito, slug), input, { idempotencyKey }),
    esegui: (ambito: string, { id, version }: Pick<PropostaView, 'id' | 'version'>, azione: AzioneProposta, input: PropostaAzioneInput) =>
      api.post<PropostaView>(`${ambiti(ambito)}/proposte/${id}/azioni/${azione}`, input, { version }),
  };
}
