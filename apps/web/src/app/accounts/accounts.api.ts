import { inject } from '@angular/core';
import type {
  AccessoInput,
  CambioEmailInput,
  CambioPasswordInput,
  ChiusuraAccountInput,
  ConfermaInput,
  InvitoAmministratoreInput,
  Pagina,
  PianoChiusuraView,
  ProfiloInput,
  RegistrazioneInput,
  ReimpostaPasswordInput,
  SessioneAttivaView,
} from '@tavoli/shared';
import { Api } from '../api/api';
import { type ApiResource, apiResource } from '../api/api-resource';

const ACCOUNT = '/api/v1/account';
const SESSIONE = '/api/v1/sessione';
const SESSIONI = '/api/v1/sessioni';

export const sessioniResource = (): ApiResource<Pagina<SessioneAttivaView>> => apiResource(() => SESSIONI);

/** What closing the account would do. */
export const chiusuraResource = (): ApiResource<PianoChiusuraView> => apiResource(() => `${ACCOUNT}/chiusura`);

/** Ways in: each ends with the cookie of a new session. Call in an injection context. */
export function accessoApi() {
  const api = inject(Api);
  return {
    accedi: (input: AccessoInput) => api.post<void>(SESSIONE, input),
    chiediLink: (email: string) => api.post<void>(`${SESSIONE}/link`, { email }),
    usaLink: (segreto: string) => api.post<void>(`${SESSIONE}/link/usa`, { segreto }),
    chiediReset: (email: string) => api.post<void>(`${ACCOUNT}/password/reset`, { email }),
    reimposta: (input: ReimpostaPasswordInput) => api.post<void>(`${ACCOUNT}/password/reset/usa`, input),
    usaInvito: (input: InvitoAmministratoreInput) => api.post<void>(`${ACCOUNT}/amministratore/usa`, input),
  };
}

/** From the form to the account. Call in an injection context. */
export function registrazioneApi() {
  const api = inject(Api);
  return {
    registra: (input: RegistrazioneInput) => api.post<void>(ACCOUNT, input),
    rinvia: (email: string) => api.post<void>(`${ACCOUNT}/conferma/rinvia`, { email }),
    conferma: (input: ConfermaInput) => api.post<void>(`${ACCOUNT}/conferma`, input),
    prendiIncarico: (input: ConfermaInput) => api.post<void>(`${ACCOUNT}/incarico/usa`, input),
  };
}

/** One's own account. Call in an injection context. */
export function accountApi() {
  const api = inject(Api);
  return {
    cambiaProfilo: (input: ProfiloInput) => api.put<void>(`${ACCOUNT}/profilo`, input),
    cambiaPassword: (input: CambioPasswordInput) => api.put<void>(`${ACCOUNT}/password`, input),
    chiediCambioEmail: (input: CambioEmailInput) => api.post<void>(`${ACCOUNT}/email`, input),
    confermaEmail: (segreto: string) => api.post<void>(`${ACCOUNT}/email/usa`, { segreto }),
    chiudi: (input: ChiusuraAccountInput) => api.post<void>(`${ACCOUNT}/chiusura`, input),
    termina: (id: string) => api.delete<void>(`${SESSIONI}/${id}`),
    terminaAltre: () => api.delete<void>(SESSIONI),
  };
}
