import { Component, computed, debounced, inject, Injector, input, type OnInit, output, runInInjectionContext, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { type IncontroView, MASSIMO_PUNTI, type ModelloOdgView, type NuovoIncontroInput, SerieInput } from '@tavoli/shared';
import { Busy } from '../../ui/busy';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { type LocalDraft, localDraft } from '../../ui/drafts/local-draft';
import { formModel } from '../../ui/forms/form-model';
import { FormBar } from '../../ui/forms/form-bar';
import { submission } from '../../ui/forms/submission';
import { optionsOf } from '../../ui/fields/option';
import { RadioGroup } from '../../ui/fields/radio-group';
import { TextField } from '../../ui/fields/text-field';
import { ConflittiAvviso } from '../conflitti-avviso';
import { DoveFields } from './dove-fields';
import { conflittiResource, incontriCommands, type IncontriCreati } from '../incontri.api';
import { dateSerieResource, serieCommands, serieResource } from '../serie.api';
import {
  PUNTO_VUOTO,
  puntoVuoto,
  incontroInput,
  IncontroFormSchema,
  type IncontroModel,
  nuovoInput,
  senzaRigheVuote,
  serieInput,
} from './incontro.model';
import { ModelliOdg } from './modelli-odg';
import { OspitiForm } from './ospiti-form';
import { PartecipantiFields } from './partecipanti-fields';
import { PuntiForm } from './punti-form';
import { SerieFields } from './serie-fields';
import { altreBozze, QUALI, type Quali } from './serie.quali';

const PAUSE_MS = 500;

/** Writes an incontro, new or still a draft. Clashes are looked for while one writes. */
@Component({
  selector: 'app-incontro-form',
  imports: [
    FormBar,
    Busy,
    CheckboxField,
    ConflittiAvviso,
    DoveFields,
    DraftNotice,
    ErrorSummary,
    FormField,
    ModelliOdg,
    OspitiForm,
    PartecipantiFields,
    PuntiForm,
    RadioGroup,
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
  /** Id of the one that a new one is copied from; undefined: of none. */
  readonly copia = input<string | undefined>(undefined);
  /** Id of the search of a day that a new one comes from; undefined: of none. */
  readonly ricerca = input<string | undefined>(undefined);
  /** Name and address of the sede of the last incontro, offered again. */
  readonly ultimaSede = input<IncontroModel['sede'] | null>(null);
  readonly indietro = input.required<readonly string[]>();
  readonly creati = output<IncontriCreati>();
  readonly modificato = output<IncontroView>();

  protected readonly model = formModel(this.iniziale, iniziale => iniziale);
  protected readonly f = form(this.model, path => validateStandardSchema(path, IncontroFormSchema));
  protected draft: LocalDraft | null = null;
  readonly #commands = incontriCommands();
  readonly #serieCommands = serieCommands();
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

  protected readonly scelteSerie = optionsOf(QUALI);
  /** Of a draft of a series: which of its drafts are written again with it. */
  protected readonly quali = signal<Quali | ''>('questo');
  readonly #serie = serieResource(this.ambito, () => (this.incontro()?.serieId ? this.incontro()?.id : undefined));
  readonly #date = debounced(() => this.#domandaSerie(), PAUSE_MS);
  protected readonly dateSerie = dateSerieResource(this.ambito, this.tavolo, () => this.#date.value() ?? undefined);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    this.model.update(senzaRigheVuote);
    const [ambito, incontro] = [this.ambito(), this.incontro()];
    if (incontro === null) {
      const made = await this.#commands.crea(ambito, this.tavolo(), this.#nuovo(), idempotencyKey);
      this.draft?.clear();
      return this.creati.emit(made);
    }
    const saved = await this.#modifica(ambito, incontro, idempotencyKey);
    this.draft?.clear();
    this.modificato.emit(saved);
  });

  ngOnInit(): void {
    const incontro = this.incontro();
    const key =
      incontro === null
        ? `${this.copia() ?? this.ricerca() ?? 'nuovo'}:${this.ambito()}:${this.tavolo() ?? 'plenaria'}`
        : `${incontro.id}:${incontro.version}`;
    this.draft = runInInjectionContext(this.#injector, () => localDraft(`incontro:${key}`, this.model));
  }

  protected usaUltimaSede(): void {
    const sede = this.ultimaSede();
    if (!sede) return;
    this.f.sede().value.set(sede);
    this.f.sede().markAsDirty();
  }

  /** Its punti follow those that are written. */
  protected usaModello({ punti }: ModelloOdgView): void {
    const scritti = this.model().punti.filter(p => !puntoVuoto(p));
    const nuovi = punti.map(p => ({ ...PUNTO_VUOTO, ...p })).slice(0, MASSIMO_PUNTI - scritti.length);
    this.f.punti().value.set([...scritti, ...nuovi]);
    this.f.punti().markAsDirty();
  }

  async #modifica(ambito: string, incontro: IncontroView, idempotencyKey: string): Promise<IncontroView> {
    const contenuto = incontroInput(this.model());
    const altre = altreBozze(this.#serie.value()?.incontri ?? [], incontro.id, this.quali() || 'questo');
    const bozze = [incontro, ...altre].map(({ id, version }) => ({ id, version }));
    if (bozze.length === 1) return this.#commands.modifica(ambito, incontro, contenuto);
    await this.#serieCommands.esegui(ambito, incontro.id, { azione: 'modifica', incontri: bozze, contenuto }, idempotencyKey);
    return incontro;
  }

  #nuovo(): NuovoIncontroInput {
    const disponibilitaId = this.ricerca();
    return { ...nuovoInput(this.model()), ...(disponibilitaId === undefined ? {} : { disponibilitaId }) };
  }

  #domandaSerie(): string | undefined {
    const [domanda, serie] = [this.#domanda(), SerieInput.safeParse(serieInput(this.model().serie))];
    if (domanda === undefined || !serie.success || this.incontro() !== null) return undefined;
    const { cadenza, finoAl } = serie.data;
    return JSON.stringify({
      ...(JSON.parse(domanda) as object),
      ...{ cadenza, finoAl },
      ...(serie.data.cadenza === 'settimane' ? { ogni: String(serie.data.ogni) } : {}),
    });
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
