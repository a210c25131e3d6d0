import { Component, input, signal } from '@angular/core';
import type { SchedaOscuramentoView } from '@tavoli/shared';
import { PAROLA_MINIMA } from '@tavoli/shared';
import { TextField } from '../ui/fields/text-field';
import { Altrove } from './altrove';

/** Of a file the portal does not know the words: who blacks it out writes them, and finds where else they are public. */
@Component({
  selector: 'app-cerca-altrove',
  imports: [Altrove, TextField],
  host: { class: 'd-block' },
  template: `
    <form novalidate class="form-narrow" aria-label="Cerca altrove" (submit)="cerca($event)">
      <app-text-field
        label="Parole che si leggevano nel documento"
        hint="Per esempio un nome: le cerchiamo in tutto ciò che è pubblico. Non restano scritte da nessuna parte."
        [value]="parole()"
        (valueChange)="parole.set($event)"
        [errors]="errori()"
        [touched]="true"
      />
      <p><button type="submit" class="btn btn-outline-primary">Cerca altrove</button></p>
    </form>
    @if (cercate().length > 0) {
      <app-altrove [ambito]="ambito()" [di]="scheda()" [parole]="cercate()" [sceglie]="false" />
    }
  `,
})
export class CercaAltrove {
  readonly ambito = input.required<string>();
  readonly scheda = input.required<SchedaOscuramentoView>();
  protected readonly parole = signal('');
  protected readonly cercate = signal<readonly string[]>([]);
  readonly #corte = signal(false);

  protected cerca(event: Event): void {
    event.preventDefault();
    const parole = this.parole().trim();
    this.#corte.set(parole.length < PAROLA_MINIMA);
    this.cercate.set(this.#corte() ? [] : [parole]);
  }

  protected errori() {
    return this.#corte() ? [{ kind: 'parole', message: `Scrivi almeno ${PAROLA_MINIMA} lettere.` }] : [];
  }
}
