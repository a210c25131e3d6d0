import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DaFareTavolo } from '../cruscotto/da-fare-tavolo';
import { Permissions } from '../session/permissions';
import { SessionStore } from '../session/session-store';
import { Parole } from '../page/parole';
import { StatoBadge } from '../ui/stato-badge';
import type { Stato } from '../ui/stati';
import { compitiDelTavolo, compitiDellAmbito, type Compito } from './compiti';
import { VerbaleDaScrivere } from './verbale-da-scrivere';

/** Where each person starts: what they can do here, by the roles they hold. */
@Component({
  selector: 'app-area-page',
  imports: [DaFareTavolo, RouterLink, StatoBadge, VerbaleDaScrivere],
  templateUrl: './area-page.html',
})
export class AreaPage {
  readonly ambito = input.required<string>();
  readonly #permissions = inject(Permissions);
  readonly #parole = inject(Parole);
  protected readonly session = inject(SessionStore);
  protected readonly enti = computed(() => this.session.sessione().enti.filter(e => e.ambito.slug === this.ambito()));
  protected readonly tavoli = computed(() => this.session.sessione().tavoli.filter(t => t.ambito.slug === this.ambito()));

  /** The tavoli of which this person follows the work, by a role held there. */
  protected readonly guidati = computed(() => {
    const qui = this.session.sessione().incarichi.flatMap(i => (i.ambito.slug === this.ambito() && i.tavolo !== null ? [i.tavolo] : []));
    const suoi = qui.filter(t => this.#permissions.can('cruscotto.vedi_tavolo', this.ambito(), { tavoloId: t.id }));
    return [...new Map(suoi.map(t => [t.id, t])).values()];
  });

  /** The incontri whose verbale this person writes, by a role held at each of them. */
  protected readonly daScrivere = computed(() =>
    this.session.sessione().incarichi.flatMap(i => (i.ambito.slug === this.ambito() && i.incontro !== null ? [i.incontro] : [])),
  );

  /** All that the area offers, in order: each entry to who holds its permission here. */
  protected readonly compiti = computed<Compito[]>(() => [
    ...this.guidati().flatMap(t =>
      compitiDelTavolo(t, this.ambito()).filter(c => this.#permissions.can(c.permesso, this.ambito(), { tavoloId: t.id })),
    ),
    ...compitiDellAmbito(this.ambito(), testo => this.#parole.di(testo)).filter(c =>
      c.ovunque ? this.#permissions.somewhere(c.permesso, this.ambito()) : this.#permissions.can(c.permesso, this.ambito()),
    ),
  ]);

  protected readonly stato = (value: string): Stato => value as Stato;
}
