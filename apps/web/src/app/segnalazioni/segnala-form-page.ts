import { Component, type ElementRef, input, type OnInit, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { SegnalazioneInput } from '@tavoli/shared';
import { Busy } from '../ui/busy';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { pageDraft } from '../ui/drafts/local-draft';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { segnalazioniCommands } from './segnalazioni.api';

/** Where anybody tells the office that something of the portal is wrong; the page they came from is filled in. */
@Component({
  selector: 'app-segnala-form-page',
  imports: [Busy, DraftNotice, ErrorSummary, FormField, RouterLink, TextArea, TextField],
  template: `
    <div class="container section">
      @if (mandata()) {
        <h1 #fatto tabindex="-1">Segnalazione inviata</h1>
        <p class="lead">Grazie. L’ufficio la legge e guarda che cosa si può fare.</p>
        <p><a [routerLink]="['/', ambito()]">Torna alla pagina iniziale</a></p>
      } @else {
        <h1>Segnala un problema</h1>
        <p class="lead">
          Una pagina che non si apre, un dato sbagliato, qualcosa che non si capisce o che non riesci a usare: scrivilo qui. La segnalazione
          la legge l’ufficio, e non si pubblica.
        </p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-draft-notice [draft]="draft" />
          <app-error-summary [form]="f" [submission]="invio" />
          <app-text-area
            [formField]="f.testo"
            label="Che cosa non va"
            hint="Che cosa stavi facendo e che cosa hai letto. Non scrivere password, né notizie sulla salute."
            [rows]="6"
            [limit]="2000"
            mandatory
          />
          <app-text-field [formField]="f.pagina" label="Pagina" hint="L’indirizzo dopo il nome del sito, per esempio /tavoli." mandatory />
          <app-text-field
            [formField]="f.email"
            type="email"
            label="Indirizzo e-mail (facoltativo)"
            hint="Solo se vuoi una risposta: ti scrive l’ufficio."
            autocomplete="email"
          />
          <div class="visually-hidden" aria-hidden="true">
            <label
              >Non scrivere qui <input type="text" tabindex="-1" autocomplete="off" #sito (input)="f.sito().value.set(sito.value)"
            /></label>
          </div>
          <p class="form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Invia la segnalazione</button>
          </p>
        </form>
      }
    </div>
  `,
})
export class SegnalaFormPage implements OnInit {
  readonly ambito = input.required<string>();
  /** The page where they were. */
  readonly da = input('', { transform: (value: string | undefined) => value ?? '' });
  protected readonly model = signal({ testo: '', pagina: '', email: '', sito: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, SegnalazioneInput as never));
  protected readonly draft = pageDraft('segnala', this.model);
  protected readonly mandata = signal(false);
  readonly #commands = segnalazioniCommands();
  private readonly fattoRef = viewChild<ElementRef<HTMLElement>>('fatto');

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    await this.#commands.invia(this.ambito(), SegnalazioneInput.parse(this.model()), idempotencyKey);
    this.draft.clear();
    this.mandata.set(true);
    setTimeout(() => this.fattoRef()?.nativeElement.focus()); // the button is gone
  });

  ngOnInit(): void {
    const pagina = this.da().startsWith('/') ? this.da() : `/${this.ambito()}`;
    this.model.update(m => (m.pagina === '' || this.da() !== '' ? { ...m, pagina } : m));
  }
}
