import { Component, input, output } from '@angular/core';
import type { ElaboratoView } from '@tavoli/shared';
import { Busy } from '../../ui/busy';
import { FileField } from '../../ui/fields/file-field';
import { fileSize } from '../../ui/words/file-size';
import { fileUpload } from '../../ui/forms/file-upload';
import { elaboratiCommands, fileCaricato } from '../elaborati.api';

/** The PDF of an elaborato that was made elsewhere: uploaded, and replaced while it is a draft. */
@Component({
  selector: 'app-file-elaborato',
  imports: [Busy, FileField],
  host: { class: 'd-block' },
  template: `
    @if (elaborato().file; as f) {
      <p>
        <a [href]="url()" download>{{ f.nome }}</a>&ngsp;<span class="text-muted">({{ size(f.bytes) }})</span>
      </p>
    } @else {
      <p>Il PDF non è ancora stato caricato.</p>
    }
    @if (elaborato().puoScrivere) {
      <form class="form-narrow" novalidate (submit)="carico.send($event)">
        <app-file-field
          [label]="elaborato().file ? 'Sostituisci il PDF' : 'Carica il PDF'"
          hint="PDF, al massimo 10 MB. Deve potersi leggere anche con la voce: non una scansione."
          [(value)]="carico.file"
          [errors]="carico.errors()"
          [touched]="true"
          [progress]="carico.progress()"
        />
        <p><button type="submit" class="btn btn-primary" [appBusy]="carico.progress() !== null">Carica</button></p>
      </form>
    }
  `,
})
export class FileElaborato {
  readonly ambito = input.required<string>();
  readonly elaborato = input.required<ElaboratoView>();
  readonly caricato = output();
  protected readonly size = fileSize;
  protected readonly url = () => fileCaricato(this.ambito(), this.elaborato().id);
  readonly #commands = elaboratiCommands();
  protected readonly carico = fileUpload(
    (file, on) => this.#commands.carica(this.ambito(), this.elaborato().id, file, on),
    'PDF caricato.',
    () => this.caricato.emit(),
  );
}
