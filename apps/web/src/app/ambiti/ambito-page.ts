import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { conParole, iContati } from '@tavoli/shared';
import { ProssimiIncontri } from '../incontri/calendario/prossimi-incontri';
import { pageMeta } from '../page/page-meta';
import { aperti, tavoliResource } from '../tavoli/tavoli.api';
import { TavoloCard } from '../tavoli/tavolo-card';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { ResourceState } from '../page/resource-state';
import { avvisiDellAmbito } from './di-un-ambito.api';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { ParolePipe } from '../page/parole';
import { AvvisoInEvidenza } from './avviso-in-evidenza';

/** Home of an ambito: what the tavoli are, the avviso that is open, the tavoli themselves. */
@Component({
  selector: 'app-ambito-page',
  imports: [AvvisoInEvidenza, EmptyState, Icon, ParolePipe, ProssimiIncontri, ResourceState, RouterLink, TavoloCard],
  templateUrl: './ambito-page.html',
})
export class AmbitoPage {
  /** Slug, from the route. */
  readonly ambito = input.required<string>();
  protected readonly ambitoCorrente = inject(AmbitoCorrente).resource;
  protected readonly tavoli = tavoliResource(this.ambito);
  protected readonly scelti = computed(() => aperti(this.tavoli));
  protected readonly avvisi = avvisiDellAmbito(this.ambito);
  protected readonly aperti = computed(() =>
    this.avvisi.hasValue() ? this.avvisi.value().items.filter(avviso => avviso.stato === 'pubblicato') : [],
  );

  /** `gli 11 comuni`, `il comune` */
  protected readonly comuni = (n: number): string => iContati(n, { testo: 'comune', plurale: 'comuni', articolo: 'il', genere: 'm' });

  constructor() {
    pageMeta(() =>
      this.ambitoCorrente.hasValue()
        ? {
            title: 'Tavoli Tematici',
            description: conParole(
              'I Tavoli Tematici [del nomeEsteso]: chi ne fa parte, gli avvisi aperti, come partecipare.',
              this.ambitoCorrente.value().parole,
            ),
          }
        : null,
    );
  }
}
