import { Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatOra, type PostoView } from '@tavoli/shared';
import { pageMeta } from '../../page/page-meta';
import { ResourceState } from '../../page/resource-state';
import { StatoBadge } from '../../ui/stato-badge';
import { ScriviVerbale } from '../../verbali/scrivi-verbale';
import { incontroResource, presenzeResource } from '../incontri.api';
import { quando } from '../incontri.labels';
import { numeroLegale } from './presenze.parole';
import { novita, novitaPresenze, seguiPunti, STATI_PUNTO, tempoRimasto } from './punti';
import { seguiDalVivo } from './segui-dal-vivo';
import { ultimoValore } from './ultimo-valore';

/** An incontro while it goes on, for who is in the room or at home: what is discussed and for how long, the quorum, who is there. */
@Component({
  selector: 'app-in-corso-page',
  imports: [ResourceState, RouterLink, ScriviVerbale, StatoBadge],
  templateUrl: './in-corso-page.html',
})
export class InCorsoPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'incontro' });
  protected readonly risorsa = incontroResource(this.ambito, this.id);
  protected readonly incontro = ultimoValore(this.risorsa, this.id);
  readonly #presenze = presenzeResource(this.ambito, this.id);
  /** Only for who may read them. */
  protected readonly presenze = ultimoValore(this.#presenze, this.id);
  protected readonly stati = STATI_PUNTO;
  protected readonly quando = quando;
  protected readonly numeroLegale = numeroLegale;
  protected readonly punti = computed(() => seguiPunti(this.incontro() ?? { punti: [], puntoCorrente: null }));
  protected readonly corrente = computed(() => this.punti().find(p => p.stato === 'in_corso'));
  protected readonly quorum = computed(() => this.presenze()?.quorum ?? this.incontro()?.quorum ?? null);
  protected readonly presenti = computed(() =>
    (this.presenze()?.posti ?? []).filter(p => p.stato === 'titolare' || p.stato === 'supplente'),
  );
  readonly #ora = signal(new Date());
  protected readonly tempo = computed(() => {
    const punto = this.corrente();
    return punto ? tempoRimasto(punto, this.#ora()) : null;
  });
  protected readonly novita = signal<{ testo: string; alle: string } | null>(null);

  constructor() {
    pageMeta(() => {
      const view = this.incontro();
      return view ? { title: `In corso: ${view.titolo}` } : null;
    });
    const ricarica = () => {
      this.risorsa.reload();
      this.#presenze.reload();
    };
    seguiDalVivo(ricarica, this.id, () => this.incontro()?.puoRilevare === true);
    const orologio = setInterval(() => this.#ora.set(new Date()), 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(orologio));
    this.#racconta(this.incontro, novita);
    this.#racconta(this.presenze, novitaPresenze);
  }

  protected persona(posto: PostoView): string {
    return (posto.stato === 'titolare' ? posto.titolare : posto.supplente) ?? 'presente';
  }

  /** Says what has changed since the last reading. */
  #racconta<T>(valore: () => T | undefined, differenza: (prima: T, ora: T) => string | null): void {
    let prima: T | undefined;
    effect(() => {
      const ora = valore();
      if (ora === undefined) return;
      const testo = prima === undefined ? null : differenza(prima, ora);
      prima = ora;
      if (testo !== null) untracked(() => this.novita.set({ testo, alle: formatOra(new Date()) }));
    });
  }
}
