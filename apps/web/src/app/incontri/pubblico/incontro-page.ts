import { Component, computed, effect, inject, Injector, input, runInInjectionContext, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AzioneInvito } from '@tavoli/shared';
import { liveReload } from '../../live/live-reload';
import { SessionStore } from '../../session/session-store';
import { ContributiCollegati } from '../../contributi/contributi-collegati';
import { pageMeta } from '../../page/page-meta';
import { DocumentiSostituiti } from '../../oscuramenti/documenti-sostituiti';
import { Annunci } from '../../ui/annunci';
import { BottoniPassi } from '../../ui/forms/bottoni-passi';
import { fileSize } from '../../ui/words/file-size';
import { problemOf, problemText } from '../../ui/problem';
import { ResourceState } from '../../page/resource-state';
import { StatoBadge } from '../../ui/stato-badge';
import { incontroFile, incontroResource, risposteCommands } from '../incontri-pubblici.api';
import { LA_TUA_RISPOSTA, TIPI } from '../invito.labels';
import { AZIONI_INVITO } from '../invito.passi';
import { Adesso } from './adesso';
import { daSeguire } from './dal-vivo.parole';
import { OrdineDelGiorno } from '../ordine-del-giorno';
import { ownCopy } from '../../session/own-copy';
import { maiuscola, quando } from '../../ui/words/parole';
import { Sede } from '../../ui/words/sede';
import { Protocolli } from '../../protocolli/protocolli';
import { VerbaleDellIncontro } from '../../verbali/verbale-dell-incontro';

/** Public page of an incontro: when, where, of whom, what about; for who is called, their answer; for who manages it, the way there. */
@Component({
  selector: 'app-incontro-page',
  imports: [
    Adesso,
    BottoniPassi,
    ContributiCollegati,
    DocumentiSostituiti,
    OrdineDelGiorno,
    Protocolli,
    ResourceState,
    RouterLink,
    Sede,
    StatoBadge,
    VerbaleDellIncontro,
  ],
  templateUrl: './incontro-page.html',
})
export class IncontroPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'incontro' });
  protected readonly incontro = incontroResource(this.ambito, this.id);
  protected readonly tipi = TIPI;
  protected readonly azioni = AZIONI_INVITO;
  protected readonly risposte = LA_TUA_RISPOSTA;
  protected readonly quando = quando;
  protected readonly maiuscola = maiuscola;
  /** The answer being sent: of which seat, and which. */
  protected readonly inCorso = signal<{ readonly posto: string; readonly azione: AzioneInvito } | null>(null);
  readonly #files = computed(() =>
    (this.incontro.value()?.files ?? []).map(({ id, nome, bytes, puntoId }) => ({
      nome,
      puntoId,
      bytes: fileSize(bytes),
      url: incontroFile(this.ambito(), this.id(), id),
    })),
  );
  /** Of the whole incontro, and those that stand under their punto. */
  protected readonly documenti = computed(() => this.#files().filter(({ puntoId }) => puntoId === null));
  protected readonly deiPunti = computed(() => this.#files().filter(({ puntoId }) => puntoId !== null));
  /** It goes on, or is about to. */
  protected readonly segue = computed(() => {
    const view = this.incontro.value();
    return view !== undefined && daSeguire(view, new Date());
  });
  readonly #commands = risposteCommands();
  readonly #annunci = inject(Annunci);

  constructor() {
    pageMeta(() => {
      const view = this.incontro.value();
      return view && { title: view.titolo, description: `${TIPI[view.tipo]}: ${quando(view)}.` };
    });
    ownCopy(this.incontro);
    this.#followLive();
  }

  protected async rispondi(azione: AzioneInvito, postoId: string): Promise<void> {
    if (this.inCorso() !== null) return;
    this.inCorso.set({ posto: postoId, azione });
    await this.#commands.rispondi(this.ambito(), this.id(), azione, { postoId }).then(
      ({ invito }) =>
        this.#annunci.notify(
          invito
            ? LA_TUA_RISPOSTA[invito.posti.find(p => p.id === postoId)?.risposta ?? invito.risposta]
            : 'Abbiamo registrato la tua risposta.',
        ),
      (error: unknown) => this.#annunci.notify(problemText(problemOf(error)), 'danger'),
    );
    this.inCorso.set(null);
    this.incontro.reload();
  }

  /** Only who is signed in has a live connection: a public page does not even load its code. */
  #followLive(): void {
    const session = inject(SessionStore);
    const injector = inject(Injector);
    let following = false;
    effect(() => {
      if (following || !session.signedIn()) return;
      following = true;
      untracked(() => runInInjectionContext(injector, () => liveReload('incontro', () => this.incontro.reload(), this.id)));
    });
  }
}
