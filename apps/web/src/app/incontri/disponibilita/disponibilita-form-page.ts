import { afterNextRender, Component, type ElementRef, inject, Injector, input, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { MASSIMO_DATE } from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { tavoloResource } from '../../tavoli/tavoli.api';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { pageDraft } from '../../ui/drafts/local-draft';
import { DateTimeField } from '../../ui/fields/date-time-field';
import { SelectField } from '../../ui/fields/select-field';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { submission } from '../../ui/forms/submission';
import { DataProposta } from './data-proposta';
import { disponibilitaCommands } from './disponibilita.api';
import { DATA_VUOTA, nuovaRicerca, RicercaFormSchema, ricercaInput } from './disponibilita.model';

/** Who prepares the incontri proposes some days: who sits at the tavolo is asked when they can. */
@Component({
  selector: 'app-disponibilita-form-page',
  imports: [
    Busy,
    ConfirmDialog,
    DataProposta,
    DateTimeField,
    DraftNotice,
    ErrorSummary,
    FormField,
    ResourceState,
    RouterLink,
    SelectField,
    TextArea,
    TextField,
  ],
  templateUrl: './disponibilita-form-page.html',
})
export class DisponibilitaFormPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly massimo = MASSIMO_DATE;
  protected readonly accessibilita = [
    { value: 'si', label: 'Sì, la sede è accessibile' },
    { value: 'no', label: 'No, ci sono barriere' },
  ] as const;
  protected readonly model = signal(nuovaRicerca());
  protected readonly f = form(this.model, path => validateStandardSchema(path, RicercaFormSchema));
  protected readonly draft = pageDraft('disponibilita', this.model);
  readonly #commands = disponibilitaCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);
  readonly #injector = inject(Injector);
  private readonly conferma = viewChild.required<ConfirmDialog>('conferma');
  private readonly aggiungiRef = viewChild<ElementRef<HTMLElement>>('aggiungi');

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    let id = '';
    const done = await this.conferma().ask(async () => {
      ({ id } = await this.#commands.chiedi(this.ambito(), this.slug(), ricercaInput(this.model()), idempotencyKey));
    });
    if (!done) return;
    this.draft.clear();
    this.#annunci.notify('Richiesta mandata: qui trovi le risposte, man mano che arrivano.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'tavoli', this.slug(), 'date', id]);
  });

  protected altra(): void {
    this.#set([...this.model().date, { ...DATA_VUOTA }]);
    this.#then(() => this.f.date[this.model().date.length - 1]?.inizioAt().focusBoundControl());
  }

  protected togli(index: number): void {
    this.#set(this.model().date.filter((_, i) => i !== index));
    this.#annunci.announce(`Data ${index + 1} tolta: ne restano ${this.model().date.length}.`);
    this.#then(() => this.aggiungiRef()?.nativeElement.focus());
  }

  #set(date: ReturnType<typeof nuovaRicerca>['date']): void {
    this.f.date().value.set(date);
    this.f.date().markAsDirty();
  }

  #then(work: () => void): void {
    afterNextRender(work, { injector: this.#injector });
  }
}
