import { Component, inject, input, output } from '@angular/core';
import type { PianoView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { FileField } from '../ui/fields/file-field';
import { firmaDetta } from '../ui/words/firma';
import { fileSize } from '../ui/words/file-size';
import { fileUpload } from '../ui/forms/file-upload';
import { problemOf, problemText } from '../ui/problem';
import { pianiCommands } from './piani.api';

/** Signed copies: sent in when they come back, taken away only until the Piano is public. */
@Component({
  selector: 'app-firmati-elenco',
  imports: [Busy, FileField],
  template: `
    <section aria-labelledby="titolo-firmati">
      <h2 class="h4 mt-5" id="titolo-firmati">Copie firmate</h2>
      @if (piano().firmati.length > 0) {
        <ul>
          @for (f of piano().firmati; track f.id) {
            <li>
              {{ f.nome }}&ngsp;<span class="text-muted">({{ size(f.bytes) }})</span>&ngsp;
              @if (f.firmatari) {
                <span class="d-block text-muted">{{ firma(f.firmatari) }}</span>
              }
              @if (piano().stato === 'chiuso') {
                <button type="button" class="link-button" (click)="togli(f.id)">
                  Togli<span class="visually-hidden"> {{ f.nome }}</span>
                </button>
              }
            </li>
          }
        </ul>
      } @else {
        <p>Nessuna copia firmata ancora.</p>
      }
      <form class="form-narrow" novalidate (submit)="carico.send($event)">
        <app-file-field
          label="Aggiungi una copia firmata"
          hint="PDF firmato (.pdf o .p7m), al massimo 10 MB."
          firmato
          [(value)]="carico.file"
          [errors]="carico.errors()"
          [touched]="true"
          [progress]="carico.progress()"
        />
        <p><button type="submit" class="btn btn-outline-primary" [appBusy]="carico.progress() !== null">Carica la copia firmata</button></p>
      </form>
    </section>
  `,
})
export class FirmatiElenco {
  readonly ambito = input.required<string>();
  readonly piano = input.required<PianoView>();
  readonly cambiato = output();
  protected readonly size = fileSize;
  protected readonly firma = firmaDetta;
  readonly #commands = pianiCommands();
  protected readonly carico = fileUpload(
    (file, on) => this.#commands.firmato(this.ambito(), this.piano().id, file, on),
    'Copia firmata caricata.',
    () => this.cambiato.emit(),
  );
  readonly #annunci = inject(Annunci);

  protected togli(file: string): Promise<void> {
    return this.#tell(this.#commands.togliFirmato(this.ambito(), this.piano().id, file), 'Copia tolta.');
  }

  async #tell(work: Promise<unknown>, done: string): Promise<void> {
    await work.then(
      () => this.#annunci.notify(done),
      (error: unknown) => this.#annunci.notify(problemText(problemOf(error)), 'danger'),
    );
    this.cambiato.emit();
  }
}
