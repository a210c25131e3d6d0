import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IncontroView, PresenzeView, StatoPresenza } from '@tavoli/shared';
import { liveReload } from '../../live/live-reload';
import { pageMeta } from '../../page/page-meta';
import { Annunci } from '../../ui/annunci';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { AppPassi, DomandaExtra } from '../../ui/forms/app-passi';
import { passi } from '../../ui/forms/passi';
import { EmptyState } from '../../ui/empty-state';
import { problemText } from '../../ui/problem';
import { ResourceState } from '../../page/resource-state';
import { StatoBadge } from '../../ui/stato-badge';
import { BarraPresenze } from './barra-presenze';
import { incontriCommands, incontroResource } from '../incontri.api';
import { AZIONI } from '../incontri.passi';
import { OspitiInSala } from './ospiti-in-sala';
import { PostoRiga } from './posto-riga';
import { PresenzeLocali, type PostoLocale } from './presenze-locali';
import { codaInParole } from './presenze.parole';
import { conPassaggi } from './punti';
import { PuntoCorrente } from './punto-corrente';
import { ultimoValore } from './ultimo-valore';

/**
 * Who is in the room, taken on a phone: one list, one tap a seat, the quorum always in sight; and the punto that is discussed. It goes on without network; only
 * closing, which must be known to all at once, waits until every tap is saved.
 */
@Component({
  selector: 'app-presenze-page',
  imports: [
    AppPassi,
    BarraPresenze,
    CheckboxField,
    DomandaExtra,
    EmptyState,
    OspitiInSala,
    PostoRiga,
    PuntoCorrente,
    ResourceState,
    RouterLink,
    StatoBadge,
  ],
  templateUrl: './presenze-page.html',
})
export class PresenzePage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'incontro' });
  protected readonly risorsa = incontroResource(this.ambito, this.id);
  protected readonly incontro = ultimoValore(this.risorsa, this.id);
  protected readonly presenze = new PresenzeLocali(this.ambito, this.id, {
    passato: view => this.incontro.set(view),
    superato: problema => {
      this.#annunci.notify(`${problemText(problema)} Il tuo cambio non è stato scritto.`, 'warning');
      this.#ricarica();
    },
  });
  /** With the steps that wait here. */
  protected readonly mostrato = computed(() => {
    const view = this.incontro();
    return view && conPassaggi(view, this.presenze.passaggi());
  });
  protected readonly piuTavoli = computed(() => new Set(this.presenze.posti().map(p => p.tavolo)).size > 1);
  protected readonly daRilevare = computed(() => this.presenze.posti().filter(manca).length);
  protected readonly soloDaRilevare = signal(false);
  /** Seats tapped since the filter is on: they stay where they are, so that the list does not move under the finger. */
  readonly #trattenuti = signal<ReadonlySet<string>>(new Set());
  protected readonly posti = computed(() => {
    const posti = this.presenze.posti();
    return this.soloDaRilevare() ? posti.filter(p => manca(p) || p.conflitto || this.#trattenuti().has(p.id)) : posti;
  });
  /** Why what needs every tap saved cannot be done now; null when it can. */
  protected readonly sospeso = computed(() => {
    const [daInviare, daDecidere] = [this.presenze.daInviare(), this.presenze.daDecidere()];
    return daInviare + daDecidere === 0
      ? null
      : codaInParole(daInviare, daDecidere, this.presenze.stato(), this.presenze.passaggi().length);
  });
  readonly #commands = incontriCommands();
  protected readonly apre = ['apri'] as const;
  protected readonly chiude = ['chiudi'] as const;
  /** Here closing is what one came for, and what is not saved yet holds it back. */
  protected readonly passi = passi(
    { ...AZIONI, chiudi: { ...AZIONI.chiudi, tono: undefined, conseguenza: () => (this.sospeso() === null ? this.#seSiChiude() : '') } },
    (incontro: IncontroView, azione) => this.#commands.esegui(this.ambito(), incontro, azione),
    () => this.#ricarica(),
  );
  readonly #annunci = inject(Annunci);

  constructor() {
    pageMeta(() => {
      const view = this.incontro();
      return view ? { title: `Presenze: ${view.titolo}` } : null;
    });
    liveReload('incontro', () => this.#ricarica(), this.id);
  }

  protected filtra(solo: boolean): void {
    this.#trattenuti.set(new Set());
    this.soloDaRilevare.set(solo);
  }

  protected tocca(posto: PostoLocale, stato: StatoPresenza): void {
    this.#trattenuti.update(ids => new Set([...ids, posto.id]));
    this.presenze.tocca(posto, stato);
  }

  /** The number of who is there is fixed in a punto as it begins: what nobody has decided yet would not be in it. */
  protected vai(puntoId: string | null): void {
    if (this.presenze.daDecidere() > 0) return this.#annunci.notify(`Il punto non è cambiato: ${this.sospeso() ?? ''}.`, 'warning');
    this.presenze.passa(puntoId);
    this.#annunci.announce(puntoId === null ? 'Punto concluso.' : 'Punto iniziato.');
  }

  #seSiChiude(): string {
    const n = this.daRilevare();
    const assenti =
      n === 0 ? '' : n === 1 ? ' Il posto non rilevato risulterà assente.' : ` I ${n} posti non rilevati risulteranno assenti.`;
    return `Il numero legale resta fissato com’è ora.${assenti}`;
  }

  protected cambiati(presenze: PresenzeView): void {
    this.presenze.imposta(presenze);
  }

  #ricarica(): void {
    this.risorsa.reload();
    this.presenze.ricarica();
  }
}

/** Still to be recorded: of a seat that nobody called there is nothing to say, unless somebody comes. */
const manca = ({ mostrato, convocato }: PostoLocale): boolean => mostrato === null && convocato;
