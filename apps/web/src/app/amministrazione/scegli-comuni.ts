import { Component, computed, inject, input, output, signal } from '@angular/core';
import { conta } from '@tavoli/shared';
import { comuniItaliani } from '../ambiti/impostazioni/impostazioni.api';
import { Annunci } from '../ui/annunci';
import { TextField } from '../ui/fields/text-field';
import { conComune, type ComuneScelto } from './nuovo-ambito.model';

/** Chooses comuni from the list of ISTAT: those that begin as what is typed, each added with a button. */
@Component({
  selector: 'app-scegli-comuni',
  imports: [TextField],
  template: `
    <fieldset class="fieldset-card">
      <legend class="h5">Comuni</legend>
      <app-text-field label="Cerca un comune" [(value)]="parole" hint="Almeno due lettere: l’elenco è quello dell’ISTAT." />
      @if (trovati().length > 0) {
        <ul class="list-rows">
          @for (c of trovati(); track c.istat) {
            <li class="row-item">
              <div class="row-main">
                {{ c.nome }} <span class="text-muted">{{ c.provincia }}, {{ c.istat }}</span>
              </div>
              <button type="button" class="link-button" (click)="aggiungi(c)">
                Aggiungi<span class="visually-hidden"> {{ c.nome }}</span>
              </button>
            </li>
          }
        </ul>
      }
      <p role="status">{{ quanti() }}</p>
      <ul class="list-rows">
        @for (c of scelti(); track c.istat) {
          <li class="row-item">
            <div class="row-main">
              {{ c.nome }} <span class="text-muted">{{ c.istat }}</span>
            </div>
            <button type="button" class="link-button" (click)="togli(c)">
              Togli<span class="visually-hidden"> {{ c.nome }}</span>
            </button>
          </li>
        }
      </ul>
    </fieldset>
  `,
})
export class ScegliComuni {
  readonly scelti = input.required<readonly ComuneScelto[]>();
  readonly cambiati = output<readonly ComuneScelto[]>();
  protected readonly parole = signal('');
  readonly #trovati = comuniItaliani(this.parole);
  protected readonly trovati = computed(() =>
    (this.#trovati.value()?.items ?? []).filter(c => !this.scelti().some(s => s.istat === c.istat)).slice(0, 8),
  );
  protected readonly quanti = computed(() => conta(this.scelti().length, 'comune scelto', 'comuni scelti', 'Nessun comune scelto.'));
  readonly #annunci = inject(Annunci);

  protected aggiungi({ istat, nome }: ComuneScelto): void {
    this.cambiati.emit(conComune(this.scelti(), { istat, nome }));
    this.#annunci.announce(`${nome} aggiunto.`);
  }

  protected togli(comune: ComuneScelto): void {
    this.cambiati.emit(this.scelti().filter(c => c.istat !== comune.istat));
    this.#annunci.announce(`${comune.nome} tolto.`);
  }
}
