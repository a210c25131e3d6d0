import { booleanAttribute, Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Busy } from '../busy';
import { IdGenerator } from '../id-generator';
import { problemOf, problemText } from '../problem';
import { TextArea } from '../fields/text-area';
import { TypedFields } from '../fields/typed-fields';
import { Unsaved } from './unsaved';

const MIN_MOTIVAZIONE = 10;

/**
 * Asks before an act that cannot be taken back, with the written reason where the procedure wants one:
 * `<app-confirm-dialog #respingi titolo="Respingere la designazione?" conferma="Respingi" tone="danger" motivata>…</app-confirm-dialog>`
 * then `respingi.ask(motivazione => api.respingi(id, motivazione))`. While the act runs it stays open; if it is refused it says why,
 * and keeps what was written.
 */
@Component({
  selector: 'app-confirm-dialog',
  imports: [Busy, TextArea],
  templateUrl: './confirm-dialog.html',
})
export class ConfirmDialog {
  readonly titolo = input.required<string>();
  /** The verb on the button: never "OK". */
  readonly conferma = input.required<string>();
  readonly tone = input<'primary' | 'danger'>('primary');
  /** False when what the dialog shows forbids the act: it can only be closed. */
  readonly possibile = input(true);
  readonly motivata = input(false, { transform: booleanAttribute });
  readonly etichettaMotivazione = input('Motivazione');
  readonly aiutoMotivazione = input('Verrà comunicata a chi è interessato.');

  protected readonly titleId = inject(IdGenerator).next('dialogo');
  protected readonly motivazione = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly tried = signal(false);
  protected readonly motivazioneErrors = computed(() =>
    this.motivata() && this.motivazione().trim().length < MIN_MOTIVAZIONE
      ? [{ kind: 'motivazione', message: `Spiega il motivo con almeno ${MIN_MOTIVAZIONE} caratteri.` }]
      : [],
  );
  private readonly dialogRef = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly textAreaRef = viewChild(TextArea);
  readonly #fields = inject(TypedFields);
  #run: (motivazione: string) => Promise<unknown> = () => Promise.resolve();
  #asking = false;
  #settle: (done: boolean) => void = () => undefined;

  constructor() {
    // Given up, it is kept for the next time; while it is asked for it would be lost with the page.
    inject(Unsaved).watch(() =>
      this.#asking && !this.busy() && this.motivazione().trim() !== '' ? 'La motivazione che stavi scrivendo: non è stata inviata.' : null,
    );
  }

  /** Opens the dialog; `run` is the act. Resolves to true when it is done, to false when the user gave it up. */
  ask(run: (motivazione: string) => Promise<unknown>): Promise<boolean> {
    this.#settle(false);
    this.#run = run;
    this.#asking = true;
    this.tried.set(false);
    this.problem.set(null);
    this.dialogRef().nativeElement.showModal();
    return new Promise(resolve => (this.#settle = resolve));
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy() || !this.possibile()) return;
    this.tried.set(true);
    if (this.#fields.refuse(this.dialogRef().nativeElement)) return;
    if (this.motivazioneErrors().length > 0) return this.textAreaRef()?.focus();
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#run(this.motivazione().trim());
      this.motivazione.set('');
      this.#settle(true);
      this.close();
    } catch (error) {
      this.problem.set(problemText(problemOf(error)));
    } finally {
      this.busy.set(false);
    }
  }

  protected close(): void {
    this.dialogRef().nativeElement.close();
  }

  /** Also by Esc; a click during the act is ignored. The focus goes back to the button that opened it (the browser does that). */
  protected closed(): void {
    this.#asking = false;
    this.#settle(false);
  }

  protected holdWhileBusy(event: Event): void {
    if (this.busy()) event.preventDefault();
  }
}
