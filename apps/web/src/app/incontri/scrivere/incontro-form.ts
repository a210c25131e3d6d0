import {
  Component,
  computed,
  debounced,
  inject,
  Injector,
  input,
  linkedSignal,
  type OnInit,
  output,
  runInInjectionContext,
} from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { IncontroView } from '@tavoli/shared';
import { Busy } from '../../ui/busy';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { type LocalDraft, localDraft } from '../../ui/drafts/local-draft';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { ConflittiAvviso } from '../conflitti-avviso';
import { DoveFields } from './dove-fields';
import { conflittiResource, incontriCommands, type IncontriCreati } from '../incontri.api';
import { incontroInput, IncontroFormSchema, type IncontroModel, nuovoInput, senzaRigheVuote } from './incontro.model';
import { OspitiForm } from './ospiti-form';
import { PartecipantiFields } from './partecipanti-fields';
import { PuntiForm } from './punti-form';
import { SerieFields } from './serie-fields';

const PAUSE_MS = 500;

/** Writes an incontro, new or still a draft. Clashes are looked for while one writes. */
@Component({
  selector: 'app-incontro-form',
  imports: [
    Busy,
    CheckboxField,
    ConflittiAvviso,
    DoveFields,
    DraftNotice,
    ErrorSummary,
    FormField,
    OspitiForm,
    PartecipantiFields,
    PuntiForm,
    RouterLink,
    SerieFields,
    TextField,
  ],
  templateUrl: './incontro-form.html',
})
export class IncontroForm implements OnInit {
  readonly ambito = input.required<string>();
  /** Slug of the tavolo that calls; null for a plenaria. */
  readonly tavolo = input.required<string | null>();
  /** The draft that is changed; null for a new one. */
  readonly incontro = input.required<IncontroView | null>();
  readonly iniziale = input.required<IncontroModel>();
  /** Name and address of the sede of the last incontro, offered again. */
  readonly ultimaSede = input<IncontroModel['sede'] | null>(null);
  readonly indietro = input.required<readonly string[]>();
  readonly creati = output<IncontriCreati>();
  readonly modificato = output<IncontroView>();

  protected readonly model = linkedSignal(() => this.iniziale());
  protected readonly f = form(this.model, path => validateStandardSchema(path, IncontroFormSchema));
  protected draft: LocalDraft | null = null;
  readonly #commands = incontriCommands();
  readonly #injector = inject(Injector);

  protected readonly durata = computed(() => {
    const minutes = (Date.parse(this.model().fineAt) - Date.parse(this.model().inizioAt)) / 60_000;
    return minutes > 0 ? minutes : null;
  });
  protected readonly sedeVuota = computed(() => this.model().sede.nome === '' && this.model().sede.indirizzo === '');

  /** What is asked about clashes, as text: asked again only when it differs, and once the writer pauses. */
  readonly #tempo = debounced(() => this.#domanda(), PAUSE_MS);
  protected readonly conflitti = conflittiResource(this.ambito, this.tavolo, () => {
    const question = this.#tempo.value();
    return question ? (JSON.parse(question) as { inizioAt: string; fineAt: string }) : undefined;
  });

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    this.model.update(senzaRigheVuote);
    const [ambito, incontro] = [this.ambito(), this.incontro()];
    if (incontro === null) {
      const made = await this.#commands.crea(ambito, this.tavolo(), nuovoInput(this.model()), idempotencyKey);
      this.draft?.clear();
      return this.creati.emit(made);
    }
    const saved = await this.#commands.modifica(ambito, incontro, incontroInput(this.model()));
    this.draft?.clear();
    this.modificato.emit(saved);
  });

  ngOnInit(): void {
    const incontro = this.incontro();
    const key = incontro === null ? `nuovo:${this.ambito()}:${this.tavolo() ?? 'plenaria'}` : `${incontro.id}:${incontro.version}`;
    this.draft = runInInjectionContext(this.#injector, () => localDraft(`incontro:${key}`, this.model));
  }

  protected usaUltimaSede(): void {
    const sede = this.ultimaSede();
    if (!sede) return;
    this.f.sede().value.set(sede);
    this.f.sede().markAsDirty();
  }

  #domanda(): string | undefined {
    const { inizioAt, fineAt, sede, tipo, altriTavoli } = this.model();
    if (this.durata() === null) return undefined;
    const escluso = this.incontro()?.id;
    return JSON.stringify({
      inizioAt,
      fineAt,
      ...(sede.nome.trim() === '' ? {} : { sede: sede.nome.trim().slice(0, 160) }),
      ...(escluso ? { escluso } : {}),
      ...(tipo === 'congiunto' && altriTavoli.length > 0 ? { altriTavoli: altriTavoli.join(',') } : {}),
    });
  }
}
