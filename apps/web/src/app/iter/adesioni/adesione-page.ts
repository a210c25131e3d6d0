import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AdesioneView, type AzioneAdesione, formatProtocollo } from '@tavoli/shared';
import { ParolePipe } from '../../ambiti/parole';
import { liveReload } from '../../live/live-reload';
import { Storia } from '../../registro/storia';
import { pageMeta } from '../../page/page-meta';
import { Annunci } from '../../ui/annunci';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { EuroPipe } from '../../ui/fields/euro-field';
import { ResourceState } from '../../page/resource-state';
import { adesioneResource, adesioniCommands } from '../iter.api';
import { FATTO_ADESIONE, RISORSE } from '../iter.labels';
import { StatoIter } from '../stato-iter';

/** One adesione: what it brings, where it stands, the steps that may be taken now. */
@Component({
  selector: 'app-adesione-page',
  imports: [ConfirmDialog, EuroPipe, ParolePipe, ResourceState, RouterLink, StatoIter, Storia],
  templateUrl: './adesione-page.html',
})
export class AdesionePage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'adesione' });
  protected readonly adesione = adesioneResource(this.ambito, this.id);
  protected readonly risorse = RISORSE;
  protected readonly protocollo = formatProtocollo;
  readonly #commands = adesioniCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);

  constructor() {
    pageMeta(() => (this.adesione.hasValue() ? { title: `Adesione di ${this.adesione.value().ente.denominazione}` } : null));
    liveReload('adesione', () => this.adesione.reload(), this.id);
  }

  protected async esegui(dialog: ConfirmDialog, a: AdesioneView, azione: AzioneAdesione): Promise<void> {
    const done = await dialog.ask(motivazione =>
      this.#commands.esegui(this.ambito(), a, azione, motivazione === '' ? {} : { motivazione }),
    );
    if (done) this.#annunci.notify(FATTO_ADESIONE[azione]);
    this.adesione.reload();
  }

  protected async elimina(dialog: ConfirmDialog, a: AdesioneView): Promise<void> {
    if (!(await dialog.ask(() => this.#commands.elimina(this.ambito(), a)))) return;
    this.#annunci.notify('Bozza eliminata.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'adesioni']);
  }
}
