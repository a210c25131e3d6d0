import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { PropostaDecadenzaInput } from '@tavoli/shared';
import { designazioneResource } from '../designazioni/designazioni.api';
import { ResourceState } from '../page/resource-state';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { pageDraft } from '../ui/drafts/local-draft';
import { EmptyState } from '../ui/empty-state';
import { CheckboxGroup } from '../ui/fields/checkbox-group';
import { TextArea } from '../ui/fields/text-area';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { DataPipe } from '../ui/words/dates';
import { decadenzeCommands, proveResource } from './decadenze.api';
import { incontriScelti } from './decadenze.labels';

/** The referente proposes to who decides that a seat be weighed: the absences are listed and chosen already. Nothing opens by it. */
@Component({
  selector: 'app-proposta-form-page',
  imports: [
    Busy,
    CheckboxGroup,
    ConfirmDialog,
    DataPipe,
    DraftNotice,
    EmptyState,
    ErrorSummary,
    FormField,
    ResourceState,
    RouterLink,
    TextArea,
  ],
  template: `
    <div class="container section">
      @if (designazione.hasValue() && prove.hasValue()) {
        @let d = designazione.value();
        <h1>Proporre la decadenza</h1>
        <p class="lead">
          Proponi a chi coordina di valutare la decadenza di {{ d.ente.denominazione }} dal tavolo «{{ d.tavolo.nome }}». L’ente non riceve
          niente: se la proposta è accolta si apre un procedimento, e l’ente può scrivere.
        </p>
        @if (prove.value().proposta; as proposta) {
          <div class="alert alert-info">
            La proposta di {{ proposta.da }}, inviata {{ proposta.at | data: 'il' }}, aspetta una risposta. Quando arriva ti scriviamo.
          </div>
        } @else if (incontri().length === 0) {
          <app-empty-state title="Non ci sono assenze ingiustificate" icon="calendar">
            <p>La decadenza si propone quando l’ente non è venuto a un incontro e non ha detto perché.</p>
          </app-empty-state>
        } @else {
          <form class="form-narrow" novalidate (submit)="invio.submit($event)">
            <app-draft-notice [draft]="draft" />
            <app-error-summary [form]="f" [submission]="invio" />
            <app-checkbox-group
              [formField]="f.incontri"
              label="A quali incontri non è venuto"
              hint="Contano così come sono registrati adesso."
              [options]="incontri()"
            />
            <app-text-area
              [formField]="f.ragioni"
              label="Perché lo proponi"
              hint="Lo legge chi decide. Di’ anche se hai provato a sentire l’ente."
              [limit]="4000"
              [rows]="6"
              mandatory
            />
            <p class="form-actions">
              <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Invia la proposta</button>
              <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), 'area', 'tavoli', d.tavolo.slug, 'partecipazione']"
                >Torna alla partecipazione</a
              >
            </p>
          </form>
          <app-confirm-dialog #conferma titolo="Inviare la proposta?" conferma="Invia la proposta">
            <p>La riceve chi decide. Ti scriviamo quando apre il procedimento, o se non accoglie la proposta.</p>
          </app-confirm-dialog>
        }
      } @else {
        <app-resource-state [of]="designazione.problem() ? designazione : prove" />
      }
    </div>
  `,
})
export class PropostaFormPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'designazione' });
  protected readonly designazione = designazioneResource(this.ambito, this.id);
  protected readonly prove = proveResource(this.ambito, this.id);
  protected readonly incontri = computed(() => incontriScelti((this.prove.value()?.items ?? []).filter(p => p.presenza === 'assente')));
  protected readonly model = signal<PropostaDecadenzaInput>({ incontri: [], ragioni: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, PropostaDecadenzaInput));
  protected readonly draft = pageDraft('decadenza:proposta', this.model);
  readonly #commands = decadenzeCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);
  private readonly conferma = viewChild.required<ConfirmDialog>('conferma');
  #riempito = false;

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const input = PropostaDecadenzaInput.parse(this.model());
    const tavolo = this.designazione.value()?.tavolo.slug ?? '';
    const done = await this.conferma().ask(() => this.#commands.proponi(this.ambito(), this.id(), input, idempotencyKey));
    if (!done) return;
    this.draft.clear();
    this.#annunci.notify('Proposta inviata a chi decide.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'tavoli', tavolo, 'partecipazione']);
  });

  constructor() {
    effect(() => {
      const incontri = this.incontri().map(i => i.value);
      if (incontri.length === 0 || this.#riempito) return;
      this.#riempito = true;
      // What is known already, where nothing was chosen yet.
      untracked(() => this.model.update(m => (m.incontri.length === 0 ? { ...m, incontri } : m)));
    });
  }
}
