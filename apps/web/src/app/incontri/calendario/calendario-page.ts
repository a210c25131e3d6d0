import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AmbitoCorrente } from '../../page/ambito-corrente';
import { pageMeta } from '../../page/page-meta';
import { tavoliResource } from '../../tavoli/tavoli.api';
import { Annunci } from '../../ui/annunci';
import { EmptyState } from '../../ui/empty-state';
import { ResourceState } from '../../page/resource-state';
import { asVista, periodo, VISTE, type Vista } from './calendario';
import { CalendarioElenco } from './calendario-elenco';
import { CalendarioGriglia } from './calendario-griglia';
import { finestra, isGiorno } from '../../ui/words/giorni';
import { incontriResource } from '../incontri-pubblici.api';
import { IscrivitiCalendario } from './iscriviti-calendario';
import { Oggi } from './oggi';
import { ownCopy } from '../../session/own-copy';

const plain = (value: string | undefined): string => value ?? '';
const PAROLE: Readonly<Record<Vista, { readonly label: string; readonly prima: string; readonly dopo: string }>> = {
  agenda: { label: 'Agenda', prima: 'Tre mesi prima', dopo: 'Tre mesi dopo' },
  mese: { label: 'Mese', prima: 'Mese precedente', dopo: 'Mese successivo' },
  settimana: { label: 'Settimana', prima: 'Settimana precedente', dopo: 'Settimana successiva' },
};

/** Public calendar of an ambito. All it shows is in its address, so that it works by links alone. */
@Component({
  selector: 'app-calendario-page',
  imports: [CalendarioElenco, CalendarioGriglia, EmptyState, IscrivitiCalendario, ResourceState, RouterLink],
  templateUrl: './calendario-page.html',
})
export class CalendarioPage {
  readonly ambito = input.required<string>();
  readonly vistaChiesta = input('', { alias: 'vista', transform: plain });
  readonly dataChiesta = input('', { alias: 'data', transform: plain });
  readonly tavoloChiesto = input('', { alias: 'tavolo', transform: plain });

  protected readonly viste = VISTE.map(vista => ({ vista, label: PAROLE[vista].label }));
  readonly #corrente = inject(AmbitoCorrente).resource;
  protected readonly patrono = computed(() => this.#corrente.value()?.patrono ?? null);
  protected readonly oggi = inject(Oggi).giorno;
  protected readonly vista = computed<Vista>(() => asVista(this.vistaChiesta()));
  protected readonly data = computed(() => (isGiorno(this.dataChiesta()) ? this.dataChiesta() : this.oggi()));
  protected readonly periodo = computed(() => periodo(this.vista(), this.data()));
  protected readonly parole = computed(() => PAROLE[this.vista()]);
  protected readonly contieneOggi = computed(() =>
    this.vista() === 'agenda' ? this.data() === this.oggi() : this.periodo().dal <= this.oggi() && this.oggi() <= this.periodo().al,
  );

  protected readonly tavoli = tavoliResource(this.ambito);
  protected readonly tavolo = computed(() => this.tavoli.value()?.items.find(({ slug }) => slug === this.tavoloChiesto()));
  protected readonly incontri = incontriResource(this.ambito, () => {
    // With a filter the list of tavoli comes first: the API knows them by id. An unknown one filters nothing.
    if (this.tavoloChiesto() !== '' && this.tavoli.isLoading()) return undefined;
    return { ...finestra(this.periodo()), tavolo: this.tavolo()?.id };
  });
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  constructor() {
    pageMeta(() => ({
      title: 'Calendario degli incontri',
      description: 'Quando e dove si incontrano i Tavoli Tematici, e come avere gli incontri nel proprio calendario.',
    }));
    ownCopy(this.incontri);
    let shown: string | null = null;
    effect(() => {
      const now = this.periodo().nome;
      // The link that was followed keeps the focus: what changed is said.
      if (shown !== null && shown !== now) untracked(() => this.#annunci.announce(now));
      shown = now;
    });
  }

  /** The query of this page with something changed; what is usual is left out of the address. */
  protected params(change: { vista?: Vista; data?: string | null; tavolo?: string }): Record<string, string> {
    const vista = change.vista ?? this.vista();
    const data = change.data === undefined ? (isGiorno(this.dataChiesta()) ? this.dataChiesta() : null) : change.data;
    const tavolo = change.tavolo ?? this.tavolo()?.slug ?? '';
    return { ...(vista === 'agenda' ? {} : { vista }), ...(data === null ? {} : { data }), ...(tavolo === '' ? {} : { tavolo }) };
  }

  /** Without a script the form does the same by itself. */
  protected filtra(event: Event, tavolo: string): void {
    event.preventDefault();
    void this.#router.navigate(['/', this.ambito(), 'incontri'], { queryParams: this.params({ tavolo }) });
  }
}
