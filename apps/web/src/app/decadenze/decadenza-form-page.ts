import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { DecadenzaInput, ETICHETTE_MOTIVO_DECADENZA, type MotivoDecadenza } from '@tavoli/shared';
import { designazioneResource } from '../designazioni/designazioni.api';
import { ResourceState } from '../page/resource-state';
import { Permissions } from '../session/permissions';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { pageDraft } from '../ui/drafts/local-draft';
import { CheckboxGroup } from '../ui/fields/checkbox-group';
import { optionsOf } from '../ui/fields/option';
import { RadioGroup } from '../ui/fields/radio-group';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { AppPassi } from '../ui/forms/app-passi';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ErrorSummary } from '../ui/forms/error-summary';
import { passi } from '../ui/forms/passi';
import { submission } from '../ui/forms/submission';
import { DataPipe } from '../ui/words/dates';
import { decadenzeCommands, proveResource } from './decadenze.api';
import { incontriScelti } from './decadenze.labels';
import { AZIONI_PROPOSTA } from './decadenze.passi';

interface Model {
  motivo: MotivoDecadenza;
  incontri: string[];
  ragioni: string;
  ufficio: string;
  responsabile: string;
  doveAtti: string;
}

/** Opens a procedimento on a seat: the evidence is listed, with the unexcused absences already chosen. */
@Component({
  selector: 'app-decadenza-form-page',
  imports: [
    Busy,
    AppPassi,
    CheckboxGroup,
    ConfirmDialog,
    DataPipe,
    DraftNotice,
    ErrorSummary,
    FormField,
    RadioGroup,
    ResourceState,
    RouterLink,
    TextArea,
    TextField,
  ],
  template: `
    <div class="container section">
      @if (!puoAprire()) {
        <h1>Aprire un procedimento di decadenza</h1>
        <p class="lead">
          Il procedimento lo apre chi coordina. Se sei referente del tavolo puoi
          <a [routerLink]="['/', ambito(), 'area', 'designazioni', id(), 'proposta-di-decadenza']">proporlo a chi decide</a>.
        </p>
      } @else if (designazione.hasValue() && prove.hasValue()) {
        @let d = designazione.value();
        <h1>Aprire un procedimento di decadenza</h1>
        <p class="lead">
          Può far perdere a {{ d.ente.denominazione }} il posto al tavolo «{{ d.tavolo.nome }}». L’ente riceve la comunicazione di avvio e
          ha {{ prove.value().giorni === 1 ? '1 giorno' : prove.value().giorni + ' giorni' }} per scrivere; nel frattempo il posto resta
          suo.
        </p>
        @if (prove.value().proposta; as proposta) {
          <section class="highlight mb-4" aria-labelledby="titolo-proposta">
            <h2 class="h4" id="titolo-proposta">Lo propone {{ proposta.da }}, {{ proposta.at | data: 'il' }}</h2>
            <p class="pre-line">{{ proposta.ragioni }}</p>
            <p>Apri il procedimento qui sotto: gli incontri indicati nella proposta sono già scelti. Oppure:</p>
            <div class="actions"><app-passi [di]="passi" [vista]="proposta" [azioni]="['declina']" /></div>
          </section>
        }
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-draft-notice [draft]="draft" />
          <app-error-summary [form]="f" [submission]="invio" />
          <app-radio-group [formField]="f.motivo" label="Motivo" [options]="motivi" mandatory />
          @if (incontri().length > 0) {
            <app-checkbox-group
              [formField]="f.incontri"
              label="Gli incontri che lo provano"
              hint="Contano così come sono registrati adesso."
              [options]="incontri()"
            />
          }
          <app-text-area
            [formField]="f.ragioni"
            label="Ragioni"
            hint="Le leggono l’ente e le persone che lo rappresentano."
            [limit]="4000"
            [rows]="6"
            mandatory
          />
          <app-text-field [formField]="f.ufficio" label="Ufficio" hint="Quello che segue il procedimento." mandatory />
          <app-text-field [formField]="f.responsabile" label="Responsabile del procedimento" hint="Nome, cognome e qualifica." mandatory />
          <app-text-field
            [formField]="f.doveAtti"
            label="Dove vedere gli atti"
            hint="Per esempio: Servizi sociali, via Roma 1, martedì dalle 9 alle 12."
            mandatory
          />
          <p class="form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Apri il procedimento</button>
            <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), 'area', 'designazioni', d.id]">Torna alla designazione</a>
          </p>
        </form>
        <app-confirm-dialog #conferma titolo="Aprire il procedimento?" conferma="Apri e comunica all’ente">
          <p>
            La comunicazione di avvio parte subito: all’ente, alla sua PEC, a chi agisce per l’ente e alle persone che lo rappresentano.
          </p>
        </app-confirm-dialog>
      } @else {
        <app-resource-state [of]="designazione.problem() ? designazione : prove" />
      }
    </div>
  `,
})
export class DecadenzaFormPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'designazione' });
  protected readonly designazione = designazioneResource(this.ambito, this.id);
  protected readonly prove = proveResource(this.ambito, this.id);
  readonly #permissions = inject(Permissions);
  protected readonly puoAprire = computed(() => this.#permissions.can('decadenza.apri', this.ambito()));
  protected readonly motivi = optionsOf(ETICHETTE_MOTIVO_DECADENZA);
  protected readonly incontri = computed(() => incontriScelti(this.prove.value()?.items ?? []));
  protected readonly model = signal<Model>({ motivo: 'assenze', incontri: [], ragioni: '', ufficio: '', responsabile: '', doveAtti: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, DecadenzaInput));
  protected readonly draft = pageDraft('decadenza:nuova', this.model);
  readonly #commands = decadenzeCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);
  private readonly conferma = viewChild.required<ConfirmDialog>('conferma');
  #riempito = false;
  protected readonly passi = passi(
    AZIONI_PROPOSTA,
    (_, __, motivazione) => this.#commands.declina(this.ambito(), this.id(), motivazione),
    () => this.prove.reload(),
  );

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const input = DecadenzaInput.parse(this.model());
    let aperta = '';
    const done = await this.conferma().ask(async () => {
      aperta = (await this.#commands.apri(this.ambito(), this.id(), input, idempotencyKey)).id;
    });
    if (!done) return;
    this.draft.clear();
    this.#annunci.notify('Procedimento aperto: la comunicazione di avvio è partita.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'decadenze', aperta]);
  });

  constructor() {
    effect(() => {
      const prove = this.prove.value();
      if (prove === undefined || this.#riempito) return;
      this.#riempito = true;
      untracked(() =>
        this.#proponi(
          prove.proposta === null
            ? prove.items.filter(p => p.presenza === 'assente').map(p => p.incontro.id)
            : [...prove.proposta.incontri],
          prove.responsabile,
        ),
      );
    });
  }

  /** What is known already, where nothing was written yet. */
  #proponi(incontri: string[], responsabile: string): void {
    this.model.update(m => ({
      ...m,
      incontri: m.incontri.length === 0 ? incontri : m.incontri,
      responsabile: m.responsabile || responsabile,
    }));
  }
}
