import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ProssimiIncontri } from '../incontri/calendario/prossimi-incontri';
import { pageMeta } from '../page/page-meta';
import { tavoliResource } from '../tavoli/tavoli.api';
import { TavoloCard } from '../tavoli/tavolo-card';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { ResourceState } from '../page/resource-state';
import { avvisiDellAmbito } from './ambiti.api';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { AvvisoInEvidenza } from './avviso-in-evidenza';

/** Home of an ambito: what the tavoli are, the avviso that is open, the tavoli themselves. */
@Component({
  selector: 'app-ambito-page',
  imports: [AvvisoInEvidenza, EmptyState, Icon, ProssimiIncontri, ResourceState, RouterLink, TavoloCard],
  templateUrl: './ambito-page.html',
})
export class AmbitoPage {
  /** Slug, from the route. */
  readonly ambito = input.required<string>();
  protected readonly ambitoCorrente = inject(AmbitoCorrente).resource;
  protected readonly tavoli = tavoliResource(this.ambito);
  protected readonly avvisi = avvisiDellAmbito(this.ambito);
  protected readonly aperti = computed(() =>
    this.avvisi.hasValue() ? this.avvisi.value().items.filter(avviso => avviso.stato === 'pubblicato') : [],
  );

  constructor() {
    pageMeta(() =>
      this.ambitoCorrente.hasValue()
        ? {
            title: 'Tavoli Tematici',
            description: `I Tavoli Tematici dell’Ambito Territoriale Sociale di ${this.ambitoCorrente.value().nome}: chi ne fa parte, gli avvisi aperti, come partecipare.`,
          }
        : null,
    );
  }
}
