import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RicevutaContributoView } from '@tavoli/shared';

/** What is said after sending: what is still to do, the code, where to follow it. */
@Component({
  selector: 'app-ricevuta',
  imports: [RouterLink],
  host: { class: 'd-block' },
  template: `
    @if (ricevuta().confermaInviataA; as indirizzo) {
      <div class="highlight">
        <h2 class="h4">Manca ancora un passo</h2>
        <p>
          Abbiamo mandato un messaggio a <strong>{{ indirizzo }}</strong>. Aprilo e premi «Conferma il contributo»: finché non lo fai, il
          contributo non arriva al tavolo.
        </p>
        <p class="mb-0">Non lo trovi? Guarda anche nella posta indesiderata.</p>
      </div>
    } @else {
      <p class="lead">Il contributo è arrivato al tavolo. Il referente lo legge, e ti scriviamo a ogni passaggio.</p>
    }
    <dl class="facts">
      <div>
        <dt>Codice della ricevuta</dt>
        <dd>{{ ricevuta().codice }}</dd>
      </div>
    </dl>
    @if (ricevuta().segreto; as segreto) {
      <p class="actions"><a class="btn btn-outline-primary" routerLink="/contributo" [fragment]="segreto">Segui il contributo</a></p>
    }
    <p class="text-muted">Conserva il codice: con quello vedi a che punto è, anche senza il messaggio.</p>
  `,
})
export class Ricevuta {
  readonly ricevuta = input.required<RicevutaContributoView>();
}
