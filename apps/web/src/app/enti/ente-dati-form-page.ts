import { Component, computed, effect, inject, Injector, input, runInInjectionContext, signal, untracked } from '@angular/core';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { identitaBloccata, type EnteView } from '@tavoli/shared';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { ErrorSummary } from '../ui/forms/error-summary';
import { type LocalDraft, localDraft } from '../ui/drafts/local-draft';
import { ResourceState } from '../page/resource-state';
import { submission } from '../ui/forms/submission';
import { EnteFields } from './ente-fields';
import { ENTE_VUOTO, EnteModificaForm, modelOf } from './ente.model';
import { enteResource, entiCommands } from './enti.api';

/** Changes the data of an ente; its identity only until it is verified. */
@Component({
  selector: 'app-ente-dati-form-page',
  imports: [Busy, DraftNotice, EnteFields, ErrorSummary, ResourceState, RouterLink],
  templateUrl: './ente-dati-form-page.html',
})
export class EnteDatiFormPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'ente' });
  protected readonly ente = enteResource(this.ambito, this.id);
  /** The version being changed: read once, so that nothing is replaced under the writer's hands. */
  protected readonly prima = signal<EnteView | null>(null);
  protected readonly bloccata = computed(() => identitaBloccata(this.prima()?.stato ?? 'in_verifica'));
  protected readonly model = signal(ENTE_VUOTO);
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => EnteModificaForm));
  protected readonly draft = signal<LocalDraft | null>(null);
  readonly #commands = entiCommands();
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);
  readonly #injector = inject(Injector);

  protected readonly salva = submission(this.f, async () => {
    const prima = this.prima();
    if (prima === null) return;
    await this.#commands.modifica(this.ambito(), prima, EnteModificaForm.parse(this.model()));
    this.draft()?.clear();
    if (!this.bloccata()) await this.#session.reload();
    this.#annunci.notify('Dati aggiornati.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'enti', prima.id]);
  });

  constructor() {
    effect(() => {
      const ente = this.ente.value();
      if (ente) untracked(() => this.prima() === null && this.#open(ente));
    });
  }

  #open(ente: EnteView): void {
    this.prima.set(ente);
    this.model.set(modelOf(ente));
    this.draft.set(runInInjectionContext(this.#injector, () => localDraft(`ente:${ente.id}`, this.model)));
    // A draft from before the verification may hold another identity: it cannot be changed any more.
    if (this.bloccata()) this.model.update(model => ({ ...model, ...identita(ente) }));
  }
}

const identita = ({ denominazione, naturaGiuridica, codiceFiscale }: EnteView) => ({ denominazione, naturaGiuridica, codiceFiscale });
