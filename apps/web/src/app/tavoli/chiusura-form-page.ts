import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { ChiusuraInput } from '@tavoli/shared';
import * as z from 'zod';
import { ResourceState } from '../page/resource-state';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { pageDraft } from '../ui/drafts/local-draft';
import { DateField } from '../ui/fields/date-field';
import { SelectField } from '../ui/fields/select-field';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { cheFerma, cheResta, cheSuccede } from './chiusura.words';
import { chiusuraCommands, primaDiChiudereResource } from './chiusura.api';
import { aperti, tavoliResource, tavoloResource } from './tavoli.api';

const vuoto = () => ({ atto: { tipo: '', numero: '', data: '' }, il: '', confluisceIn: '', motivazione: '' });
type Model = ReturnType<typeof vuoto>;
const inviato = (m: Model) => ({ ...m, confluisceIn: m.confluisceIn === '' ? null : m.confluisceIn });
const Form = z.unknown().superRefine((model, ctx) => {
  for (const { path, message } of ChiusuraInput.safeParse(inviato(model as Model)).error?.issues ?? [])
    ctx.addIssue({ code: 'custom', path, message });
});

/** Closes a tavolo by an act: what follows is told before it is sent. */
@Component({
  selector: 'app-chiusura-form-page',
  imports: [
    Busy,
    ConfirmDialog,
    DateField,
    DraftNotice,
    ErrorSummary,
    FormField,
    ResourceState,
    RouterLink,
    SelectField,
    TextArea,
    TextField,
  ],
  templateUrl: './chiusura-form-page.html',
})
export class ChiusuraFormPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly prima = primaDiChiudereResource(this.ambito, this.slug);
  readonly #tavoli = tavoliResource(this.ambito);
  protected readonly altri = computed(() => [
    { value: '', label: 'Nessuno: il tavolo finisce' },
    ...aperti(this.#tavoli)
      .filter(t => t.slug !== this.slug())
      .map(t => ({ value: t.id, label: `${t.codice} · ${t.nome}` })),
  ]);
  protected readonly model = signal<Model>(vuoto());
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => Form));
  protected readonly draft = pageDraft('tavolo:chiusura', this.model);
  readonly #verso = computed(() => this.altri().find(t => t.value !== '' && t.value === this.model().confluisceIn)?.label ?? null);
  protected readonly ferma = computed(() => (this.prima.hasValue() ? cheFerma(this.prima.value()) : []));
  protected readonly succede = computed(() => (this.prima.hasValue() ? cheSuccede(this.prima.value(), this.#verso()) : []));
  protected readonly resta = computed(() => (this.prima.hasValue() ? cheResta(this.prima.value(), this.#verso() !== null) : []));
  readonly #commands = chiusuraCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);
  private readonly conferma = viewChild.required<ConfirmDialog>('conferma');

  protected readonly invio = submission(this.f, async () => {
    const tavolo = this.tavolo.value();
    if (!tavolo) return;
    const input = ChiusuraInput.parse(inviato(this.model()));
    if (!(await this.conferma().ask(() => this.#commands.chiudi(this.ambito(), tavolo, input)))) return;
    this.draft.clear();
    this.#annunci.notify('Tavolo chiuso: chi è interessato riceve un messaggio.');
    await this.#router.navigate(['/', this.ambito(), 'tavoli', this.slug()]);
  });
}
