import { Component, computed, effect, type ElementRef, inject, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AzioneInvito, InvitoIncontroView, PostoInvitoView, Problem } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { BottoniPassi } from '../../ui/forms/bottoni-passi';
import { DataOraPipe } from '../../ui/words/dates';
import { LoadingBar } from '../../ui/loading-bar';
import { problemOf, problemText } from '../../ui/problem';
import { StatoBadge } from '../../ui/stato-badge';
import { invitoApi } from '../incontri.api';
import { invitoLink } from './invito-link';
import { LA_TUA_RISPOSTA, ruoloInvitato } from '../invito.labels';
import { AZIONI_INVITO, rispostaInBreve } from '../invito.passi';
import { OrdineDelGiorno } from '../ordine-del-giorno';
import { maiuscola, quando } from '../../ui/words/parole';
import { Sede } from '../../ui/words/sede';

/**
 * Where an invited person answers, from the mail and without an account. Reading changes nothing, also when the link carries an answer:
 * programs that inspect mail open links too. The answer is sent by a button, after it was chosen.
 */
@Component({
  selector: 'app-invito-incontro-page',
  imports: [BottoniPassi, Busy, DataOraPipe, LoadingBar, OrdineDelGiorno, RouterLink, Sede, StatoBadge],
  templateUrl: './invito-incontro-page.html',
})
export class InvitoIncontroPage {
  protected readonly view = signal<InvitoIncontroView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** Why the last answer was refused. */
  protected readonly refused = signal<string | null>(null);
  /** Chosen, to be confirmed. */
  protected readonly scelta = signal<AzioneInvito | null>(null);
  /** The seat that the choice is for; null: the only one. */
  readonly #scelto = signal<PostoInvitoView | null>(null);
  protected readonly posto = computed(() => this.#scelto() ?? this.view()?.posti[0]);
  protected readonly busy = signal(false);
  protected readonly azioni = AZIONI_INVITO;
  protected readonly inBreve = rispostaInBreve;
  protected readonly risposte = LA_TUA_RISPOSTA;
  protected readonly quando = quando;
  protected readonly maiuscola = maiuscola;
  protected readonly link = invitoLink();
  readonly #api = invitoApi();
  readonly #annunci = inject(Annunci);
  private readonly rispostaRef = viewChild<ElementRef<HTMLElement>>('risposta');

  constructor() {
    effect(() => {
      const { segreto, azione } = this.link();
      untracked(() => void this.#open(segreto, azione));
    });
  }

  /** `titolare, Associazione Alfa, tavolo Anziani` */
  protected nomePosto(p: PostoInvitoView | undefined): string {
    return p === undefined
      ? ''
      : [ruoloInvitato(p).toLowerCase(), p.ente, p.tavolo && (this.view()?.incontro.tavoli.length ?? 0) > 1 ? `tavolo ${p.tavolo}` : null]
          .filter(Boolean)
          .join(', ');
  }

  protected scegli(azione: AzioneInvito | null, posto: PostoInvitoView | null = null): void {
    this.#scelto.set(posto);
    this.scelta.set(azione);
    this.refused.set(null);
    this.#focusAnswer();
  }

  protected async conferma(azione: AzioneInvito): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      const scelto = this.#scelto();
      const view = await this.#api.rispondi(this.link().segreto, azione, scelto === null ? {} : { postoId: scelto.id });
      this.view.set(view);
      this.scelta.set(null);
      this.#annunci.notify(LA_TUA_RISPOSTA[view.posti.find(p => p.id === scelto?.id)?.risposta ?? view.risposta]);
    } catch (error) {
      const problem = problemOf(error);
      this.refused.set(problemText(problem));
      this.#annunci.announce(problemText(problem));
      if (problem.status < 500) {
        // The invitation is no longer what the page shows.
        this.scelta.set(null);
        await this.#read(this.link().segreto);
      }
    } finally {
      this.busy.set(false);
    }
    this.#focusAnswer();
  }

  async #open(segreto: string, azione: AzioneInvito | null): Promise<void> {
    if (segreto === '')
      return this.problem.set({ type: '', status: 404, code: 'collegamento.non_valido', title: 'Il collegamento non è completo.' });
    await this.#read(segreto);
    // An answer that is not open (given already, or nobody to hand over to) is not offered.
    this.scelta.set(azione !== null && (this.view()?.posti.length ?? 0) === 1 && this.view()?.azioni.includes(azione) ? azione : null);
  }

  async #read(segreto: string): Promise<void> {
    await this.#api.leggi(segreto).then(
      view => {
        this.view.set(view);
        this.problem.set(null);
      },
      (error: unknown) => {
        this.view.set(null);
        this.problem.set(problemOf(error));
      },
    );
  }

  /** The buttons that were pressed are gone: the focus goes to what took their place. */
  #focusAnswer(): void {
    setTimeout(() => this.rispostaRef()?.nativeElement.focus());
  }
}
