import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CorrezioneInput, SezioneView, VerbaleView } from '@tavoli/shared';
import { mailedReading } from '../../session/mailed-reading';
import { mailedSecret } from '../../session/mailed-secret';
import { LoadingBar } from '../../ui/loading-bar';
import { DataOraPipe } from '../../ui/words/dates';
import { EsitiSezione } from '../esiti-sezione';
import { FattiVerbale } from '../fatti-verbale';
import { verbaleDallInvitoApi } from '../verbali.api';
import { nomeVerbale } from '../verbali.labels';
import { CorrezioniElenco } from './correzioni-elenco';
import { ProponiCorrezione } from './proponi-correzione';

/** The verbale in revision for who sits at the tavolo, from the mail and without an account: read, and corrected where it is wrong. */
@Component({
  selector: 'app-verbale-dall-invito-page',
  imports: [CorrezioniElenco, DataOraPipe, EsitiSezione, FattiVerbale, LoadingBar, ProponiCorrezione, RouterLink],
  templateUrl: './verbale-dall-invito-page.html',
})
export class VerbaleDallInvitoPage {
  protected readonly nome = nomeVerbale;
  protected readonly segreto = mailedSecret();
  readonly #api = verbaleDallInvitoApi();
  readonly #lettura = mailedReading(this.segreto, key => this.#api.leggi(key));
  protected readonly view = this.#lettura.view;
  protected readonly problem = this.#lettura.problem;
  protected readonly proponi = (input: CorrezioneInput) => this.#api.proponi(this.segreto(), input);

  protected correzioniDi(view: VerbaleView, sezione: SezioneView): VerbaleView['correzioni'] {
    return view.correzioni.filter(({ sezioneId }) => sezioneId === sezione.id);
  }
}
