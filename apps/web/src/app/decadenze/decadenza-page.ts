import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { conGiorno, ETICHETTE_MOTIVO_DECADENZA, type DecadenzaView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { pageMeta } from '../page/page-meta';
import { ResourceState } from '../page/resource-state';
import { Storia } from '../registro/storia';
import { AppPassi } from '../ui/forms/app-passi';
import { conMotivo, passi } from '../ui/forms/passi';
import { DataOraPipe, DataPipe } from '../ui/words/dates';
import { decadenzaResource, decadenzeCommands } from './decadenze.api';
import { REGISTRATO, STATI } from './decadenze.labels';
import { AZIONI } from './decadenze.passi';
import { MemorieForm } from './memorie-form';

/** One procedimento: the evidence, what the ente writes, the decision. For the ente and the offices. */
@Component({
  selector: 'app-decadenza-page',
  imports: [AppPassi, DataOraPipe, DataPipe, MemorieForm, ResourceState, RouterLink, Storia],
  templateUrl: './decadenza-page.html',
})
export class DecadenzaPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'decadenza' });
  protected readonly decadenza = decadenzaResource(this.ambito, this.id);
  protected readonly stati = STATI;
  protected readonly motivi = ETICHETTE_MOTIVO_DECADENZA;
  protected readonly registrato = REGISTRATO;
  readonly #commands = decadenzeCommands();
  protected readonly passi = passi(
    AZIONI,
    (k: DecadenzaView, azione, motivazione) => this.#commands.esegui(this.ambito(), k, azione, conMotivo(motivazione)),
    () => this.decadenza.reload(),
  );

  constructor() {
    pageMeta(() => (this.decadenza.hasValue() ? { title: `Decadenza di ${this.decadenza.value().ente.denominazione}` } : null));
    liveReload('decadenza', () => this.decadenza.reload(), this.id);
  }

  protected readonly finoAl = (termine: string): string => conGiorno('fino al', termine);
}
