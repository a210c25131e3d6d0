import { inject, Injectable } from '@angular/core';
import type { SessioneView } from '@tavoli/shared';
import { Api } from '../api/api';

const SESSIONE = '/api/v1/sessione';

@Injectable({ providedIn: 'root' })
export class SessionApi {
  readonly #api = inject(Api);

  sessione(): Promise<SessioneView> {
    return this.#api.get(SESSIONE);
  }

  /** Ends the session on the server. */
  signOut(): Promise<void> {
    return this.#api.delete(SESSIONE);
  }
}
