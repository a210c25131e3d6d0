import { computed, inject, linkedSignal, type Signal, type WritableSignal } from '@angular/core';
import {
  DOCUMENTO_VUOTO,
  type IncontroView,
  type Pagina,
  type PuntoView,
  type SezioneView,
  type VerbaleRigaView,
  type VerbaleView,
} from '@tavoli/shared';
import type { ApiResource } from '../../api/api-resource';
import { liveReload } from '../../live/live-reload';
import { guardaChiScrive } from '../../scrittura/guarda-chi-scrive';
import { NON_NATA } from '../../scrittura/autosalvataggio.tipi';
import { Permissions } from '../../session/permissions';
import { idempotencyKey } from '../../ui/idempotency';
import { verbaleResource, verbaliCommands } from '../verbali.api';
import { verbaliDellIncontroResource } from '../verbali-pubblici.api';

/** What is written of a punto before there is a verbale: nothing is saved, and nothing stands there. */
const nonNata = ({ id, titolo }: Pick<PuntoView, 'id' | 'titolo'>): SezioneView => ({
  id,
  tipo: 'punto',
  puntoId: id,
  titolo,
  documento: DOCUMENTO_VUOTO,
  decisioni: [],
  impegni: [],
  quorum: null,
  version: NON_NATA,
  aggiornataAt: null,
  aggiornataDa: null,
  tenutaDa: null,
});

/** The verbale of an incontro while it goes on: the one there is, or the one that the first words make. Make one in an injection context. */
export class VerbaleNascente {
  readonly #ambito: () => string;
  readonly #incontro: Signal<IncontroView | undefined>;
  readonly #elenco: ApiResource<Pagina<VerbaleRigaView>>;
  readonly #id: WritableSignal<string | undefined>;
  readonly #letto: ApiResource<VerbaleView>;
  readonly #verbale: WritableSignal<VerbaleView | null>;
  readonly #commands = verbaliCommands();
  readonly #permissions = inject(Permissions);
  readonly #chiave = idempotencyKey();
  #nascita: Promise<VerbaleView> | null = null;

  /** The last that was read: a page where somebody writes does not go away with the line. */
  readonly verbale: Signal<VerbaleView | null> = computed(() => this.#verbale());
  /** Whether it is known if there is one. */
  readonly pronto = computed(() => this.verbale() !== null || this.#elenco.hasValue());
  /** One for each punto of the ordine del giorno. */
  readonly sezioni = computed(() =>
    (this.#incontro()?.punti ?? []).map(punto => this.verbale()?.sezioni.find(s => s.puntoId === punto.id) ?? nonNata(punto)),
  );
  readonly puoScrivere = computed(() => {
    const [verbale, incontro] = [this.verbale(), this.#incontro()];
    if (verbale !== null) return verbale.puoScrivere;
    if (incontro === undefined || (incontro.stato !== 'in_corso' && incontro.stato !== 'svolto')) return false;
    return this.#permissions.can('verbale.crea', this.#ambito(), {
      tavoloId: incontro.tavoloId,
      incontroId: incontro.id,
      tavoli: incontro.tavoli.map(t => t.id),
    });
  });

  constructor(ambito: () => string, id: () => string, incontro: Signal<IncontroView | undefined>) {
    this.#ambito = ambito;
    this.#incontro = incontro;
    this.#elenco = verbaliDellIncontroResource(ambito, id);
    this.#id = linkedSignal<string | undefined>(() => this.#elenco.value()?.items.find(v => v.rettifica === null)?.id);
    this.#letto = verbaleResource(ambito, this.#id);
    this.#verbale = linkedSignal<{ di: string; letto: VerbaleView | undefined }, VerbaleView | null>({
      source: () => ({ di: id(), letto: this.#letto.value() }),
      computation: ({ di, letto }, prima) => letto ?? (prima?.source.di === di ? prima.value : null),
    });
    liveReload('verbale', () => this.ricarica());
    guardaChiScrive(this.sezioni, () => this.ricarica());
  }

  /** The one there is, or a new one: asked for once, however many parts are written at once. */
  async nasce(): Promise<VerbaleView> {
    const incontro = this.#incontro();
    if (incontro === undefined) throw new Error('There is no incontro to write the verbale of.');
    this.#nascita ??= this.#commands.crea(this.#ambito(), incontro.id, this.#chiave).catch((error: unknown) => {
      this.#nascita = null;
      throw error;
    });
    const nato = await this.#nascita;
    if (this.#verbale() === null) {
      this.#id.set(nato.id);
      this.#verbale.set(nato);
    }
    return nato;
  }

  ricarica(): void {
    if (this.#id() === undefined) this.#elenco.reload();
    else this.#letto.reload();
  }
}
