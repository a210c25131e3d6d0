import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  conOrigine,
  delTavolo,
  hasPermission,
  IncaricoInput,
  RUOLI_DALL_AMBITO,
  RUOLI_INCARICO,
  RUOLO,
  formatData,
  type IncaricoView,
  type OrigineIncarico,
  type RuoloIncarico,
} from '@tavoli/shared';
import * as z from 'zod';
import { Parole, ParolePipe } from '../page/parole';
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
import { verbaliResource } from '../verbali/verbali.api';
import { incarichiCommands, incarichiResource } from './incarichi.api';

interface Model {
  email: string;
  ruolo: RuoloIncarico | '';
  tavoloId: string;
  origine: OrigineIncarico | '';
  verbaleId: string;
}

const VUOTO: Model = { email: '', ruolo: '', tavoloId: '', origine: '', verbaleId: '' };
const ORIGINI = [
  { value: 'scelta_del_tavolo', label: 'Scelta del tavolo', hint: 'Il tavolo ha deciso chi lo coordina.' },
  { value: 'atto', label: 'Atto dell’ambito', hint: 'Una determina o un decreto di nomina.' },
] as const;
const dellOrigine = Object.fromEntries(ORIGINI.map(o => [o.value, o.label.toLowerCase()])) as Readonly<Record<OrigineIncarico, string>>;
/** The roles that the office gives, the weightiest first; beside those who lead a tavolo it is told which have nobody. */
const GRUPPI = RUOLI_INCARICO.toReversed().map(ruolo => ({
  ruolo,
  ...RUOLO[ruolo].incarico.gruppo,
  conduce: hasPermission([ruolo], 'tavolo.conduci'),
}));

/** The schema of the API over the shape of the form: the tavolo is asked, and sent, only for a role of one tavolo. */
const IncaricoForm = z.preprocess(m => {
  const { tavoloId, origine, verbaleId, ...resto } = m as Model;
  const nasce = conOrigine(resto.ruolo) ? origine || null : null;
  return {
    ...resto,
    tavoloId: delTavolo(resto.ruolo) ? tavoloId || null : null,
    origine: nasce,
    verbaleId: nasce === 'scelta_del_tavolo' ? verbaleId || null : null,
  };
}, IncaricoInput);

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
  protected readonly ruoli = computed(() =>
    RUOLI_DALL_AMBITO.map(ruolo => {
      const { label, hint } = RUOLO[ruolo].incarico.scelta;
      return { value: ruolo, label: this.#parole.di(label), hint: this.#parole.di(hint) };
    }),
  );
  /** Whether the role chosen is of one tavolo: it is asked which. */
  protected readonly delTavolo = computed(() => delTavolo(this.model().ruolo));
  /** Whether it is asked where the incarico comes from, and where the tavolo chose, in which verbale. */
  protected readonly conOrigine = computed(() => conOrigine(this.model().ruolo));
  protected readonly origini = ORIGINI;
  protected readonly dellOrigine = dellOrigine;
  protected readonly conVerbale = computed(
    () => this.conOrigine() && this.model().origine === 'scelta_del_tavolo' && this.verbali().length > 0,
  );
  readonly #verbali = verbaliResource(this.ambito, () =>
    this.conOrigine() && this.model().origine === 'scelta_del_tavolo' ? this.model().tavoloId || undefined : undefined,
  );
  protected readonly verbali = computed(() =>
    (this.#verbali.value()?.items ?? []).map(v => ({
      value: v.id,
      label: `${v.incontro.titolo}, ${formatData(new Date(v.incontro.inizioAt))}`,
    })),
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

  protected luogo({ tavolo, incontro }: IncaricoView): string {
    return tavolo ? `, ${tavolo.nome}` : incontro ? `, «${incontro.titolo}»` : '';
  }

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
