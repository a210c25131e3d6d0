import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PresenzeView } from '@tavoli/shared';
import { pageMeta } from '../../page/page-meta';
import { AppPassi, DomandaExtra } from '../../ui/forms/app-passi';
import { EmptyState } from '../../ui/empty-state';
import { ResourceState } from '../../page/resource-state';
import { StatoBadge } from '../../ui/stato-badge';
import { ScriviVerbale } from '../../verbali/scrivi-verbale';
import { BarraPresenze } from './barra-presenze';
import { Conduzione } from './conduzione';
import { ElencoPosti } from './elenco-posti';
import { OspitiInSala } from './ospiti-in-sala';
import { PuntoCorrente } from './punto-corrente';

/**
 * Who is in the room, taken on a phone: one list, one tap a seat, the quorum always in sight; and the punto that is discussed. It goes on without network; only
 * closing, which must be known to all at once, waits until every tap is saved.
 */
@Component({
  selector: 'app-presenze-page',
  imports: [
    AppPassi,
    BarraPresenze,
    DomandaExtra,
    ElencoPosti,
    EmptyState,
    OspitiInSala,
    PuntoCorrente,
    ResourceState,
    RouterLink,
    ScriviVerbale,
    StatoBadge,
  ],
  templateUrl: './presenze-page.html',
})
export class PresenzePage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'incontro' });
  readonly #conduzione = new Conduzione(this.ambito, this.id);
  protected readonly risorsa = this.#conduzione.risorsa;
  protected readonly incontro = this.#conduzione.incontro;
  protected readonly presenze = this.#conduzione.presenze;
  protected readonly mostrato = this.#conduzione.mostrato;
  protected readonly sospeso = this.#conduzione.sospeso;
  protected readonly passi = this.#conduzione.passi;
  protected readonly apre = ['apri'] as const;
  protected readonly chiude = ['chiudi'] as const;

  constructor() {
    pageMeta(() => {
      const view = this.incontro();
      return view ? { title: `Presenze: ${view.titolo}` } : null;
    });
  }

  protected vai(puntoId: string | null): void {
    this.#conduzione.vai(puntoId);
  }

  protected cambiati(presenze: PresenzeView): void {
    this.presenze.imposta(presenze);
  }
}
