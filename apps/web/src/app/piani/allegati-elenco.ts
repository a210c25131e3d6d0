import { afterNextRender, Component, ElementRef, inject, Injector, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { type AllegatoPianoView, numeroAllegato, type PianoView, sposta } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { fileSize } from '../ui/words/file-size';
import { problemOf, problemText } from '../ui/problem';
import { pianiCommands } from './piani.api';
import { COSA_CONTIENE } from './piani.labels';

/** The allegati in their order. Moved by buttons: each move is kept at once, told, and the focus stays with what was moved. */
@Component({
  selector: 'app-allegati-elenco',
  imports: [ConfirmDialog],
  templateUrl: './allegati-elenco.html',
})
export class AllegatiElenco {
  readonly ambito = input.required<string>();
  readonly piano = input.required<PianoView>();
  readonly cambiato = output();
  /** Moves that are not kept yet: until then what others read again does not undo what is on the screen. */
  readonly #inSospeso = signal(0);
  /** The latest known: what the page read may be older than what was kept since. */
  #version = 0;
  /** As the page shows them at once, before the answer. */
  protected readonly righe = linkedSignal<PianoView, readonly AllegatoPianoView[]>({
    source: () => this.piano(),
    computation: (letto, prima) =>
      prima !== undefined && (untracked(this.#inSospeso) > 0 || letto.version < this.#version) ? prima.value : letto.allegati,
  });
  protected readonly cosa = COSA_CONTIENE;
  protected readonly size = fileSize;
  protected readonly daTogliere = linkedSignal<AllegatoPianoView | null>(() => null);
  readonly #commands = pianiCommands();
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);
  /** One move after the other, each on the version that the one before it made. */
  #coda: Promise<unknown> = Promise.resolve();

  /** By what is moved, not by where it stood: two presses may come before the page is drawn again. */
  protected move(allegato: AllegatoPianoView, passo: -1 | 1): void {
    const posto = this.righe().findIndex(({ id }) => id === allegato.id);
    if (!this.righe()[posto + passo]) return;
    const { numerazione, id } = this.piano();
    const nuove = sposta(this.righe(), posto, passo).map((a, i) => ({ ...a, numero: numeroAllegato(i, numerazione) }));
    this.righe.set(nuove);
    this.#annunci.announce(
      `«${allegato.titolo}» ora è l’allegato ${nuove[posto + passo]?.numero ?? ''}, ${posto + passo + 1} di ${nuove.length}.`,
    );
    this.#focus(allegato.id, passo);
    if (this.#inSospeso() === 0) this.#version = Math.max(this.#version, this.piano().version);
    this.#inSospeso.update(n => n + 1);
    this.#coda = this.#coda.then(() =>
      this.#salva(
        id,
        nuove.map(a => a.id),
      ),
    );
  }

  protected async togli(dialog: ConfirmDialog, allegato: AllegatoPianoView): Promise<void> {
    this.daTogliere.set(allegato);
    const done = await dialog.ask(() => this.#commands.togli(this.ambito(), this.piano().id, allegato.id));
    if (done) this.#annunci.notify('Allegato tolto dall’elenco.');
    this.cambiato.emit();
  }

  async #salva(id: string, allegati: readonly string[]): Promise<void> {
    try {
      this.#version = (await this.#commands.ordina(this.ambito(), { id, version: this.#version }, allegati)).version;
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.#inSospeso.update(n => n - 1);
      if (this.#inSospeso() === 0) this.cambiato.emit();
    }
  }

  /** On the same button of what was moved; at the edge, on the other one. */
  #focus(id: string, passo: -1 | 1): void {
    const names = passo < 0 ? ['su', 'giu'] : ['giu', 'su'];
    afterNextRender(
      () => {
        for (const name of names) {
          const button = this.#host.nativeElement.querySelector<HTMLElement>(`[id="${name}-${id}"]`);
          if (button) return button.focus();
        }
      },
      { injector: this.#injector },
    );
  }
}
