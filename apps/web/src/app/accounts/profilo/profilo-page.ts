import { Component, effect, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { ProfiloInput } from '@tavoli/shared';
import { SessionStore } from '../../session/session-store';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { localDraft } from '../../ui/drafts/local-draft';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { accountApi } from '../accounts.api';

@Component({
  selector: 'app-profilo-page',
  imports: [Busy, ErrorSummary, FormField, RouterLink, TextField],
  template: `
    <div class="container section">
      <h1>Cambia il nome</h1>
      <form class="form-narrow" novalidate (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        <app-text-field [formField]="f.nome" label="Nome" autocomplete="given-name" mandatory />
        <app-text-field [formField]="f.cognome" label="Cognome" autocomplete="family-name" mandatory />
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
  protected readonly model = signal({ nome: '', cognome: '' });
  readonly #draft = localDraft('profilo', this.model);
  protected readonly f = form(this.model, path => validateStandardSchema(path, ProfiloInput));
  readonly #api = accountApi();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#api.cambiaProfilo(this.model());
    this.#draft.clear();
    await this.#session.reload();
    this.#annunci.notify('Nome salvato.');
    await this.#router.navigateByUrl('/account');
  });

  constructor() {
    let filled = this.#draft.restored();
    effect(() => {
      const account = this.#session.account();
      if (!account || filled) return;
      filled = true;
      this.model.set({ nome: account.nome, cognome: account.cognome });
    });
  }
}
