import { inject, type Signal } from '@angular/core';
import type {
  AreeInput,
  CampiSchedaInput,
  CapofilaInput,
  ComuneEntraInput,
  ComuneEsceInput,
  ComuneItalianoView,
  ContattiAmbitoInput,
  DomandeInput,
  ElencoAmbitoInput,
  ImpostazioniView,
  MandatiInput,
  Pagina,
  ParoleInput,
  UfficioInput,
} from '@tavoli/shared';
import { Api } from '../../api/api';
import { type ApiResource, apiResource } from '../../api/api-resource';
import { AmbitoCorrente } from '../../page/ambito-corrente';
import { ambitoUrl } from '../../page/ambito.api';

export const impostazioniResource = (ambito: () => string): ApiResource<ImpostazioniView> =>
  apiResource(() => `${ambitoUrl(ambito())}/impostazioni`);

/** What each part of the settings is sent as, by its address. */
interface Parti {
  contatti: ContattiAmbitoInput;
  parole: ParoleInput;
  ufficio: UfficioInput;
  domande: DomandeInput;
  aree: AreeInput;
  mandati: MandatiInput;
  fondi: ElencoAmbitoInput;
  leps: ElencoAmbitoInput;
  obiettivi: ElencoAmbitoInput;
  schede: CampiSchedaInput;
}
interface Passi {
  capofila: CapofilaInput;
  'comuni/entra': ComuneEntraInput;
  'comuni/esce': ComuneEsceInput;
}

/** Commands on the settings as one sees them; what is shown everywhere of the ambito is read again. Call in an injection context. */
export function impostazioniCommands(ambito: Signal<string>, impostazioni: ApiResource<ImpostazioniView>) {
  const api = inject(Api);
  const corrente = inject(AmbitoCorrente).resource;
  const sent = async (send: (url: string, version: number) => Promise<ImpostazioniView>): Promise<void> => {
    await send(`${ambitoUrl(ambito())}/impostazioni`, impostazioni.value()?.version ?? 0);
    impostazioni.reload();
    corrente.reload();
  };
  return {
    salva: <P extends keyof Parti>(parte: P, input: Parti[P]): Promise<void> =>
      sent((url, version) => api.put(`${url}/${parte}`, input, { version })),
    cambia: <P extends keyof Passi>(passo: P, input: Passi[P]): Promise<void> =>
      sent((url, version) => api.post(`${url}/${passo}`, input, { version })),
  };
}

/** Comuni of the list of ISTAT, by name; an empty one waits. */
export const comuniItaliani = (q: () => string): ApiResource<Pagina<ComuneItalianoView>> =>
  apiResource(() => (q().trim().length < 2 ? undefined : `/api/v1/comuni-italiani?q=${encodeURIComponent(q().trim())}`));
