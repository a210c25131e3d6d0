import { Component, computed, inject, input, output } from '@angular/core';
import { type ContenutoSezione, formatDataOra, type SezioneElaboratoView, testoDiContenuto } from '@tavoli/shared';
import { IdGenerator } from '../../ui/id-generator';
import type { Conflitto } from '../../scrittura/autosalvataggio.tipi';
import { DiffTesto } from '../../scrittura/diff-testo';
import { ContenutoVista, type Nomi } from '../contenuto-vista';

/** What I wrote and what was saved meanwhile, side by side: the person decides, and what is left out is kept in the browser. */
@Component({
  selector: 'app-conflitto-parte',
  imports: [ContenutoVista, DiffTesto],
  host: { class: 'd-block' },
  template: `
    <section class="conflict" role="region" [attr.aria-labelledby]="id">
      <h3 class="h5" [id]="id">Due testi per «{{ titolo() }}»</h3>
      <p>
        Mentre scrivevi è stato salvato un altro testo{{ chi() ? ' (' + chi() + ')' : '' }}. Non abbiamo toccato né l’uno né l’altro: scegli
        tu. Quello che lasci fuori resta in questo browser e potrai riprenderlo.
      </p>
      <div class="conflict-sides">
        <div>
          <h4 class="h6">Il tuo testo</h4>
          <app-contenuto-vista [contenuto]="conflitto().mia" [nomi]="nomi()" [titolo]="'Il tuo testo di ' + titolo()" />
        </div>
        <div>
          <h4 class="h6">Il testo salvato</h4>
          <app-contenuto-vista [contenuto]="conflitto().loro.contenuto" [nomi]="nomi()" [titolo]="'Il testo salvato di ' + titolo()" />
        </div>
      </div>
      <details class="details">
        <summary>Che cosa cambia dal testo salvato al tuo</summary>
        <app-diff-testo [da]="testo(conflitto().loro.contenuto)" [a]="testo(conflitto().mia)" />
      </details>
      <p class="actions">
        <button type="button" class="btn btn-primary" (click)="deciso.emit(conflitto().mia)">Tieni il mio</button>
        <button type="button" class="btn btn-outline-primary" (click)="deciso.emit(conflitto().loro.contenuto)">
          Tieni quello salvato
        </button>
      </p>
    </section>
  `,
})
export class ConflittoParte {
  readonly conflitto = input.required<Conflitto<ContenutoSezione, SezioneElaboratoView>>();
  readonly titolo = input.required<string>();
  readonly nomi = input.required<Nomi>();
  readonly deciso = output<ContenutoSezione>();
  protected readonly id = inject(IdGenerator).next('conflitto');
  protected readonly testo = (c: ContenutoSezione): string => testoDiContenuto(c, this.nomi().voci);
  protected readonly chi = computed(() => {
    const { aggiornataDa, aggiornataAt } = this.conflitto().loro;
    return [aggiornataDa, aggiornataAt === null ? null : formatDataOra(new Date(aggiornataAt))].filter(Boolean).join(', ');
  });
}
