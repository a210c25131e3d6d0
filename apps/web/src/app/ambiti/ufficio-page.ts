import { Component, computed, inject, input } from '@angular/core';
import { conGiorno, type UfficioView } from '@tavoli/shared';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { pageMeta } from '../page/page-meta';
import { ParolePipe } from '../page/parole';
import { ResourceState } from '../page/resource-state';
import { ufficioResource } from './di-un-ambito.api';

interface Periodo {
  readonly dal: string | null;
  readonly al: string | null;
}

type Voce = UfficioView['elenchi']['fondi'][number];

/** The act that lists it with its year, as far as the office wrote them. */
const daDove = ({ fonte, anno }: Voce) => [fonte, anno].filter(x => x !== null);
/** The code of a fondo or of a level is for who writes schede; that of an objective is of the Region, and people look for it. */
const senzaCodice = (voce: Voce) => ({ ...voce, note: daDove(voce).join(', ') });

/** Public page of the office: people, seat, hours; who leads the ambito, its comuni, the lists it works with. */
@Component({
  selector: 'app-ufficio-page',
  imports: [ParolePipe, ResourceState],
  templateUrl: './ufficio-page.html',
})
export class UfficioPage {
  readonly ambito = input.required<string>();
  protected readonly corrente = inject(AmbitoCorrente).resource;
  protected readonly ufficio = ufficioResource(this.ambito);
  protected readonly orari = computed(() => (this.ufficio.value()?.orari ?? '').split('\n').filter(riga => riga.trim() !== ''));
  protected readonly elenchi = computed(() => {
    const { fondi = [], leps = [], obiettivi = [] } = this.ufficio.value()?.elenchi ?? {};
    return [
      { titolo: 'Da dove vengono le risorse', voci: fondi.map(senzaCodice) },
      { titolo: 'Livelli essenziali (LEPS)', voci: leps.map(senzaCodice) },
      { titolo: 'Obiettivi della Regione', voci: obiettivi.map(voce => ({ ...voce, note: [voce.codice, ...daDove(voce)].join(', ') })) },
    ].filter(e => e.voci.length > 0);
  });

  constructor() {
    pageMeta(() => ({ title: 'L’ufficio', description: 'Chi lavora nell’ufficio dell’ambito, dove si trova e quando è aperto.' }));
  }

  /** `dal 1º marzo 2026`, `fino al 31 dicembre 2026`; nothing where it is since ever. */
  protected periodo({ dal, al }: Periodo): string {
    return [dal === null ? '' : conGiorno('dal', dal), al === null ? '' : conGiorno(dal === null ? 'fino al' : 'al', al)]
      .filter(Boolean)
      .join(' ');
  }
}
