import {
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
import { RouterLink } from '@angular/router';
import {
  avvisiContributo,
  type ContributoInput,
  type ModuloContributoView,
  type Problem,
  type RicevutaContributoView,
} from '@tavoli/shared';
import { SessionStore } from '../../session/session-store';
import { Busy } from '../../ui/busy';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { DataOraPipe } from '../../ui/words/dates';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { type LocalDraft, localDraft } from '../../ui/drafts/local-draft';
import { problemOf } from '../../ui/problem';
import { ResourceState } from '../../page/resource-state';
import { FormBar } from '../../ui/forms/form-bar';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { avvisoInParole } from '../avvisi-privacy';
import { ContenutoFields } from './contenuto-fields';
import { invioApi } from '../contributi.api';
import { conDomande, contributoFormSchema, contributoInput, type ContributoModel, MODELLO_VUOTO } from './contributo.model';
import { Ricevuta } from './ricevuta';

/** A fresh token is taken for a program's until a person could have written with it. */
const ATTESA_MS = 3_500;

/** Where anyone writes to a tavolo, from a phone and without an account. Nothing typed is lost: not by a reload, not by a refusal, not by a dropped line. */
@Component({
  selector: 'app-contributo-form-page',
  imports: [
    FormBar,
    Busy,
    CheckboxField,
    ConfirmDialog,
    ContenutoFields,
    DataOraPipe,
    DraftNotice,
    ErrorSummary,
    FormField,
    ResourceState,
    Ricevuta,
    RouterLink,
    TextField,
  ],
  templateUrl: './contributo-form-page.html',
})
export class ContributoFormPage implements OnInit {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });

  protected readonly modulo = signal<ModuloContributoView | null>(null);
  protected readonly stato = { problem: signal<Problem | null>(null), isLoading: signal(true) };
  protected readonly ricevuta = signal<RicevutaContributoView | null>(null);
  readonly #session = inject(SessionStore);
  protected readonly account = this.#session.account;
  protected readonly model = signal<ContributoModel>(MODELLO_VUOTO);
  protected readonly f = form(this.model, path =>
    validateStandardSchema(
      path,
      contributoFormSchema(() => this.account() !== null),
    ),
  );
  protected draft: LocalDraft | null = null;
  readonly #injector = inject(Injector);
  protected readonly avvisi = computed(() => avvisiContributo(this.model()));
  protected readonly frasi = computed(() => [...new Set(this.avvisi().map(avvisoInParole))]);
  protected readonly allegatiInViaggio = signal(false);
  readonly #api = invioApi();
  private readonly dialogRef = viewChild(ConfirmDialog);
  private readonly campiRef = viewChild(ContenutoFields);
  private readonly fattoRef = viewChild<ElementRef<HTMLElement>>('fatto');

  protected readonly carica = (file: File, onProgress: (part: number) => void) =>
    this.#api.allega(this.ambito(), this.slug(), file, onProgress);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    this.ricevuta.set(await this.#manda(idempotencyKey));
    this.draft?.clear();
    setTimeout(() => this.fattoRef()?.nativeElement.focus());
  });

  ngOnInit(): void {
    this.draft = runInInjectionContext(this.#injector, () =>
      localDraft(`contributo:${this.ambito()}:${this.slug()}`, this.model, { except: ['informativaLetta', 'sito'] }),
    );
    void this.#apri();
  }

  /** What looks private is shown once more before it leaves; who writes decides. */
  protected async invia(event: Event): Promise<void> {
    event.preventDefault();
    if (this.invio.busy()) return;
    this.allegatiInViaggio.set(this.campiRef()?.inViaggio() ?? false);
    if (this.allegatiInViaggio()) return;
    if (this.f().valid() && this.avvisi().length > 0 && !(await this.dialogRef()?.ask(() => Promise.resolve())))
      return this.f.testo().focusBoundControl();
    await this.invio.submit();
  }

  async #apri(): Promise<void> {
    try {
      const modulo = await this.#api.modulo(this.ambito(), this.slug());
      this.modulo.set(modulo);
      this.model.update(m => conDomande(m, modulo.domande));
    } catch (error) {
      this.stato.problem.set(problemOf(error));
    } finally {
      this.stato.isLoading.set(false);
    }
  }

  /** The token of a page left open for too long is renewed, and the same request sent again: the person does not have to know. */
  async #manda(idempotencyKey: string): Promise<RicevutaContributoView> {
    const ora = () =>
      this.#api.invia(
        this.ambito(),
        this.slug(),
        contributoInput(this.model(), this.modulo()?.modulo ?? '', this.account() !== null) as ContributoInput,
        idempotencyKey,
      );
    try {
      return await ora();
    } catch (error) {
      if (problemOf(error).code !== 'contributo.non_inviato') throw error;
      this.modulo.set(await this.#api.modulo(this.ambito(), this.slug()));
      await new Promise(resolve => setTimeout(resolve, ATTESA_MS));
      return ora();
    }
  }
}
