import { afterNextRender, Component, computed, DestroyRef, effect, ElementRef, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatOra } from '@tavoli/shared';
import { pageMeta } from '../../page/page-meta';
import { ResourceState } from '../../page/resource-state';
import { minutiInParole, quando } from '../../ui/words/parole';
import { VERBALE_ATTESO } from '../../verbali/verbale-atteso';
import { numeroLegale } from '../presenze/presenze.parole';
import { tempoRimasto } from '../presenze/punti';
import { DalVivo } from './dal-vivo';
import { daQuando } from './dal-vivo.parole';
import { tieniAcceso } from './tieni-acceso';

/** For the screen in the room: what is discussed, since when and for how long, the number, what comes next. It stands alone, in large type, and renews itself. */
@Component({
  selector: 'app-schermo-page',
  imports: [ResourceState, RouterLink],
  templateUrl: './schermo-page.html',
})
export class SchermoPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'incontro' });
  protected readonly dalVivo = new DalVivo(this.ambito, this.id);
  protected readonly daQuando = daQuando;
  protected readonly numeroLegale = numeroLegale;
  protected readonly quando = quando;
  protected readonly minuti = minutiInParole;
  protected readonly finito = VERBALE_ATTESO;
  /** Null on the server, and until the page is alive: a clock that stands still tells the wrong time. */
  protected readonly ora = signal<Date | null>(null);
  protected readonly tavoli = computed(() => (this.dalVivo.view()?.tavoli ?? []).map(t => t.nome).join(', '));
  protected readonly tempo = computed(() => {
    const [ora, punto, dal] = [this.ora(), this.dalVivo.corrente(), this.dalVivo.view()?.puntoDal];
    // Taken up again, nobody has foreseen for how long.
    return ora === null || punto === undefined || dal !== punto.iniziatoAt ? null : tempoRimasto(punto, ora);
  });
  /** When what is shown was read. */
  protected readonly letto = signal('');
  protected readonly intero = signal(false);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    pageMeta(() => {
      const view = this.dalVivo.view();
      return view && { title: `Lo schermo: ${view.titolo}` };
    });
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const orologio = setInterval(() => this.ora.set(new Date()), 1000);
      const cambiato = () => this.intero.set(document.fullscreenElement !== null);
      document.addEventListener('fullscreenchange', cambiato);
      const lascia = tieniAcceso();
      destroyed.onDestroy(() => {
        clearInterval(orologio);
        document.removeEventListener('fullscreenchange', cambiato);
        lascia();
      });
    });
    effect(() => {
      if (this.dalVivo.risorsa.value() !== undefined) untracked(() => this.letto.set(formatOra(new Date())));
    });
  }

  protected schermoIntero(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void this.#host.requestFullscreen().catch(() => undefined);
  }
}
