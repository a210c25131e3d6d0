import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { PropostaInput } from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { tavoloResource } from '../../tavoli/tavoli.api';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { pageDraft } from '../../ui/drafts/local-draft';
import { NumberField } from '../../ui/fields/number-field';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { submission } from '../../ui/forms/submission';
import { proposteCommands } from './proposte.api';

/** Somebody who sits at a tavolo proposes what one of its incontri should speak of. */
@Component({
  selector: 'app-proposta-form-page',
  imports: [Busy, DraftNotice, ErrorSummary, FormField, NumberField, ResourceState, RouterLink, TextArea, TextField],
  template: `
    <div class="container section">
      @if (tavolo.hasValue()) {
        <h1>Proponi un punto</h1>
        <p class="lead">
          Di che cosa dovrebbe parlare il tavolo
          <a [routerLink]="['/', ambito(), 'tavoli', slug()]">{{ tavolo.value().nome }}</a>? Chi prepara gli incontri legge la proposta e ti
          risponde: la accoglie, la rinvia o spiega perché no.
        </p>
        @if (tavolo.value().chiusoIl !== null) {
          <p class="alert alert-info">Il tavolo è chiuso: non prepara altri incontri.</p>
        } @else {
          <form class="form-narrow" novalidate (submit)="invio.submit($event)">
            <app-draft-notice [draft]="draft" />
            <app-error-summary [form]="f" [submission]="invio" />
            <app-text-field [formField]="f.titolo" label="Di che cosa si parla" hint="Se è accolto, è il titolo del punto." mandatory />
            <app-text-area
              [formField]="f.perche"
              label="Perché"
              hint="Bastano poche frasi. Le legge chi prepara gli incontri: non scrivere notizie sulla salute di qualcuno."
              [limit]="2000"
              mandatory
            />
            <app-number-field [formField]="f.minuti" label="Quanti minuti servono (facoltativi)" />
            <p class="form-actions">
              <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Manda la proposta</button>
              <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), 'area', 'proposte']">Vedi le tue proposte</a>
            </p>
          </form>
        }
      } @else {
        <app-resource-state [of]="tavolo" />
      }
    </div>
  `,
})
export class PropostaFormPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly model = signal<PropostaInput>({ titolo: '', perche: '', minuti: null });
  protected readonly f = form(this.model, path => validateStandardSchema(path, PropostaInput));
  protected readonly draft = pageDraft('proposta', this.model);
  readonly #commands = proposteCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    await this.#commands.proponi(this.ambito(), this.slug(), PropostaInput.parse(this.model()), idempotencyKey);
    this.draft.clear();
    this.#annunci.notify('Proposta inviata: ti risponde chi prepara gli incontri.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'proposte']);
  });
}
