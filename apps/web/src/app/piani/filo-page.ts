import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ETICHETTE_TIPO_ELABORATO } from '@tavoli/shared';
import { pageMeta } from '../page/page-meta';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { filoJson, filoResource } from './piani-pubblici.api';

/** The thread of the Piano: from each scheda and objective back to the meetings and contributi it came from, and the other way. */
@Component({
  selector: 'app-filo-page',
  imports: [EmptyState, ResourceState, RouterLink],
  templateUrl: './filo-page.html',
})
export class FiloPage {
  readonly ambito = input.required<string>();
  protected readonly filo = filoResource(this.ambito);
  protected readonly tipi = ETICHETTE_TIPO_ELABORATO;
  protected readonly json = computed(() => filoJson(this.ambito()));
  protected readonly titoli = computed(() => new Map((this.filo.value()?.voci ?? []).map(v => [v.elaborato.id, v])));

  constructor() {
    pageMeta(() => {
      const view = this.filo.value();
      return (
        view && {
          title: `Da dove viene il ${view.piano.titolo}`,
          description: 'Da ogni scheda e obiettivo ai verbali, agli incontri e ai contributi da cui nasce, e ritorno.',
        }
      );
    });
  }

  /** Addresses within the ambito, as router links. */
  protected link(percorso: string): string {
    return `/${this.ambito()}/${percorso}`;
  }
}
