import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { liveReload } from '../live/live-reload';
import { Storia } from '../registro/storia';
import { ResourceState } from '../page/resource-state';
import { AllegatiElenco } from './allegati-elenco';
import { AllegatoAggiungi } from './allegato-aggiungi';
import { ConsegnaForm } from './consegna-form';
import { DossierVersioni } from './dossier-versioni';
import { FirmatiElenco } from './firmati-elenco';
import { PassiPiano } from './passi-piano';
import { pianoPubblicoResource, pianoResource } from './piani.api';
import { STATI_PIANO_IN_PAROLE } from './piani.labels';
import { PianoForm } from './piano-form';
import { ProgrammiElenco } from './programmi-elenco';

/** Where the coordinatore prepares the Piano: allegati in order, versions of the dossier, closing, delivery, publication. */
@Component({
  selector: 'app-piano-area-page',
  imports: [
    AllegatiElenco,
    AllegatoAggiungi,
    ConsegnaForm,
    DossierVersioni,
    FirmatiElenco,
    PassiPiano,
    PianoForm,
    ProgrammiElenco,
    ResourceState,
    RouterLink,
    Storia,
  ],
  templateUrl: './piano-area-page.html',
})
export class PianoAreaPage {
  readonly ambito = input.required<string>();
  protected readonly pubblico = pianoPubblicoResource(this.ambito);
  readonly #id = computed(() => this.pubblico.value()?.id);
  protected readonly piano = pianoResource(this.ambito, this.#id);
  protected readonly stati = STATI_PIANO_IN_PAROLE;

  constructor() {
    liveReload('piano', () => this.piano.reload());
  }
}
