import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  type OnInit,
  runInInjectionContext,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { normalizzaCodiceFiscale } from '@tavoli/shared';
import { Parole, ParolePipe } from '../page/parole';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { CheckboxField } from '../ui/fields/checkbox-field';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { ErrorSummary } from '../ui/forms/error-summary';
import { type LocalDraft, localDraft } from '../ui/drafts/local-draft';
import { problemOf } from '../ui/problem';
import { FormBar } from '../ui/forms/form-bar';
import { submission } from '../ui/forms/submission';
import { EnteDati } from './ente-dati';
import { EnteFields } from './ente-fields';
import { ENTE_VUOTO, EnteNuovoForm } from './ente.model';
import { entiCommands } from './enti.api';

/** Registers an ente: one form, then the riepilogo of what is about to leave, then the sending. */
@Component({
  selector: 'app-ente-form-page',
  imports: [FormBar, Busy, CheckboxField, DraftNotice, EnteDati, EnteFields, ErrorSummary, FormField, ParolePipe, RouterLink],
  templateUrl: './ente-form-page.html',
})
export class EnteFormPage implements OnInit {
  readonly ambito = input.required<string>();
  protected readonly passo = signal<'dati' | 'riepilogo'>('dati');
  protected readonly model = signal(ENTE_VUOTO);
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => EnteNuovoForm));
  protected draft: LocalDraft | null = null;
  /** As it will be sent; null while something is wrong. */
  protected readonly input = computed(() => EnteNuovoForm.safeParse(this.model()).data ?? null);

  readonly #duplicato = signal<string | null>(null);
  /** The codice fiscale now in the form, if the API has said that it is registered already. */
  protected readonly duplicato = computed(() => {
    const now = normalizzaCodiceFiscale(this.model().codiceFiscale);
    return this.#duplicato() === now ? now : null;
  });

  readonly #commands = entiCommands();
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);
  readonly #parole = inject(Parole);
  readonly #injector = inject(Injector);
  private readonly titleRef = viewChild.required<ElementRef<HTMLElement>>('titolo');

  protected readonly controlla = submission(this.f, async () => this.vai('riepilogo'));

  protected readonly invia = submission(this.f, async ({ idempotencyKey }) => {
    const input = this.input();
    if (input === null) return this.vai('dati');
    const ente = await this.#commands.registra(this.ambito(), input, idempotencyKey).catch((error: unknown) => this.#refused(error));
    this.draft?.clear();
    await this.#session.reload();
    this.#annunci.notify(this.#parole.di(`Registrazione di ${ente.denominazione} inviata. [Il tecnico] la controllerà.`));
    await this.#router.navigate(['/', this.ambito(), 'area', 'enti', ente.id]);
  });

  /** One summary of errors for both submits. */
  protected readonly tentativi = {
    busy: computed(() => this.controlla.busy() || this.invia.busy()),
    failures: computed(() => this.controlla.failures() + this.invia.failures()),
  };

  ngOnInit(): void {
    this.draft = runInInjectionContext(this.#injector, () => localDraft(`ente:${this.ambito()}`, this.model));
  }

  /** A step is a page to its reader: it starts at its heading. */
  protected vai(passo: 'dati' | 'riepilogo'): void {
    this.passo.set(passo);
    afterNextRender(() => this.titleRef().nativeElement.focus(), { injector: this.#injector });
  }

  /** What is wrong with a field can only be mended where the fields are. */
  #refused(error: unknown): never {
    const problem = problemOf(error);
    if (problem.code === 'ente.duplicato') this.#duplicato.set(normalizzaCodiceFiscale(this.model().codiceFiscale));
    if (problem.errors?.length) this.passo.set('dati');
    throw error;
  }
}
