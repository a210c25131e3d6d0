import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { conGiorno } from '@tavoli/shared';
import { DocumentiSostituiti } from '../oscuramenti/documenti-sostituiti';
import { Permissions } from '../session/permissions';
import { pageMeta } from '../page/page-meta';
import { DataOraPipe } from '../ui/words/dates';
import { fileSize } from '../ui/words/file-size';
import { ResourceState } from '../page/resource-state';
import { avvisoFile, avvisoResource } from './avvisi.api';
import { postiInParole, responsabileInParole } from './avvisi.labels';
import { CondizioniAvviso } from './condizioni-avviso';
import { ContoAllaRovescia } from './conto-alla-rovescia';
import { TestoAvviso } from './testo-avviso';
import { DopoPubblicato } from './dopo-pubblicato';
import { ElenchiAvviso } from './elenchi-avviso';
import { elenchiResource } from './elenchi.api';
import { StatoAvvisoBadge } from './stato-avviso';

/** Public page of an avviso, in the order of a public service: for whom, how, by when, documents. */
@Component({
  selector: 'app-avviso-page',
  imports: [
    CondizioniAvviso,
    ContoAllaRovescia,
    DataOraPipe,
    DocumentiSostituiti,
    DopoPubblicato,
    ElenchiAvviso,
    ResourceState,
    RouterLink,
    StatoAvvisoBadge,
    TestoAvviso,
  ],
  templateUrl: './avviso-page.html',
})
export class AvvisoPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'avviso' });
  protected readonly avviso = avvisoResource(this.ambito, this.id);
  protected readonly elenchi = elenchiResource(this.ambito, this.id);
  protected readonly posti = postiInParole;
  protected readonly size = fileSize;
  protected readonly giorno = (data: string) => conGiorno('del', data);
  protected readonly responsabile = responsabileInParole;
  readonly #permissions = inject(Permissions);
  protected readonly puoGestire = computed(() => this.#permissions.can('avviso.proroga', this.ambito()));
  protected readonly risponde = computed(() => {
    const avviso = this.avviso.value();
    return avviso !== undefined && (avviso.stato === 'pubblicato' || (avviso.stato === 'chiuso' && avviso.ammetteTardive));
  });

  constructor() {
    pageMeta(() =>
      this.avviso.hasValue() ? { title: this.avviso.value().titolo, description: this.avviso.value().testo.slice(0, 150) } : null,
    );
  }

  protected readonly file = (id: string) => avvisoFile(this.ambito(), this.id(), id);
}
