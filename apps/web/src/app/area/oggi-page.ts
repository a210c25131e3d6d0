import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { URGENZE, type Urgenza } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { ResourceState } from '../page/resource-state';
import { Permissions } from '../session/permissions';
import { SessionStore } from '../session/session-store';
import { EmptyState } from '../ui/empty-state';
import type { Stato } from '../ui/stati';
import { StatoBadge } from '../ui/stato-badge';
import { OggiGruppo } from './oggi-gruppo';
import { OggiLato } from './oggi-lato';
import { oggiCommands, oggiResource } from './oggi.api';
import { inBreve } from './oggi.words';
import { VerbaleDaScrivere } from './verbale-da-scrivere';

const TITOLI: Readonly<Record<Urgenza, string>> = {
  subito: 'In ritardo o da fare oggi',
  presto: 'Nei prossimi sette giorni',
  in_attesa: 'Quando puoi',
};

/** Where each person starts: what waits for them, the most pressing first, and what they hold here. */
@Component({
  selector: 'app-oggi-page',
  imports: [EmptyState, OggiGruppo, OggiLato, ResourceState, RouterLink, StatoBadge, VerbaleDaScrivere],
  templateUrl: './oggi-page.html',
})
export class OggiPage {
  readonly ambito = input.required<string>();
  readonly #permissions = inject(Permissions);
  readonly #session = inject(SessionStore);
  readonly #commands = oggiCommands();
  /** The ambito that the reader has said to look at: what is new is counted from the visit before. */
  readonly #vista = signal<string | undefined>(undefined);
  protected readonly oggi = oggiResource(this.#vista);
  protected readonly enti = computed(() => this.#session.sessione().enti.filter(e => e.ambito.slug === this.ambito()));
  protected readonly tavoli = computed(() => this.#session.sessione().tavoli.filter(t => t.ambito.slug === this.ambito()));
  readonly #incarichi = computed(() => this.#session.sessione().incarichi.filter(i => i.ambito.slug === this.ambito()));
  protected readonly guidati = computed(() => this.#incarichi().filter(i => i.tavolo !== null));
  protected readonly ufficio = computed(() => this.#permissions.can('cruscotto.vedi', this.ambito()));
  /** The incontri whose verbale this person writes, by a role held at each of them. */
  protected readonly daScrivere = computed(() => this.#incarichi().flatMap(i => (i.incontro === null ? [] : [i.incontro])));

  protected readonly sezioni = computed(() => {
    const gruppi = this.oggi.value()?.gruppi ?? [];
    return URGENZE.map(urgenza => ({ urgenza, titolo: TITOLI[urgenza], gruppi: gruppi.filter(g => g.urgenza === urgenza) })).filter(
      s => s.gruppi.length > 0,
    );
  });
  protected readonly saluto = computed(() => inBreve(this.#session.account()?.nome ?? '', this.oggi.value()?.gruppi ?? []));

  constructor() {
    effect(() => {
      const ambito = this.ambito();
      // Where it cannot be noted, what waits is shown all the same.
      void this.#commands
        .visita(ambito)
        .catch(() => undefined)
        .then(() => this.#vista.set(ambito));
    });
    liveReload(['incontro', 'designazione', 'verbale', 'elaborato', 'contributo', 'ente', 'iter', 'adesione'], () => this.oggi.reload());
  }

  protected readonly stato = (value: string): Stato => value as Stato;
}
