import { Component, input, output } from '@angular/core';
import type { PianoView } from '@tavoli/shared';
import { AppPassi } from '../ui/forms/app-passi';
import { conMotivo, passi } from '../ui/forms/passi';
import { pianiCommands } from './piani.api';
import { AZIONI } from './piani.passi';

/** The steps that the Piano may take now, each asked about before it is taken. */
@Component({
  selector: 'app-passi-piano',
  imports: [AppPassi],
  host: { class: 'd-block' },
  template: `
    @if (piano().azioni.length > 0) {
      <div class="actions mb-3"><app-passi [di]="passi" [vista]="piano()" [azioni]="piano().azioni" /></div>
    }
  `,
})
export class PassiPiano {
  readonly ambito = input.required<string>();
  readonly piano = input.required<PianoView>();
  readonly fatto = output();
  readonly #commands = pianiCommands();
  protected readonly passi = passi(
    AZIONI,
    (piano: PianoView, azione, motivazione) => this.#commands.esegui(this.ambito(), piano, azione, conMotivo(motivazione)),
    () => this.fatto.emit(),
  );
}
