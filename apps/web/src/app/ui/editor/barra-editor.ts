import { Component, computed, DestroyRef, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { Icon } from '../icon';
import { COMANDI, hasMark, setMark, unsetMark, type Comando } from './editor-comandi';
import { EditorCorrente } from './editor-corrente';
import { nellaBarra } from './nella-barra';

type Chiesto = 'link' | 'omissis';

/** The one toolbar of a page where one writes: it works on the text that has the cursor, and stays in sight. Alt+F10 reaches it from the text, Esc goes back. */
@Component({
  selector: 'app-barra-editor',
  imports: [Icon],
  host: { class: 'barra-editor', '(keydown.escape)': 'torna()', '(focusout)': 'esce($event)' },
  templateUrl: './barra-editor.html',
})
export class BarraEditor {
  readonly #corrente = inject(EditorCorrente);
  protected readonly scritto = this.#corrente.scritto;
  protected readonly comandi = COMANDI;
  /** Which button Tab reaches. */
  protected readonly fermo = signal(0);
  protected readonly chiesto = signal<Chiesto | null>(null);
  protected readonly avviso = signal('');
  protected readonly attivi = computed(() => {
    const state = this.scritto()?.state() ?? null;
    if (state === null) return new Set<string>();
    return new Set([
      ...COMANDI.filter(c => c.active?.(state)).map(c => c.id),
      ...(['link', 'omissis'] as const).filter(name => hasMark(name)(state)),
    ]);
  });
  private readonly bottoni = viewChild.required<ElementRef<HTMLElement>>('bottoni');

  constructor() {
    inject(DestroyRef).onDestroy(this.#corrente.conBarra(() => this.#tutti()[this.fermo()]?.focus()));
  }

  protected esegui(comando: Comando): void {
    const scritto = this.scritto();
    if (scritto === null) return this.avviso.set('Prima metti il cursore nel testo.');
    this.avviso.set('');
    scritto.esegui(comando.run);
    scritto.focus();
  }

  /** Asks for the address or the reason; without a selection there is nothing to mark. */
  protected chiedi(name: Chiesto): void {
    const scritto = this.scritto();
    const state = scritto?.state();
    if (!scritto || !state) return this.avviso.set('Prima metti il cursore nel testo.');
    if (this.attivi().has(name)) {
      scritto.esegui(unsetMark(name));
      return scritto.focus();
    }
    if (state.selection.empty) return this.avviso.set('Prima seleziona il testo, poi premi di nuovo.');
    this.avviso.set('');
    this.chiesto.set(name);
  }

  protected applica(value: string): void {
    const name = this.chiesto();
    const text = value.trim();
    if (name === null || text === '') return this.avviso.set(name === 'link' ? 'Scrivi l’indirizzo.' : 'Scrivi il motivo dell’omissis.');
    if (name === 'link' && !/^(https?:\/\/|mailto:)\S+$/.test(text))
      return this.avviso.set('L’indirizzo deve cominciare con https://, http:// o mailto:.');
    this.scritto()?.esegui(setMark(name, text));
    this.torna();
  }

  /** Back to the text. */
  protected torna(): void {
    this.chiesto.set(null);
    this.avviso.set('');
    this.scritto()?.focus();
  }

  /** Arrows move along the toolbar, of which Tab reaches one button only. */
  protected muovi(event: KeyboardEvent): void {
    const tutti = this.#tutti();
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -this.fermo(), End: tutti.length - 1 - this.fermo() }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.fermo.set((this.fermo() + step + tutti.length) % tutti.length);
    tutti[this.fermo()]?.focus();
  }

  protected esce({ relatedTarget }: FocusEvent): void {
    if (!nellaBarra(relatedTarget)) this.scritto()?.lasciato(relatedTarget);
  }

  #tutti(): HTMLButtonElement[] {
    return [...this.bottoni().nativeElement.querySelectorAll('button')];
  }
}
