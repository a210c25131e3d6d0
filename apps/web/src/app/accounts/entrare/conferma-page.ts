import { Component, computed, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { ConfermaInput } from '@tavoli/shared';
import { Busy } from '../../ui/busy';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { localDraft } from '../../ui/drafts/local-draft';
import { PasswordField } from '../../ui/fields/password-field';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { registrazioneApi } from '../accounts.api';
import { AIUTO_PASSWORD } from '../accounts.labels';
import { keptReturn } from '../kept-return';
import { mailedSecret } from '../../session/mailed-secret';
import { signedInNow } from '../signed-in-now';

const Dati = ConfermaInput.omit({ segreto: true });
const CUT = 'Il collegamento non è completo: aprilo di nuovo dal messaggio, o copialo tutto.';

/** Where the mail of a registration leads, or that of an incarico given to who has no account: whoever opens it says who they are and chooses the password. */
@Component({
  selector: 'app-conferma-page',
  imports: [Busy, DraftNotice, ErrorSummary, FormField, PasswordField, RouterLink, TextField],
  templateUrl: './conferma-page.html',
})
export class ConfermaPage {
  /** Set by the route: the link came with an incarico. */
  readonly incarico = input(false);
  protected readonly segreto = mailedSecret();
  protected readonly model = signal({ nome: '', cognome: '', password: '' });
  protected readonly draft = localDraft('conferma', this.model, { except: ['password'] });
  protected readonly f = form(this.model, path => validateStandardSchema(path, Dati));
  protected readonly aiutoPassword = AIUTO_PASSWORD;
  readonly #api = registrazioneApi();
  readonly #kept = keptReturn();
  readonly #entered = signedInNow();

  protected readonly invio = submission(this.f, async () => {
    const dati = { ...this.model(), segreto: this.segreto() };
    await (this.incarico() ? this.#api.prendiIncarico(dati) : this.#api.conferma(dati));
    this.draft.clear();
    await this.#entered(this.#kept.take());
  });

  /** Why nothing can come of this link any more; null while it may. */
  protected readonly ended = computed(() => {
    const problem = this.invio.problem();
    if (!this.segreto()) return CUT;
    return problem !== null && [404, 410].includes(problem.status) ? problem.title : null;
  });
}
