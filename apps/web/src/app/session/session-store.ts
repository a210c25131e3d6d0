import { afterNextRender, computed, inject, Injectable, signal } from '@angular/core';
import type { SessioneView } from '@tavoli/shared';
import { draftCleaner } from '../ui/drafts/draft-cleaner';
import { SessionApi } from './session.api';
import { SessionExpiry } from '../api/session-expiry';

const NOBODY: SessioneView = { account: null, amministratore: false, incarichi: [], enti: [], tavoli: [] };

/**
 * Who is signed in, and their roles. Asked in the browser only, after the first page has come alive: pages rendered on the server are
 * the same for everybody. Until it is known, and when asking fails, nobody is signed in.
 */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  readonly #api = inject(SessionApi);
  readonly #expiry = inject(SessionExpiry);
  readonly #forgetDrafts = draftCleaner();
  readonly #sessione = signal<SessioneView | null>(null);
  #asked: Promise<SessioneView> | null = null;

  readonly sessione = computed(() => this.#sessione() ?? NOBODY);
  readonly account = computed(() => this.sessione().account);
  /** Somebody was signed in here, until they left the portal unused for long. */
  readonly inattiva = computed(() => this.sessione().inattiva === true);
  readonly ownerOfDrafts = (): string | null => this.account()?.id ?? null;
  readonly signedIn = computed(() => this.account() !== null);
  /** False while it is not yet known who is there. */
  readonly known = computed(() => this.#sessione() !== null);

  constructor() {
    afterNextRender(() => void this.load());
  }

  /** The session, asked now if it was not yet, or if nobody could answer. For guards. */
  load(): Promise<SessioneView> {
    return (this.#asked ??= this.#ask());
  }

  /** Asks again: after signing in, after a role was given or taken. */
  reload(): Promise<SessioneView> {
    return (this.#asked = this.#ask());
  }

  /** Signs out, and deletes from this browser what was being written. */
  async signOut(): Promise<void> {
    await this.#api.signOut();
    this.#forgetDrafts();
    await this.reload();
  }

  async #ask(): Promise<SessioneView> {
    const sessione = await this.#api.sessione().catch(() => {
      this.#asked = null;
      return NOBODY;
    });
    this.#sessione.set(sessione);
    if (sessione.account) this.#expiry.dismiss();
    return sessione;
  }
}
