import { Component, effect, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { type Genere, ProfiloInput } from '@tavoli/shared';
import { SessionStore } from '../../session/session-store';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { localDraft } from '../../ui/drafts/local-draft';
import { submission } from '../../ui/forms/submission';
import { RadioGroup } from '../../ui/fields/radio-group';
import { TextField } from '../../ui/fields/text-field';
import { accountApi } from '../accounts.api';

@Component({
  selector: 'app-profilo-page',
  imports: [Busy, ErrorSummary, FormField, RadioGroup, RouterLink, TextField],
  template: `
    <div class="container section">
      <h1>Il tuo profilo</h1>
      <form class="form-narrow" novalidate (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        <app-text-field [formField]="f.nome" label="Nome" autocomplete="given-name" mandatory />
        <app-text-field [formField]="f.cognome" label="Cognome" autocomplete="family-name" mandatory />
        <app-radio-group [formField]="f.genere" label="Come vuoi che ti scriviamo" [options]="generi" />
        <p class="form-actions">
          <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva</button>
          <a class="btn btn-outline-primary" routerLink="/account">Torna indietro</a>
        </p>
      </form>
    </div>
  `,
})
export class ProfiloPage {
  readonly #session = inject(SessionStore);
  protected readonly model = signal({ nome: '', cognome: '', genere: '' as Genere | '' });
  protected readonly generi = [
    { value: '' as const, label: 'Senza dire se sono uomo o donna', hint: 'Per esempio: «ti convochiamo all’incontro».' },
    { value: 'f' as const, label: 'Al femminile', hint: 'Per esempio: «sei convocata all’incontro».' },
    { value: 'm' as const, label: 'Al maschile', hint: 'Per esempio: «sei convocato all’incontro».' },
  ];
  readonly #draft = localDraft('profilo', this.model);
  protected readonly f = form(this.model, path => validateStandardSchema(path, ProfiloInput as never));
  readonly #api = accountApi();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#api.cambiaProfilo(ProfiloInput.parse(this.model()));
    this.#draft.clear();
    await this.#session.reload();
    this.#annunci.notify('Profilo salvato.');
    await this.#router.navigateByUrl('/account');
  });

  constructor() {
    let filled = this.#draft.restored();
    effect(() => {
      const account = this.#session.account();
      if (!account || filled) return;
      filled = true;
      this.model.set({ nome: account.nome, cognome: account.cognome, genere: account.genere ?? '' });
    });
  }
}
