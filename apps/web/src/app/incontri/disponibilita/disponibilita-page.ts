import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DisponibilitaView } from '@tavoli/shared';
import { liveReload } from '../../live/live-reload';
import { ResourceState } from '../../page/resource-state';
import { Permissions } from '../../session/permissions';
import { tavoloResource } from '../../tavoli/tavoli.api';
import { AppPassi } from '../../ui/forms/app-passi';
import { passi } from '../../ui/forms/passi';
import { StatoBadge } from '../../ui/stato-badge';
import { DataOraPipe } from '../../ui/words/dates';
import { maiuscola, quando } from '../../ui/words/parole';
import { Sede } from '../../ui/words/sede';
import { ConflittiAvviso } from '../conflitti-avviso';
import { disponibilitaCommands, disponibilitaResource } from './disponibilita.api';
import { AZIONI, RISPOSTE } from './disponibilita.passi';

type Data = DisponibilitaView['date'][number];
const enti = (n: number): string => (n === 1 ? '1 ente' : `${n} enti`);

/** Who can come on which of the days that were proposed, which suits most, and the draft that is made of one. */
@Component({
  selector: 'app-disponibilita-page',
  imports: [AppPassi, ConflittiAvviso, DataOraPipe, ResourceState, RouterLink, Sede, StatoBadge],
  templateUrl: './disponibilita-page.html',
})
export class DisponibilitaPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  readonly id = input.required<string>({ alias: 'ricerca' });
  protected readonly ricerca = disponibilitaResource(this.ambito, this.id);
  readonly #tavolo = tavoloResource(this.ambito, this.slug);
  readonly #permissions = inject(Permissions);
  protected readonly puoCreare = computed(() =>
    this.#permissions.can('incontro.crea', this.ambito(), { tavoloId: this.#tavolo.value()?.id ?? null }),
  );
  protected readonly migliore = computed(() => {
    const d = this.ricerca.value();
    return d?.date.find(data => data.id === d.migliore) ?? null;
  });
  protected readonly quando = quando;
  protected readonly maiuscola = maiuscola;
  readonly #commands = disponibilitaCommands();
  protected readonly passi = passi(
    AZIONI,
    (d: DisponibilitaView, azione) => this.#commands.esegui(this.ambito(), d, azione),
    () => this.ricerca.reload(),
  );

  constructor() {
    liveReload('incontro', () => this.ricerca.reload());
  }

  /** `Può venire qualcuno di 3 enti. Sì 4, se serve 1, no 2.` */
  protected readonly conto = (data: Data): string =>
    `${data.posti === 0 ? 'Ancora nessuno può.' : this.perche(data)} Sì ${data.si}, se serve ${data.seServe}, no ${data.no}.`;

  protected readonly perche = ({ posti }: Data): string => `Può venire qualcuno di ${enti(posti)}.`;

  protected risposta({ rispostoAt, risposte }: DisponibilitaView['persone'][number], dataId: string): string {
    const detta = risposte.find(r => r.dataId === dataId);
    return detta ? RISPOSTE[detta.risposta] : rispostoAt === null ? '—' : 'Non ha detto';
  }
}
