import { Component, computed, debounced, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AmbitoCorrente } from '../../page/ambito-corrente';
import { coseResource } from '../../ricerca/cose.api';
import { problemText } from '../../ui/problem';
import { Voci } from '../voci/voci';
import { cosaMeta, vociCome } from './mete';

/** After the last letter, before the server is asked. */
const PAUSE_MS = 200;
/** Before anything is typed the pages are told as a menu would; then only those that are meant. */
const VOCI_MASSIME = 6;

/** Goes to any page or thing by a piece of its name, from wherever one works: opened by a button and by Ctrl+K. */
@Component({
  selector: 'app-vai-dialog',
  imports: [RouterLink],
  host: { '(keydown)': 'muovi($event)' },
  templateUrl: './vai-dialog.html',
})
export class VaiDialog {
  protected readonly scritto = signal('');
  protected readonly cercato = computed(() => this.scritto().trim());
  readonly #pausa = debounced(() => this.cercato(), PAUSE_MS);
  readonly #slug = inject(AmbitoCorrente).slug;
  protected readonly ambito = computed(() => this.#slug() ?? '');
  readonly #trovate = coseResource(this.ambito, () => this.#pausa.value() ?? '');
  readonly #luoghi = inject(Voci).luoghi;
  protected readonly voci = computed(() =>
    vociCome(
      this.#luoghi().flatMap(l => l.voci),
      this.cercato(),
    ).slice(0, VOCI_MASSIME),
  );
  protected readonly cose = computed(() => {
    if (this.cercato().length < 2 || !this.#trovate.hasValue()) return [];
    return this.#trovate.value().items.map(cosa => cosaMeta(this.ambito(), cosa));
  });
  protected readonly problema = computed(() => {
    const problem = this.#trovate.problem();
    return problem === null ? null : problemText(problem);
  });
  protected readonly detto = computed(() => {
    if (this.cercato().length < 2 || this.#trovate.isLoading()) return '';
    const n = this.voci().length + this.cose().length;
    return n === 0 ? 'Nessun risultato' : n === 1 ? '1 risultato' : `${n} risultati`;
  });
  readonly #router = inject(Router);
  private readonly dialogRef = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly testoRef = viewChild.required<ElementRef<HTMLInputElement>>('testo');
  private readonly esitiRef = viewChild.required<ElementRef<HTMLElement>>('esiti');

  apri(): void {
    const dialog = this.dialogRef().nativeElement;
    if (dialog.open) return;
    this.scritto.set('');
    dialog.showModal();
    this.testoRef().nativeElement.focus();
  }

  protected chiudi(): void {
    this.dialogRef().nativeElement.close();
  }

  protected chiuso(): void {
    this.scritto.set('');
  }

  /** Enter in the field opens what stands first. */
  protected primo(event: Event): void {
    event.preventDefault();
    const [meta] = [...this.voci(), ...this.cose()];
    if (meta === undefined || this.cercato() === '') return;
    this.chiudi();
    void this.#router.navigate([meta.url], { queryParams: meta.query });
  }

  /** Arrows go from the field through what was found, and back; Escape leaves. */
  protected muovi(event: KeyboardEvent): void {
    // In a search field Escape would only empty it.
    if (event.key === 'Escape') {
      event.preventDefault();
      this.chiudi();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const fermate = [this.testoRef().nativeElement, ...this.esitiRef().nativeElement.querySelectorAll<HTMLElement>('a')];
    const qui = fermate.indexOf(event.target as HTMLElement);
    if (qui === -1) return;
    event.preventDefault();
    fermate.at((qui + (event.key === 'ArrowDown' ? 1 : -1)) % fermate.length)?.focus();
  }
}
