import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { EnteView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { FileField } from '../ui/file-field';
import { fileSize } from '../ui/file-size';
import { problemOf, problemText } from '../ui/problem';
import { entiCommands, statutoPdf } from './enti.api';

/** The statute: to be taken by who sees the ente, sent or replaced by its operatori. */
@Component({
  selector: 'app-ente-statuto',
  imports: [Busy, FileField],
  template: `
    @let view = ente();
    @if (view.statuto; as statuto) {
      <p><a [href]="url()" download>{{ statuto.nome }}</a> ({{ size(statuto.bytes) }})</p>
    } @else {
      <p>Lo statuto non è ancora stato caricato.</p>
    }
    @if (view.puoModificare) {
      <form class="form-narrow" novalidate (submit)="carica($event)">
        <app-file-field [label]="view.statuto ? 'Sostituisci lo statuto' : 'Carica lo statuto'" hint="Un PDF, al massimo 10 MB." [(value)]="file" [progress]="progress()" />
        @if (problem(); as text) {
          <p class="alert alert-danger" role="alert">{{ text }}</p>
        }
        <button type="submit" class="btn btn-outline-primary" [disabled]="file() === null" [appBusy]="progress() !== null">{{ view.statuto ? 'Sostituisci' : 'Carica' }}</button>
      </form>
    }
  `,
})
export class EnteStatuto {
  readonly ente = input.required<EnteView>();
  readonly ambito = input.required<string>();
  /** Something was stored, or had changed meanwhile: read the ente again. */
  readonly cambiato = output();
  protected readonly file = signal<File | null>(null);
  protected readonly progress = signal<number | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly size = fileSize;
  protected readonly url = computed(() => statutoPdf(this.ambito(), this.ente().id));
  readonly #commands = entiCommands();
  readonly #annunci = inject(Annunci);

  protected async carica(event: Event): Promise<void> {
    event.preventDefault();
    const file = this.file();
    if (file === null || this.progress() !== null) return;
    this.progress.set(0);
    this.problem.set(null);
    try {
      await this.#commands.caricaStatuto(this.ambito(), this.ente(), file, part => this.progress.set(part));
      this.file.set(null);
      this.#annunci.notify('Statuto caricato.');
    } catch (error) {
      this.problem.set(problemText(problemOf(error)));
    } finally {
      this.progress.set(null);
      this.cambiato.emit();
    }
  }
}
