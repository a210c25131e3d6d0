import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AdesioneView, formatNumeroDiRegistro } from '@tavoli/shared';
import { ParolePipe } from '../../page/parole';
import { liveReload } from '../../live/live-reload';
import { Storia } from '../../registro/storia';
import { pageMeta } from '../../page/page-meta';
import { Annunci } from '../../ui/annunci';
import { AppPassi } from '../../ui/forms/app-passi';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { conMotivo, passi } from '../../ui/forms/passi';
import { EuroPipe } from '../../ui/fields/euro-field';
import { ResourceState } from '../../page/resource-state';
import { adesioneResource, adesioniCommands } from '../iter.api';
import { RISORSE } from '../iter.labels';
import { AZIONI_ADESIONE } from '../iter.passi';
import { StatoIter } from '../stato-iter';
import { ProtocolliCura } from '../../protocolli/protocolli-cura';

/** One adesione: what it brings, where it stands, the steps that may be taken now. */
@Component({
  selector: 'app-adesione-page',
  imports: [AppPassi, ConfirmDialog, EuroPipe, ParolePipe, ProtocolliCura, ResourceState, RouterLink, StatoIter, Storia],
  templateUrl: './adesione-page.html',
})
export class AdesionePage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'adesione' });
  protected readonly adesione = adesioneResource(this.ambito, this.id);
  protected readonly risorse = RISORSE;
  protected readonly numeroDiRegistro = formatNumeroDiRegistro;
  readonly #commands = adesioniCommands();
  protected readonly passi = passi(
    AZIONI_ADESIONE,
    (a: AdesioneView, azione, motivazione) => this.#commands.esegui(this.ambito(), a, azione, conMotivo(motivazione)),
    () => this.adesione.reload(),
  );
  protected readonly perPrimi = ['invia', 'accogli', 'respingi'] as const;
  protected readonly perUltimo = ['ritira'] as const;
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);

  constructor() {
    pageMeta(() => (this.adesione.hasValue() ? { title: `Adesione di ${this.adesione.value().ente.denominazione}` } : null));
    liveReload('adesione', () => this.adesione.reload(), this.id);
  }

  protected async elimina(dialog: ConfirmDialog, a: AdesioneView): Promise<void> {
    if (!(await dialog.ask(() => this.#commands.elimina(this.ambito(), a)))) return;
    this.#annunci.notify('Bozza eliminata.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'adesioni']);
  }
}
