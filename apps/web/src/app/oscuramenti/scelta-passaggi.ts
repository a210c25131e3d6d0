import { Component, computed, type ElementRef, inject, input, model, signal, viewChild } from '@angular/core';
import { oscuraTesto, PAROLA_MINIMA, type Passaggio, ricorrenze, type SchedaOscuramentoView, unisciTagli } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { TextField } from '../ui/fields/text-field';
import { passaggioSelezionato } from './passaggio-selezionato';

type Brano = SchedaOscuramentoView['brani'][number];
interface Pezzo {
  readonly testo: string;
  readonly tolto: boolean;
}

/**
 * Chooses what is blacked out: words that are looked for in the whole text, or a passage selected in it. The text shows what was chosen, and how it will be read.
 * Everything can be done without a pointer: words are written, places are ticked.
 */
@Component({
  selector: 'app-scelta-passaggi',
  imports: [TextField],
  host: { class: 'd-block' },
  templateUrl: './scelta-passaggi.html',
})
export class SceltaPassaggi {
  readonly brani = input.required<readonly Brano[]>();
  readonly value = model.required<readonly Passaggio[]>();
  protected readonly parole = signal('');
  protected readonly cercate = signal('');
  protected readonly errore = signal<string | null>(null);
  private readonly testoRef = viewChild.required<ElementRef<HTMLElement>>('testo');
  readonly #annunci = inject(Annunci);
  readonly #selezione = passaggioSelezionato(() => this.testoRef().nativeElement);

  /** Where the words that were looked for stand, with what is around them. */
  protected readonly trovati = computed(() => (this.cercate() === '' ? [] : this.#dove(this.cercate())));
  protected readonly toccati = computed(() =>
    this.brani()
      .filter(b => this.#di(b).length > 0)
      .map(b => ({ ...b, dopo: oscuraTesto(b.testo, this.#di(b)) })),
  );

  protected cerca(event: Event): void {
    event.preventDefault();
    const parole = this.parole().trim();
    this.errore.set(parole.length < PAROLA_MINIMA ? `Scrivi almeno ${PAROLA_MINIMA} lettere.` : null);
    if (this.errore() !== null) return;
    this.cercate.set(parole);
    const quante = this.trovati().length;
    this.#annunci.announce(quante === 0 ? 'Queste parole non ci sono.' : quante === 1 ? 'Trovate una volta.' : `Trovate ${quante} volte.`);
  }

  protected errori() {
    const message = this.errore();
    return message === null ? [] : [{ kind: 'parole', message }];
  }

  protected scelto(p: Passaggio): boolean {
    return this.value().some(x => x.brano === p.brano && x.dal <= p.dal && p.al <= x.al);
  }

  protected tutti(): void {
    this.#aggiungi(this.trovati().map(t => t.passaggio));
  }

  protected cambia(p: Passaggio): void {
    if (this.scelto(p)) this.value.update(all => all.filter(x => !(x.brano === p.brano && x.dal < p.al && p.dal < x.al)));
    else this.#aggiungi([p]);
  }

  /** What is selected in the text; then the same words are offered wherever else they stand. */
  protected daSelezione(): void {
    const scelta = this.#selezione();
    const brano = this.brani().find(b => b.chiave === scelta?.brano);
    if (scelta === null || brano === undefined || scelta.al > brano.testo.length)
      return this.#annunci.notify(
        'Prima seleziona nel testo la parte da oscurare, dentro un solo paragrafo. Oppure scrivi qui sopra le parole.',
        'warning',
      );
    this.#aggiungi([scelta]);
    const parole = brano.testo.slice(scelta.dal, scelta.al).trim();
    this.parole.set(parole);
    this.cercate.set(parole.length < PAROLA_MINIMA ? '' : parole);
    const altre = this.trovati().filter(t => !this.scelto(t.passaggio)).length;
    this.#annunci.announce(`Scelto: ${parole}.${altre > 0 ? ` Le stesse parole sono anche altrove: ${altre}.` : ''}`);
  }

  protected pezzi(brano: Brano): Pezzo[] {
    const pezzi: Pezzo[] = [];
    let da = 0;
    for (const { dal, al } of this.#di(brano)) {
      pezzi.push({ testo: brano.testo.slice(da, dal), tolto: false }, { testo: brano.testo.slice(dal, al), tolto: true });
      da = al;
    }
    return [...pezzi, { testo: brano.testo.slice(da), tolto: false }].filter(p => p.testo !== '');
  }

  #di(brano: Brano) {
    return unisciTagli(
      brano.testo,
      this.value().filter(p => p.brano === brano.chiave),
    );
  }

  #dove(parole: string) {
    return this.brani().flatMap(b =>
      ricorrenze(b.testo, [parole]).map(({ dal, al }) => ({
        passaggio: { brano: b.chiave, dal, al },
        dove: b.dove,
        prima: b.testo.slice(Math.max(0, dal - 40), dal),
        parole: b.testo.slice(dal, al),
        dopo: b.testo.slice(al, al + 40),
      })),
    );
  }

  #aggiungi(nuovi: readonly Passaggio[]): void {
    const altri = nuovi.filter(p => !this.scelto(p));
    this.value.update(all => [...all, ...altri]);
  }
}
