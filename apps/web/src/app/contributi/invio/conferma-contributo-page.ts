import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import type { RicevutaContributoView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { problemOf, problemText } from '../../ui/problem';
import { invioApi } from '../contributi.api';
import { Ricevuta } from './ricevuta';
import { segretoDelLink } from '../segreto';

/** Where the mailed link lets a contributo in. By a button: programs that inspect mail open links too, and confirm nothing. */
@Component({
  selector: 'app-conferma-contributo-page',
  imports: [Busy, Ricevuta],
  template: `
    <div class="container section">
      @if (ricevuta(); as r) {
        <h1 #fatto tabindex="-1">Contributo confermato</h1>
        <app-ricevuta [ricevuta]="r" />
      } @else {
        <h1>Conferma il contributo</h1>
        @if (segreto() === '') {
          <p class="lead">Il collegamento non è completo.</p>
          <p>Apri il collegamento intero, così come si trova nel messaggio che hai ricevuto.</p>
        } @else {
          <p class="lead">Hai mandato tu un contributo con questo indirizzo? Confermalo: solo allora arriva al tavolo.</p>
          @if (rifiuto(); as testo) {
            <div class="alert alert-danger" role="alert">{{ testo }}</div>
          }
          <p><button type="button" class="btn btn-primary" [appBusy]="busy()" (click)="conferma()">Conferma il contributo</button></p>
          <p class="text-muted">Se non l’hai mandato tu, non fare niente: si cancella da solo.</p>
        }
      }
    </div>
  `,
})
export class ConfermaContributoPage {
  protected readonly segreto = segretoDelLink();
  protected readonly ricevuta = signal<RicevutaContributoView | null>(null);
  protected readonly rifiuto = signal<string | null>(null);
  protected readonly busy = signal(false);
  readonly #api = invioApi();
  readonly #annunci = inject(Annunci);
  private readonly fattoRef = viewChild<ElementRef<HTMLElement>>('fatto');

  protected async conferma(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.rifiuto.set(null);
    try {
      this.ricevuta.set(await this.#api.conferma(this.segreto()));
      setTimeout(() => this.fattoRef()?.nativeElement.focus());
    } catch (error) {
      this.rifiuto.set(problemText(problemOf(error)));
      this.#annunci.announce(problemText(problemOf(error)));
    } finally {
      this.busy.set(false);
    }
  }
}
