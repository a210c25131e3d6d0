import { Component, computed, inject, input, signal } from '@angular/core';
import { RISPOSTE_ASSENTI, type StatoPresenza, tra } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { TextField } from '../../ui/fields/text-field';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { battuto } from '../../ui/words/battuto';
import { manca } from './conduzione';
import { PostoRiga } from './posto-riga';
import type { PostoLocale, PresenzeLocali } from './presenze-locali';

/** A list that does not fit a screen is searched. */
const CERCA_DA = 6;

/** The seats of an incontro: one tap each, or all of those who come at once; found by ente or person, narrowed to those that are missing. */
@Component({
  selector: 'app-elenco-posti',
  imports: [CheckboxField, ConfirmDialog, PostoRiga, TextField],
  host: { class: 'd-block' },
  template: `
    @if (presenze().posti().length > 0) {
      @if (attesi().length > 1) {
        <p>
          <button type="button" class="btn btn-outline-primary" (click)="tutti(domanda)">
            Tutti presenti<span class="visually-hidden">: segna chi è ancora da rilevare</span>
          </button>
        </p>
      }
      @if (cercabile()) {
        <app-text-field label="Cerca un ente o una persona" type="search" [value]="cerca()" (valueChange)="cerca.set($event)" />
      }
      <app-checkbox-field
        [label]="'Solo da rilevare (' + daRilevare() + ')'"
        [checked]="soloDaRilevare()"
        (checkedChange)="filtra($event)"
      />
      <div class="posti">
        @for (posto of posti(); track posto.id) {
          <app-posto-riga
            [posto]="posto"
            [tavolo]="piuTavoli()"
            (tocca)="tocca(posto, $event)"
            (decidi)="presenze().decidi(posto, $event)"
          />
        } @empty {
          <p>{{ cercato() === '' ? 'Tutti i posti sono rilevati.' : 'Nessun posto con queste parole.' }}</p>
        }
      </div>
      <app-confirm-dialog #domanda titolo="Segnare tutti presenti?" [conferma]="'Segna ' + attesi().length + ' titolari presenti'">
        <p>
          Sono i titolari ancora da rilevare. Poi correggi con un tocco chi manca o chi manda il supplente.
          @if (rinunce(); as quanti) {
            {{ quanti === 1 ? '1 ente ha risposto' : quanti + ' enti hanno risposto' }} che il titolare non viene: lì non segniamo niente.
          }
        </p>
      </app-confirm-dialog>
    } @else {
      <p>Nessun ente siede al tavolo: non ci sono posti da rilevare.</p>
    }
  `,
})
export class ElencoPosti {
  readonly presenze = input.required<PresenzeLocali>();
  protected readonly piuTavoli = computed(
    () =>
      new Set(
        this.presenze()
          .posti()
          .map(p => p.tavolo),
      ).size > 1,
  );
  readonly #daRilevare = computed(() => this.presenze().posti().filter(manca));
  protected readonly daRilevare = computed(() => this.#daRilevare().length);
  /** Whose titolare may be there: called, not yet recorded, and did not say that they are not coming. */
  protected readonly attesi = computed(() => this.#daRilevare().filter(p => p.conflitto === null && !tra(RISPOSTE_ASSENTI, p.risposta)));
  protected readonly rinunce = computed(() => this.#daRilevare().filter(p => tra(RISPOSTE_ASSENTI, p.risposta)).length);
  protected readonly cercabile = computed(() => this.presenze().posti().length >= CERCA_DA);
  protected readonly cerca = signal('');
  protected readonly cercato = computed(() => battuto(this.cerca()).trim());
  protected readonly soloDaRilevare = signal(false);
  /** Seats tapped since the filter is on: they stay where they are, so that the list does not move under the finger. */
  readonly #trattenuti = signal<ReadonlySet<string>>(new Set());
  protected readonly posti = computed(() => {
    const parole = this.cercato();
    const posti = this.presenze()
      .posti()
      .filter(p => parole === '' || battuto([p.ente, p.titolare, p.supplente, p.tavolo].join(' ')).includes(parole));
    return this.soloDaRilevare() ? posti.filter(p => manca(p) || p.conflitto || this.#trattenuti().has(p.id)) : posti;
  });
  readonly #annunci = inject(Annunci);

  protected filtra(solo: boolean): void {
    this.#trattenuti.set(new Set());
    this.soloDaRilevare.set(solo);
  }

  protected tocca(posto: PostoLocale, stato: StatoPresenza): void {
    this.#trattenuti.update(ids => new Set([...ids, posto.id]));
    this.presenze().tocca(posto, stato);
  }

  /** Those that were asked about, and no other that came in meanwhile. */
  protected async tutti(domanda: ConfirmDialog): Promise<void> {
    const chiesti = new Set(this.attesi().map(p => p.id));
    let segnati = 0;
    await domanda.ask(() => {
      const ora = this.attesi().filter(p => chiesti.has(p.id));
      for (const posto of ora) this.presenze().tocca(posto, 'titolare');
      segnati = ora.length;
      return Promise.resolve();
    });
    if (segnati > 0) this.#annunci.announce(segnati === 1 ? '1 titolare segnato presente.' : `${segnati} titolari segnati presenti.`);
  }
}
