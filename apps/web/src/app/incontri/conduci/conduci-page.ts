import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PresenzeView, SOLO_DISCUSSIONE } from '@tavoli/shared';
import { pageMeta } from '../../page/page-meta';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { EmptyState } from '../../ui/empty-state';
import { AppPassi, DomandaExtra } from '../../ui/forms/app-passi';
import { StatoBadge } from '../../ui/stato-badge';
import { quando } from '../../ui/words/parole';
import { VerbaleDeiPunti } from '../../verbali/scrivere/verbale-dei-punti';
import { VerbaleNascente } from '../../verbali/scrivere/verbale-nascente';
import { ScriviVerbale } from '../../verbali/scrivi-verbale';
import { BarraPresenze } from '../presenze/barra-presenze';
import { Conduzione } from '../presenze/conduzione';
import { ElencoPosti } from '../presenze/elenco-posti';
import { OspitiInSala } from '../presenze/ospiti-in-sala';
import { novita, seguiPunti } from '../presenze/punti';
import { tieniAcceso } from '../pubblico/tieni-acceso';
import { OdgConduzione, type PuntoSeguito } from './odg-conduzione';
import { cronometro, finePrevista, oltre, secondiDiscussi } from './tempi';

type Vista = 'odg' | 'punto' | 'presenze';

/**
 * The day of an incontro in one page, for who leads it and for who writes: the ordine del giorno with its times, the punto under discussion with what is written of
 * it (which is the verbale), presences and quorum. It goes on without network, as its parts do.
 */
@Component({
  selector: 'app-conduci-page',
  imports: [
    AppPassi,
    BarraPresenze,
    DomandaExtra,
    ElencoPosti,
    EmptyState,
    OdgConduzione,
    OspitiInSala,
    ResourceState,
    RouterLink,
    ScriviVerbale,
    StatoBadge,
    VerbaleDeiPunti,
  ],
  templateUrl: './conduci-page.html',
})
export class ConduciPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'incontro' });
  protected readonly conduzione = new Conduzione(this.ambito, this.id);
  protected readonly incontro = this.conduzione.mostrato;
  protected readonly presenze = this.conduzione.presenze;
  protected readonly nascente = new VerbaleNascente(this.ambito, this.id, this.conduzione.incontro);
  protected readonly punti = computed<readonly PuntoSeguito[]>(() => seguiPunti(this.incontro() ?? { punti: [], puntoCorrente: null }));
  protected readonly corrente = computed(() => this.punti().find(p => p.stato === 'in_corso'));
  protected readonly prossimo = computed(() => this.punti().find(p => p.stato === 'prossimo'));
  /** Whether somebody is typing: then the words stay where they are, whatever is discussed by now. */
  protected readonly scrive = signal(false);
  readonly #scelto = linkedSignal<string | undefined, string | null>({
    source: () => this.corrente()?.id,
    computation: (ora, prima) => {
      const qui = prima?.value ?? null;
      return qui !== null && untracked(this.scrive) ? qui : (ora ?? qui);
    },
  });
  /** The one in sight. */
  protected readonly punto = computed(() => this.punti().find(p => p.id === this.#scelto()) ?? this.punti().at(0));
  protected readonly altrove = computed(() => (this.corrente() && this.corrente()?.id !== this.punto()?.id ? this.corrente() : undefined));
  readonly #ora = signal(new Date());
  protected readonly discussi = computed(() => {
    const view = this.conduzione.incontro();
    return view ? secondiDiscussi(view, this.presenze.passaggi(), this.#ora()) : new Map<string, number>();
  });
  protected readonly tempo = computed(() => {
    const punto = this.punto();
    const secondi = this.discussi().get(punto?.id ?? '');
    return punto === undefined || secondi === undefined ? null : { orologio: cronometro(secondi), oltre: oltre(secondi, punto.minuti) };
  });
  protected readonly fine = computed(() =>
    this.incontro()?.stato === 'in_corso' ? finePrevista(this.punti(), this.discussi(), this.#ora()) : null,
  );
  protected readonly conduce = computed(() => this.incontro()?.stato === 'in_corso' && (this.incontro()?.puoRilevare ?? false));
  /** Who else is writing, by the punto. */
  protected readonly scrivono = computed(
    () =>
      new Map(
        this.nascente
          .sezioni()
          .flatMap(({ puntoId, tenutaDa }) => (puntoId && tenutaDa && !tenutaDa.tua ? [[puntoId, tenutaDa.nome]] : [])),
      ),
  );
  private readonly scritto = viewChild(VerbaleDeiPunti);
  protected readonly inSospeso = computed<ReadonlySet<string | null>>(() => this.scritto()?.inSospeso() ?? new Set());
  /** Closing is what one comes to once every punto was discussed. */
  protected readonly passi = computed(() => {
    const { parole, ...passi } = this.conduzione.passi;
    const tono = this.prossimo() || this.corrente() ? ({ tono: 'outline' } as const) : {};
    return { ...passi, parole: { ...parole, chiudi: { ...parole.chiudi, ...tono } } };
  });
  protected readonly vista = signal<Vista>('punto');
  protected readonly viste: readonly { readonly vista: Vista; readonly nome: string }[] = [
    { vista: 'odg', nome: 'Ordine del giorno' },
    { vista: 'punto', nome: 'Punto' },
    { vista: 'presenze', nome: 'Presenze' },
  ];
  protected readonly intero = signal(false);
  protected readonly quando = quando;
  protected readonly soloDiscussione = SOLO_DISCUSSIONE;
  protected readonly apre = ['apri'] as const;
  protected readonly chiude = ['chiudi'] as const;
  readonly #annunci = inject(Annunci);
  readonly #injector = inject(Injector);
  private readonly titolo = viewChild<ElementRef<HTMLElement>>('titolo');

  constructor() {
    pageMeta(() => {
      const view = this.incontro();
      return view ? { title: `Conduci: ${view.titolo}` } : null;
    });
    this.#orologio();
    this.#racconta();
  }

  /** Goes on, and to what is written of it. */
  protected vai(puntoId: string | null): void {
    if (!this.conduzione.vai(puntoId)) return;
    this.#mostra(puntoId);
  }

  protected scegli(puntoId: string): void {
    this.#mostra(puntoId);
  }

  protected cambiati(presenze: PresenzeView): void {
    this.presenze.imposta(presenze);
  }

  protected lasciato({ currentTarget, relatedTarget }: FocusEvent): void {
    const dentro = relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!dentro && document.hasFocus()) this.scrive.set(false);
  }

  protected schermoIntero(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen().catch(() => undefined);
  }

  #mostra(puntoId: string | null): void {
    this.scrive.set(false);
    this.#scelto.set(puntoId ?? this.punto()?.id ?? null);
    this.vista.set('punto');
    afterNextRender(() => this.titolo()?.nativeElement.focus(), { injector: this.#injector });
  }

  #orologio(): void {
    const orologio = setInterval(() => this.#ora.set(new Date()), 1000);
    const cambiato = () => this.intero.set(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', cambiato);
    const lascia = tieniAcceso();
    inject(DestroyRef).onDestroy(() => {
      clearInterval(orologio);
      document.removeEventListener('fullscreenchange', cambiato);
      if (document.fullscreenElement) void document.exitFullscreen();
      lascia();
    });
  }

  /** Aloud, politely: the punto that changes, by whoever says it, and the end of the time foreseen. */
  #racconta(): void {
    let prima: ReturnType<typeof this.incontro>;
    effect(() => {
      const ora = this.incontro();
      const detto = ora && prima ? novita(prima, ora) : null;
      prima = ora;
      if (detto !== null) untracked(() => this.#annunci.announce(detto));
    });
    let finito = new Set<string>();
    effect(() => {
      const [punto, discussi] = [this.corrente(), this.discussi()];
      if (punto === undefined || oltre(discussi.get(punto.id) ?? 0, punto.minuti) === null || finito.has(punto.id)) return;
      finito = new Set([...finito, punto.id]);
      untracked(() => this.#annunci.announce(`Il tempo previsto per il punto ${punto.numero} è finito.`));
    });
  }
}
