import { Component, effect, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { SessionExpiry } from '../api/session-expiry';
import { SessionStore } from './session-store';

/**
 * Offers to sign in again in another tab when the session has ended, so that the form behind it keeps every word.
 * Part of the shell.
 */
@Component({
  selector: 'app-session-expired',
  imports: [Busy],
  template: `
    <dialog #dialog class="dialog" aria-labelledby="sessione-scaduta" (close)="expiry.dismiss()">
      <h2 class="h4" id="sessione-scaduta">La tua sessione è scaduta</h2>
      <p>
        @if (expiry.inattiva()) {
          Sei rimasto a lungo senza usare il portale: per sicurezza ti abbiamo fatto uscire.
        }
        Accedi di nuovo per continuare. <strong>Quello che hai scritto resta in questa pagina</strong>: dopo l’accesso potrai inviarlo.
      </p>
      @if (stillOut()) {
        <p class="alert alert-warning" role="alert">Non risulta ancora l’accesso. Completa l’accesso nell’altra scheda, poi riprova.</p>
      }
      <div class="dialog-actions">
        <a class="btn btn-primary" href="/accedi" target="_blank"
          >Accedi<span class="visually-hidden"> (si apre in una nuova scheda)</span></a
        >
        <button type="button" class="btn btn-outline-primary" [appBusy]="checking()" (click)="check()">Ho fatto l’accesso</button>
        <button type="button" class="btn btn-link" (click)="dialog.close()">Chiudi</button>
      </div>
    </dialog>
  `,
})
export class SessionExpired {
  protected readonly expiry = inject(SessionExpiry);
  protected readonly checking = signal(false);
  protected readonly stillOut = signal(false);
  readonly #session = inject(SessionStore);
  readonly #annunci = inject(Annunci);
  private readonly dialogRef = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect(() => {
      const dialog = this.dialogRef().nativeElement;
      if (this.expiry.expired() && !dialog.open) dialog.showModal();
      if (!this.expiry.expired() && dialog.open) dialog.close();
    });
  }

  protected async check(): Promise<void> {
    this.checking.set(true);
    await this.#session.reload();
    this.checking.set(false);
    this.stillOut.set(!this.#session.signedIn());
    if (this.#session.signedIn()) this.#annunci.notify('Accesso fatto: ora puoi ripetere l’invio.');
  }
}
