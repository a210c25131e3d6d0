import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { IncaricoInput, type IncaricoView } from '@tavoli/shared';
import * as z from 'zod';
import { Parole, ParolePipe } from '../ambiti/parole';
import { Permissions } from '../session/permissions';
import { SessionStore } from '../session/session-store';
import { tavoliResource } from '../tavoli/tavoli.api';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { DataPipe } from '../ui/words/dates';
import { ErrorSummary } from '../ui/forms/error-summary';
import { RadioGroup } from '../ui/fields/radio-group';
import { ResourceState } from '../page/resource-state';
import { SelectField } from '../ui/fields/select-field';
import { submission } from '../ui/forms/submission';
import { TextField } from '../ui/fields/text-field';
import { incarichiCommands, incarichiResource } from './incarichi.api';

type Ruolo = IncaricoView['ruolo'];
interface Model {
  email: string;
  ruolo: Ruolo | '';
  tavoloId: string;
}

const VUOTO: Model = { email: '', ruolo: '', tavoloId: '' };
const GRUPPI: readonly { ruolo: Ruolo; titolo: string; vuoto: string }[] = [
  { ruolo: 'coordinatore', titolo: 'Coordinatori', vuoto: 'Nessun coordinatore.' },
  { ruolo: 'ufficio_di_piano', titolo: '[Tecnico]', vuoto: 'Nessuno, per ora.' },
  { ruolo: 'referente', titolo: 'Referenti dei tavoli', vuoto: 'Nessun tavolo ha ancora un referente.' },
];

/** The schema of the API over the shape of the form: the tavolo is asked, and sent, only of a referente. */
const IncaricoForm = z.preprocess(
  m => ({ ...(m as Model), tavoloId: (m as Model).ruolo === 'referente' ? (m as Model).tavoloId || null : null }),
  IncaricoInput,
);

/** Who is coordinatore, ufficio di piano, referente; the coordinatore gives and ends these roles. */
@Component({
  selector: 'app-incarichi-page',
  imports: [Busy, ConfirmDialog, DataPipe, ErrorSummary, FormField, ParolePipe, RadioGroup, ResourceState, SelectField, TextField],
  templateUrl: './incarichi-page.html',
})
export class IncarichiPage {
  readonly ambito = input.required<string>();
  protected readonly incarichi = incarichiResource(this.ambito);
  protected readonly gruppi = computed(() =>
    GRUPPI.map(gruppo => ({ ...gruppo, persone: (this.incarichi.value()?.items ?? []).filter(i => i.ruolo === gruppo.ruolo) })),
  );
  readonly #tavoli = tavoliResource(this.ambito);
  protected readonly tavoli = computed(() =>
    (this.#tavoli.value()?.items ?? []).map(t => ({ value: t.id, label: `${t.codice} · ${t.nome}` })),
  );
  protected readonly senzaReferente = computed(() =>
    (this.#tavoli.value()?.items ?? []).filter(t => t.referente === null).map(t => t.nome),
  );
  readonly #permissions = inject(Permissions);
  protected readonly puoAssegnare = computed(() => this.#permissions.can('incarico.assegna', this.ambito()));

  readonly #parole = inject(Parole);
  protected readonly ruoli = computed(
    () =>
      [
        { value: 'referente', label: 'Referente di un tavolo', hint: 'Esamina le designazioni del suo tavolo.' },
        { value: 'ufficio_di_piano', label: this.#parole.di('[Tecnico]'), hint: 'Verifica gli enti e segue tutte le designazioni.' },
        { value: 'coordinatore', label: 'Coordinatore', hint: 'Pubblica avvisi, accetta designazioni, affida incarichi.' },
      ] as const,
  );
  protected readonly model = signal(VUOTO);
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => IncaricoForm));
  protected readonly scelto = signal<IncaricoView | null>(null);
  readonly #commands = incarichiCommands();
  readonly #session = inject(SessionStore);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const dato = await this.#commands.assegna(this.ambito(), IncaricoForm.parse(this.model()), idempotencyKey);
    this.f().reset(VUOTO);
    this.#annunci.notify(`Incarico affidato a ${dato.nome} ${dato.cognome}.`);
    await this.#read(dato);
  });

  protected async termina(dialog: ConfirmDialog, incarico: IncaricoView): Promise<void> {
    this.scelto.set(incarico);
    if (!(await dialog.ask(() => this.#commands.termina(this.ambito(), incarico.id)))) return;
    this.#annunci.notify(`L’incarico di ${incarico.nome} ${incarico.cognome} è terminato.`);
    await this.#read(incarico);
  }

  /** Also who the reader is, when the role was their own. */
  async #read(changed: IncaricoView): Promise<void> {
    this.incarichi.reload();
    this.#tavoli.reload();
    if (changed.email === this.#session.account()?.email) await this.#session.reload();
  }
}
