import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { AdesioneInput, type AdesioneView, type RisorsaInput } from '@tavoli/shared';
import { SessionStore } from '../../session/session-store';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { pageDraft } from '../../ui/drafts/local-draft';
import { ResourceState } from '../../page/resource-state';
import { SelectField } from '../../ui/fields/select-field';
import { submission } from '../../ui/forms/submission';
import { TextArea } from '../../ui/fields/text-area';
import { adesioneResource, adesioniCommands } from '../iter.api';
import { RisorseForm } from './risorse-form';

interface Model {
  impegno: string;
  risorse: RisorsaInput[];
}

/** A new draft of an ente, or the changes to one. */
@Component({
  selector: 'app-adesione-form-page',
  imports: [Busy, DraftNotice, ErrorSummary, FormField, ResourceState, RisorseForm, RouterLink, SelectField, TextArea],
  template: `
    <div class="container section">
      @if (id() !== undefined && !adesione.hasValue()) {
        <app-resource-state [of]="adesione" />
      } @else {
        <h1>{{ id() === undefined ? 'Aderisci all’accordo' : 'Modifica l’adesione' }}</h1>
        <p class="lead">Scrivi che cosa si impegna a fare l’ente e con quali risorse. Salvi una bozza: la invii quando è pronta.</p>
        @if (id() === undefined && enti().length === 0) {
          <p class="alert alert-info">Per aderire serve un ente verificato.</p>
        } @else {
          <form class="form-narrow" novalidate (submit)="invio.submit($event)">
            @if (id() === undefined) {
              <app-draft-notice [draft]="draft" />
            }
            <app-error-summary [form]="f" [submission]="invio" />
            @if (id() === undefined && enti().length > 1) {
              <app-select-field label="Ente" [options]="enti()" [empty]="null" [value]="ente()" (valueChange)="scelto.set($event)" />
            }
            <app-text-area
              [formField]="f.impegno"
              label="Che cosa si impegna a fare l’ente"
              hint="Se l’adesione è accolta, lo leggono tutti."
              [limit]="4000"
              mandatory
            />
            <h2 class="h4 mt-5">Risorse</h2>
            <app-risorse-form [campi]="f.risorse" />
            <p class="form-actions">
              <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva la bozza</button>
              <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), 'area', 'adesioni']">Torna indietro</a>
            </p>
          </form>
        }
      }
    </div>
  `,
})
export class AdesioneFormPage {
  readonly ambito = input.required<string>();
  /** Absent for a new one. */
  readonly id = input<string | undefined>(undefined, { alias: 'adesione' });
  protected readonly adesione = adesioneResource(this.ambito, this.id);
  readonly #session = inject(SessionStore);
  protected readonly enti = computed(() =>
    this.#session
      .sessione()
      .enti.filter(e => e.ambito.slug === this.ambito() && e.stato === 'verificato')
      .map(e => ({ value: e.id, label: e.denominazione })),
  );
  protected readonly scelto = signal('');
  protected readonly ente = computed(() => this.scelto() || (this.enti()[0]?.value ?? ''));
  protected readonly model = signal<Model>({ impegno: '', risorse: [] });
  protected readonly f = form(this.model, path => validateStandardSchema(path, AdesioneInput));
  protected readonly draft = pageDraft('adesione:nuova', this.model);
  readonly #commands = adesioniCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);
  #letta: AdesioneView | null = null;

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const input = AdesioneInput.parse(this.model());
    const saved = this.#letta
      ? await this.#commands.modifica(this.ambito(), this.#letta, input)
      : await this.#commands.crea(this.ambito(), this.ente(), input, idempotencyKey);
    this.draft.clear();
    this.#annunci.notify('Bozza salvata: controllala e inviala.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'adesioni', saved.id]);
  });

  constructor() {
    effect(() => {
      const adesione = this.adesione.value();
      if (adesione && this.#letta === null) untracked(() => this.#riempi(adesione));
    });
  }

  #riempi(adesione: AdesioneView): void {
    this.#letta = adesione;
    this.draft.clear();
    this.model.set({ impegno: adesione.impegno, risorse: [...adesione.risorse] });
  }
}
