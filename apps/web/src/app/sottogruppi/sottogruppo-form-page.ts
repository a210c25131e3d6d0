import { Component, computed, effect, inject, Injector, input, runInInjectionContext, signal, untracked, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { instantToRomeWall, SottogruppoInput, type SottogruppoView } from '@tavoli/shared';
import * as z from 'zod';
import { ResourceState } from '../page/resource-state';
import { tavoloResource } from '../tavoli/tavoli.api';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { localDraft, type LocalDraft } from '../ui/drafts/local-draft';
import { CheckboxGroup } from '../ui/fields/checkbox-group';
import { DateField } from '../ui/fields/date-field';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { sottogruppiCommands, sottogruppiResource } from './sottogruppi.api';

/** Most begin to work on the day on which they are made. */
const vuoto = () => ({
  nome: '',
  scopo: '',
  iniziaIl: instantToRomeWall(new Date()).slice(0, 10),
  finisceIl: '',
  membri: [] as string[],
  motivazione: '',
});
type Model = ReturnType<typeof vuoto>;
const inviato = (m: Model) => ({ ...m, finisceIl: m.finisceIl === '' ? null : m.finisceIl });
const Form = z.unknown().superRefine((model, ctx) => {
  for (const { path, message } of SottogruppoInput.safeParse(inviato(model as Model)).error?.issues ?? [])
    ctx.addIssue({ code: 'custom', path, message });
});

/** Makes a sottogruppo, or changes one: what it is for, until when, who is in it. */
@Component({
  selector: 'app-sottogruppo-form-page',
  imports: [
    Busy,
    CheckboxGroup,
    ConfirmDialog,
    DateField,
    DraftNotice,
    ErrorSummary,
    FormField,
    ResourceState,
    RouterLink,
    TextArea,
    TextField,
  ],
  templateUrl: './sottogruppo-form-page.html',
})
export class SottogruppoFormPage {
  readonly ambito = input.required<string>();
  /** Slug of the tavolo that it works for. */
  readonly slug = input.required<string>({ alias: 'tavolo' });
  /** Its slug; absent for a new one. */
  readonly gruppo = input<string>();
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly sottogruppi = sottogruppiResource(this.ambito, this.slug);
  protected readonly uno = computed(() => this.sottogruppi.value()?.items.find(g => g.slug === this.gruppo()) ?? null);
  protected readonly persone = computed(() =>
    (this.sottogruppi.value()?.siedono ?? []).map(s => ({
      value: s.rappresentanteId,
      label: s.nome,
      hint: `${s.ruolo === 'titolare' ? 'Titolare' : 'Supplente'}, ${s.ente}`,
    })),
  );
  protected readonly model = signal<Model>(vuoto());
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => Form));
  /** Null until what it begins from is known. */
  protected readonly draft = signal<LocalDraft | null>(null);
  readonly #injector = inject(Injector);
  readonly #commands = sottogruppiCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);
  private readonly conferma = viewChild.required<ConfirmDialog>('conferma');

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const input = SottogruppoInput.parse(inviato(this.model()));
    const uno = this.uno();
    const scrivi = () =>
      uno === null
        ? this.#commands.crea(this.ambito(), this.slug(), input, idempotencyKey)
        : this.#commands.modifica(this.ambito(), uno, input);
    if (!(await this.conferma().ask(scrivi))) return;
    this.draft()?.clear();
    this.#annunci.notify(uno === null ? 'Sottogruppo creato.' : 'Sottogruppo aggiornato.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'tavoli', this.slug(), 'sottogruppi']);
  });

  constructor() {
    effect(() => {
      const [letti, uno] = [this.sottogruppi.hasValue(), this.uno()];
      if (letti) untracked(() => this.#comincia(uno));
    });
  }

  /** Once: what is typed afterwards stays. */
  #comincia(uno: SottogruppoView | null): void {
    if (this.draft() !== null) return;
    if (uno !== null) {
      const { nome, scopo, iniziaIl, finisceIl, membri } = uno;
      this.model.set({ nome, scopo, iniziaIl, finisceIl: finisceIl ?? '', membri: [...membri], motivazione: '' });
    }
    const key = `sottogruppo:${this.ambito()}:${this.slug()}:${uno === null ? 'nuovo' : `${uno.id}:${uno.version}`}`;
    this.draft.set(runInInjectionContext(this.#injector, () => localDraft(key, this.model)));
  }
}
