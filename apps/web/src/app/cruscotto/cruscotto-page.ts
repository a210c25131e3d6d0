import { Component, computed, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CruscottoView } from '@tavoli/shared';
import { giorno } from '../iter/iter.labels';
import { liveReload } from '../live/live-reload';
import { ATTI } from '../registro/atti.labels';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { CoperturaTabella } from './copertura-tabella';
import { cruscottoResource } from './cruscotto.api';
import { MancanzeElenco } from './mancanze-elenco';
import { SollecitoDialog } from './sollecito-dialog';
import { TappeTabella } from './tappe-tabella';
import { TavoliCruscotto } from './tavoli-cruscotto';

/** The coordinatore's cockpit: where the Piano stands, what is missing and who holds it, each tavolo against the deadline, the week. */
@Component({
  selector: 'app-cruscotto-page',
  imports: [CoperturaTabella, EmptyState, MancanzeElenco, ResourceState, RouterLink, SollecitoDialog, TappeTabella, TavoliCruscotto],
  templateUrl: './cruscotto-page.html',
})
export class CruscottoPage {
  readonly ambito = input.required<string>();
  protected readonly cruscotto = cruscottoResource(this.ambito);
  protected readonly giorno = giorno;
  protected readonly atti = ATTI;
  protected readonly inCorso = computed(() => (this.cruscotto.value()?.iter?.fasi ?? []).filter(f => f.stato === 'in_corso'));
  protected readonly volte = computed(() => (this.cruscotto.value()?.settimana ?? []).reduce((sum, s) => sum + s.volte, 0));
  private readonly dialogRef = viewChild(SollecitoDialog);

  constructor() {
    liveReload(['incontro', 'designazione', 'verbale', 'ente', 'iter', 'adesione'], () => this.cruscotto.reload());
  }

  protected sollecita(manca: CruscottoView['mancanze'][number]): void {
    void this.dialogRef()?.apri(manca);
  }
}
