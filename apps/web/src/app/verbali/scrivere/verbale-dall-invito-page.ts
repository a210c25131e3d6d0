import { Component, effect, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CorrezioneInput, Problem, SezioneView, VerbaleView } from '@tavoli/shared';
import { mailedSecret } from '../../session/mailed-secret';
import { LoadingBar } from '../../ui/loading-bar';
import { problemOf } from '../../ui/problem';
import { DataOraPipe } from '../../ui/words/dates';
import { EsitiSezione } from '../esiti-sezione';
import { FattiVerbale } from '../fatti-verbale';
import { verbaleDallInvitoApi } from '../verbali.api';
import { nomeVerbale } from '../verbali.labels';
import { CorrezioniElenco } from './correzioni-elenco';
import { ProponiCorrezione } from './proponi-correzione';

const INCOMPLETO: Problem = { type: '', status: 404, code: 'collegamento.non_valido', title: 'Il collegamento non è completo.' };

/** The verbale in revision for who sits at the tavolo, from the mail and without an account: read, and corrected where it is wrong. */
@Component({
  selector: 'app-verbale-dall-invito-page',
  imports: [CorrezioniElenco, DataOraPipe, EsitiSezione, FattiVerbale, LoadingBar, ProponiCorrezione, RouterLink],
  templateUrl: './verbale-dall-invito-page.html',
})
export class VerbaleDallInvitoPage {
  protected readonly view = signal<VerbaleView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly nome = nomeVerbale;
  protected readonly segreto = mailedSecret();
  readonly #api = verbaleDallInvitoApi();
  protected readonly proponi = (input: CorrezioneInput) => this.#api.proponi(this.segreto(), input);

  constructor() {
    effect(() => {
      const segreto = this.segreto();
      untracked(() => void this.#leggi(segreto));
    });
  }

  protected correzioniDi(view: VerbaleView, sezione: SezioneView): VerbaleView['correzioni'] {
    return view.correzioni.filter(({ sezioneId }) => sezioneId === sezione.id);
  }

  async #leggi(segreto: string): Promise<void> {
    if (segreto === '') return this.problem.set(INCOMPLETO);
    await this.#api.leggi(segreto).then(
      view => {
        this.view.set(view);
        this.problem.set(null);
      },
      (error: unknown) => this.problem.set(problemOf(error)),
    );
  }
}
