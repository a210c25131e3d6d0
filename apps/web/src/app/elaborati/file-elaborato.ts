import { Component, inject, input, output, signal } from '@angular/core';
import type { ElaboratoView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { FileField } from '../ui/file-field';
import { fileSize } from '../ui/file-size';
import { problemOf, problemText } from '../ui/problem';
import { elaboratiCommands, fileCaricato } from './elaborati.api';

/** The PDF of an elaborato that was made elsewhere: uploaded, and replaced while it is a draft. */
@Component({
  selector: 'app-file-elaborato',
  imports: [FileField],
  host: { class: 'd-block' },
  template: `
    @if (elaborato().file; as f) {
      <p><a [href]="url()" download>{{ f.nome }}</a>&ngsp;<span class="text-muted">({{ size(f.bytes) }})</span></p>
    } @else {
      <p>Il PDF non è ancora stato caricato.</p>
    }
    @if (elaborato().puoScrivere) {
      <div class="form-narrow">
        <app-file-field [label]="elaborato().file ? 'Sostituisci il PDF' : 'Carica il PDF'" hint="PDF, al massimo 10 MB. Deve potersi leggere anche con la voce: non una scansione." [(value)]="file" [progress]="progress()" />
        <p><button type="button" class="btn btn-primary" [disabled]="file() === null" (click)="carica()">Carica</button></p>
      </div>
    }
  `,
})
export class FileElaborato {
  readonly ambito = input.required<string>();
  readonly elaborato = input.required<ElaboratoView>();
  readonly caricato = output();
  protected readonly file = signal<File | null>(null);
  protected readonly progress = signal<number | null>(null);
  protected readonly size = fileSize;
  protected readonly url = () => fileCaricato(this.ambito(), this.elaborato().id);
  readonly #commands = elaboratiCommands();
  readonly #annunci = inject(Annunci);

  protected async carica(): Promise<void> {
    const file = this.file();
    if (file === null || this.progress() !== null) return;
    this.progress.set(0);
    try {
      await this.#commands.carica(this.ambito(), this.elaborato().id, file, part => this.progress.set(part));
      this.file.set(null);
      this.#annunci.notify('PDF caricato.');
      this.caricato.emit();
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.progress.set(null);
    }
  }
}
