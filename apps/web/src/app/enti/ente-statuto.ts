import { Component, computed, input, output } from '@angular/core';
import type { EnteView } from '@tavoli/shared';
import { Busy } from '../ui/busy';
import { FileField } from '../ui/fields/file-field';
import { firmaDetta } from '../ui/words/firma';
import { fileSize } from '../ui/words/file-size';
import { fileUpload } from '../ui/forms/file-upload';
import { entiCommands, statutoPdf } from './enti.api';

/** The statute: to be taken by who sees the ente, sent or replaced by its operatori. */
@Component({
  selector: 'app-ente-statuto',
  imports: [Busy, FileField],
  template: `
    @let view = ente();
    @if (view.statuto; as statuto) {
      <p>
        <a [href]="url()" download>{{ statuto.nome }}</a> ({{ size(statuto.bytes) }})
        @if (statuto.firmatari) {
          <span class="d-block text-muted">{{ firma(statuto.firmatari) }}</span>
        }
      </p>
    } @else {
      <p>Lo statuto non è ancora stato caricato.</p>
    }
    @if (view.puoModificare) {
      <form class="form-narrow" novalidate (submit)="carico.send($event)">
        <app-file-field
          [label]="view.statuto ? 'Sostituisci lo statuto' : 'Carica lo statuto'"
          hint="Un PDF, anche firmato (.p7m), al massimo 10 MB."
          firmato
          [(value)]="carico.file"
          [errors]="carico.errors()"
          [touched]="true"
          [progress]="carico.progress()"
        />
        <button type="submit" class="btn btn-outline-primary" [appBusy]="carico.progress() !== null">
          {{ view.statuto ? 'Sostituisci' : 'Carica' }}
        </button>
      </form>
    }
  `,
})
export class EnteStatuto {
  readonly ente = input.required<EnteView>();
  readonly ambito = input.required<string>();
  /** Something was stored, or had changed meanwhile: read the ente again. */
  readonly cambiato = output();
  protected readonly size = fileSize;
  protected readonly firma = firmaDetta;
  protected readonly url = computed(() => statutoPdf(this.ambito(), this.ente().id));
  readonly #commands = entiCommands();
  protected readonly carico = fileUpload(
    (file, on) => this.#commands.caricaStatuto(this.ambito(), this.ente(), file, on),
    'Statuto caricato.',
    () => this.cambiato.emit(),
  );
}
