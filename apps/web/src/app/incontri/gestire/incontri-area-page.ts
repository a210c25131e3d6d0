import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { IncontroRigaView } from '@tavoli/shared';
import { liveReload } from '../../live/live-reload';
import { Permissions } from '../../session/permissions';
import { SessionStore } from '../../session/session-store';
import { apertiConSottogruppi, tavoliResource } from '../../tavoli/tavoli.api';
import { DataOraPipe } from '../../ui/words/dates';
import { EmptyState } from '../../ui/empty-state';
import { ResourceState } from '../../page/resource-state';
import { SelectField } from '../../ui/fields/select-field';
import { StatoBadge } from '../../ui/stato-badge';
import { incontriResource } from '../incontri.api';
import { GRUPPI, gruppoDi, prossimoPasso } from './prossimo-passo';

const DAY = 86_400_000;

/** The incontri that one leads: what is under way, what was left behind, what comes, drafts, the past; each with the next thing to do. */
@Component({
  selector: 'app-incontri-area-page',
  imports: [DataOraPipe, EmptyState, ResourceState, RouterLink, SelectField, StatoBadge],
  templateUrl: './incontri-area-page.html',
})
export class IncontriAreaPage {
  readonly ambito = input.required<string>();
  /** Id of a tavolo, from the query string. */
  readonly tavolo = input('', { transform: (value: string | undefined) => value ?? '' });
  readonly #session = inject(SessionStore);
  readonly #permissions = inject(Permissions);
  readonly #router = inject(Router);
  readonly #now = new Date();
  readonly #tavoli = tavoliResource(this.ambito);
  protected readonly incontri = incontriResource(this.ambito, () => ({
    da: new Date(this.#now.getTime() - 199 * DAY).toISOString(),
    a: new Date(this.#now.getTime() + 200 * DAY).toISOString(),
    tavolo: this.tavolo(),
  }));
  protected readonly passo = (incontro: IncontroRigaView) => prossimoPasso(incontro, this.#now);

  /** The tavoli where one may call. */
  protected readonly miei = computed(() =>
    apertiConSottogruppi(this.#tavoli).filter(t => this.#permissions.can('incontro.crea', this.ambito(), { tavoloId: t.id })),
  );
  protected readonly puoPlenaria = computed(() => this.#permissions.can('incontro.crea_plenaria', this.ambito()));
  protected readonly scelte = computed(() =>
    (this.#tavoli.value()?.items ?? [])
      .flatMap(t => [t, ...t.sottogruppi])
      .filter(t => this.#permissions.can('incontro.esporta', this.ambito(), { tavoloId: t.id }))
      .map(t => ({ value: t.id, label: `${t.codice} · ${t.nome}` })),
  );
  /** Of the tavolo chosen, else of the only one. */
  protected readonly unico = computed(
    () => this.miei().find(t => t.id === this.tavolo()) ?? (this.miei().length === 1 ? this.miei()[0] : undefined),
  );

  protected readonly gruppi = computed(() => {
    const mine = (this.incontri.value()?.items ?? []).filter(i => this.#seguo(i));
    return GRUPPI.map(({ gruppo, titolo }) => {
      const items = mine.filter(i => gruppoDi(i, this.#now) === gruppo);
      return { gruppo, titolo, items: gruppo === 'passati' ? items.reverse() : items };
    }).filter(g => g.items.length > 0);
  });

  constructor() {
    liveReload('incontro', () => this.incontri.reload());
  }

  protected filtra(tavolo: string): void {
    void this.#router.navigate([], { queryParams: { tavolo: tavolo || null } });
  }

  #seguo({ tipo, tavoli }: IncontroRigaView): boolean {
    const ids = tavoli.map(t => t.id);
    const at = tipo === 'plenaria' ? {} : { tavoloId: ids[0] ?? null, tavoli: ids };
    return this.#session.signedIn() && this.#permissions.can('incontro.esporta', this.ambito(), at);
  }
}
