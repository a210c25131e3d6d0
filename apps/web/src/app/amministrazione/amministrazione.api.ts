import { inject } from '@angular/core';
import type { AmbitoView, NuovoAmbitoInput } from '@tavoli/shared';
import { Api } from '../api/api';

/** Commands of the installation's administrator. Call in an injection context. */
export function amministrazioneCommands() {
  const api = inject(Api);
  return { creaAmbito: (input: NuovoAmbitoInput) => api.post<AmbitoView>('/api/v1/ambiti', input) };
}
