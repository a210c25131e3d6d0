import { afterRenderEffect, Component, computed, ElementRef, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FaseView, inRitardo, type IterView, posizione, spostato } from '@tavoli/shared';
import { Parole } from '../page/parole';
import { liveReload } from '../live/live-reload';
import { Annunci } from '../ui/annunci';
import { DateField } from '../ui/fields/date-field';
import { problemOf, problemText } from '../ui/problem';
import { ResourceState } from '../page/resource-state';
import { TypedFields } from '../ui/fields/typed-fields';
import { Unsaved } from '../ui/forms/unsaved';
import { NON_INVIATO } from '../ui/forms/unsent';
import { ApriIter } from './apri-iter';
import { gestioneResource, iterCommands } from './iter.api';
import { giorno, quandoFase } from './iter.labels';
import { StatoIter } from './stato-iter';

const OGGI = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(new Date());

/** The iter as who leads it sees it: every phase, what it still lacks, their order. */
@Component({
  selector: 'app-iter-area-page',
  imports: [ApriIter, DateField, ResourceState, RouterLink, StatoIter],
  templateUrl: './iter-area-page.html',
})
export class IterAreaPage {
  readonly ambito = input.required<string>();
  protected readonly iter = gestioneResource(this.ambito);
  protected readonly quando = quandoFase;
  protected readonly giorno = giorno;
  protected readonly parole = inject(Parole).parole;
  protected readonly dove = computed(() => posizione(this.iter.value()?.fasi ?? []));
  protected readonly scadenza = linkedSignal(() => this.iter.value()?.iter?.scadenza ?? '');
  protected readonly occupato = signal(false);
  readonly #fields = inject(TypedFields);
  readonly #commands = iterCommands();
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** The phase that was moved, until the page shows it in its new place: the focus goes along, so that it can be moved again. */
  #spostata: { readonly id: string; readonly verso: -1 | 1; readonly version: number } | null = null;

  constructor() {
    liveReload('iter', () => this.iter.reload());
    const diversa = () => this.scadenza() !== (this.iter.value()?.iter?.scadenza ?? '');
    inject(Unsaved).watch(() => (diversa() && !this.occupato() ? NON_INVIATO : null));
    afterRenderEffect(() => this.#riprendi(this.iter.value()));
  }

  protected tardi(fase: FaseView): boolean {
    return inRitardo(fase, OGGI());
  }

  protected async sposta(view: IterView, fase: FaseView, verso: -1 | 1): Promise<void> {
    this.#spostata = { id: fase.id, verso, version: view.iter?.version ?? 0 };
    const ordine = spostato(
      view.fasi.map(f => f.id),
      fase.id,
      verso,
    );
    await this.#fai(
      () => this.#commands.riordina(this.ambito(), view.iter?.version ?? 0, ordine),
      `«${fase.titolo}» ora è la fase ${ordine.indexOf(fase.id) + 1} di ${ordine.length}.`,
      false,
    );
  }

  protected async salvaScadenza(event: Event, view: IterView): Promise<void> {
    event.preventDefault();
    if (this.#fields.refuse(event.currentTarget as Node)) return;
    await this.#fai(
      () => this.#commands.modifica(this.ambito(), view.iter?.version ?? 0, { scadenza: this.scadenza() || null }),
      'Scadenza salvata.',
      true,
    );
  }

  async #fai(work: () => Promise<unknown>, done: string, visible: boolean): Promise<void> {
    if (this.occupato()) return;
    this.occupato.set(true);
    await work().then(
      () => (visible ? this.#annunci.notify(done) : this.#annunci.announce(done)),
      (error: unknown) => this.#annunci.notify(problemText(problemOf(error)), 'danger'),
    );
    this.iter.reload();
    this.occupato.set(false);
  }

  #riprendi(view: IterView | undefined): void {
    const mossa = this.#spostata;
    if (mossa === null || view === undefined || view.iter?.version === mossa.version) return;
    this.#spostata = null;
    const at = (verso: number) => this.#host.nativeElement.querySelector<HTMLElement>(`[data-fase="${mossa.id}"] [data-verso="${verso}"]`);
    (at(mossa.verso) ?? at(-mossa.verso))?.focus();
  }
}
