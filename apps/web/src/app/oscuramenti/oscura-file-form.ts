import { Component, computed, input, output, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { OscuramentoFileInput, type OscuramentoView, type SchedaOscuramentoView } from '@tavoli/shared';
import { Busy } from '../ui/busy';
import { CheckboxField } from '../ui/fields/checkbox-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { FileField } from '../ui/fields/file-field';
import { fileSize } from '../ui/words/file-size';
import { RadioGroup } from '../ui/fields/radio-group';
import { submission } from '../ui/forms/submission';
import { TextArea } from '../ui/fields/text-area';
import { CercaAltrove } from './cerca-altrove';
import { oscuramentiCommands } from './oscuramenti.api';

const SI_TOLGONO = ['file_incontro', 'file_contributo', 'file_avviso', 'file_firmato', 'file_atto'];
const Conferma = OscuramentoFileInput.omit({ sostituto: true });

/** Puts a version that is blacked out already in the place of a published file, or takes it away. */
@Component({
  selector: 'app-oscura-file-form',
  imports: [Busy, CercaAltrove, CheckboxField, ErrorSummary, FileField, FormField, RadioGroup, TextArea],
  host: { class: 'd-block' },
  template: `
    @if (scheda().file; as file) {
      <p>
        <a class="btn btn-outline-primary" [href]="file.scarica" download>Scarica il documento di adesso ({{ size(file.bytes) }})</a>
      </p>
    }
    <p>
      Il portale non cambia il contenuto di un documento caricato. Oscuralo tu, in modo che sotto il segno nero il testo non ci sia più, e
      carica qui la nuova versione.
    </p>
    <app-cerca-altrove [ambito]="ambito()" [scheda]="scheda()" />
    <form class="fieldset-card form-narrow" novalidate aria-label="Conferma" (submit)="manda($event)">
      <h2 class="h4">Che cosa fai</h2>
      <app-error-summary [form]="f" [submission]="invio" />
      @if (siToglie()) {
        <app-radio-group label="Il documento" [options]="modi" [value]="modo()" (valueChange)="modo.set($event)" mandatory />
      }
      @if (modo() === 'sostituisci') {
        <app-file-field
          #campo
          label="La versione già oscurata (PDF)"
          hint="Al massimo 10 MB. Anche il suo nome sarà pubblico."
          mandatory
          [(value)]="file"
          [errors]="manca()"
          [touched]="provato()"
          [progress]="progress()"
        />
      }
      <app-text-area
        [formField]="f.motivazione"
        label="Perché"
        hint="Resta nel registro degli atti, che leggono gli uffici. Non ripetere qui i dati da oscurare."
        mandatory
        [rows]="3"
        [limit]="2000"
      />
      <app-checkbox-field
        [formField]="f.avvertito"
        label="Ho letto che cosa succede, e che i messaggi già partiti non si possono richiamare"
        mandatory
      />
      <p class="form-actions">
        <button type="submit" class="btn btn-danger" [appBusy]="invio.busy()">
          {{ modo() === 'togli' ? 'Togli il documento' : 'Sostituisci il documento' }}
        </button>
      </p>
    </form>
  `,
})
export class OscuraFileForm {
  readonly ambito = input.required<string>();
  readonly scheda = input.required<SchedaOscuramentoView>();
  readonly fatto = output<OscuramentoView>();
  protected readonly size = fileSize;
  protected readonly modi = [
    { value: 'sostituisci', label: 'Lo sostituisco', hint: 'Carichi la versione già oscurata.' },
    { value: 'togli', label: 'Lo tolgo', hint: 'Nessuno lo scarica più, e niente prende il suo posto.' },
  ] as const;
  protected readonly siToglie = computed(() => SI_TOLGONO.includes(this.scheda().tipo));
  protected readonly modo = signal<'sostituisci' | 'togli' | ''>('sostituisci');
  protected readonly file = signal<File | null>(null);
  protected readonly progress = signal<number | null>(null);
  protected readonly manca = computed(() => (this.file() === null ? [{ kind: 'file', message: 'Scegli il PDF già oscurato.' }] : []));
  protected readonly model = signal({ motivazione: '', avvertito: false });
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => Conferma));
  protected readonly provato = signal(false);
  private readonly campoRef = viewChild<FileField>('campo');
  readonly #commands = oscuramentiCommands();
  /** Sent already, where only the act was refused: it serves once, and the same file is not sent twice. */
  #caricato: { readonly file: File; readonly id: string } | null = null;

  protected readonly invio = submission(
    this.f,
    async ({ idempotencyKey }) => {
      const sostituto = this.modo() === 'togli' ? null : await this.#carica();
      const input = OscuramentoFileInput.parse({ ...this.model(), sostituto });
      this.fatto.emit(
        await this.#commands.file(
          this.ambito(),
          this.scheda(),
          input,
          `${idempotencyKey}${sostituto === null ? '' : sostituto.slice(0, 8)}`,
        ),
      );
    },
    { beside: () => this.file() !== null },
  );

  /** The file is no field of the form: it is asked for first. */
  protected async manda(event: Event): Promise<void> {
    event.preventDefault();
    this.provato.set(true);
    if (this.modo() === 'sostituisci' && this.file() === null) return this.campoRef()?.focus();
    await this.invio.submit(event);
  }

  async #carica(): Promise<string> {
    const file = this.file();
    if (file === null) throw new Error('no file');
    if (this.#caricato?.file === file) return this.#caricato.id;
    this.progress.set(0);
    const { id } = await this.#commands.carica(this.ambito(), file, part => this.progress.set(part)).finally(() => this.progress.set(null));
    this.#caricato = { file, id };
    return id;
  }
}
