import {
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  type OnInit,
  output,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  type AzioneContributo,
  CONTRIBUTI_PRINCIPALI,
  CONTRIBUTO,
  ContributoAzioneInput,
  type ContributoGestioneView,
  ETICHETTE_MOTIVO,
  MOTIVI_RESPINGIMENTO,
  type MotivoRespingimento,
  type Omissis,
  tra,
} from '@tavoli/shared';
import * as z from 'zod';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { CheckboxGroup } from '../../ui/fields/checkbox-group';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { fileSize } from '../../ui/words/file-size';
import { type LocalDraft, localDraft } from '../../ui/drafts/local-draft';
import { SelectField } from '../../ui/fields/select-field';
import { submission } from '../../ui/forms/submission';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { codaList, gestioneCommands } from './gestione.api';
import { AZIONI } from './gestione.passi';
import { OmissisEditor } from './omissis-editor';

interface Model {
  motivazione: string;
  motivo: MotivoRespingimento | '';
  principaleId: string;
  omissis: readonly Omissis[];
  motivoOmissis: string;
  filesPubblici: string[];
}

/** One step of staff, with what it asks for. What is written stays in the browser until it is done. */
@Component({
  selector: 'app-passo-form',
  imports: [Busy, CheckboxGroup, ErrorSummary, FormField, OmissisEditor, SelectField, TextArea, TextField],
  templateUrl: './passo-form.html',
})
export class PassoForm implements OnInit {
  readonly ambito = input.required<string>();
  readonly contributo = input.required<ContributoGestioneView>();
  readonly azione = input.required<AzioneContributo>();
  readonly fatto = output<ContributoGestioneView>();
  readonly lascia = output();

  protected readonly model = signal<Model>({
    motivazione: '',
    motivo: '',
    principaleId: '',
    omissis: [],
    motivoOmissis: '',
    filesPubblici: [],
  });
  protected readonly f = form(this.model, path =>
    validateStandardSchema(
      path,
      z.custom<Model>().superRefine((m, ctx) => {
        for (const { path: where, message } of this.#problemi(m)) ctx.addIssue({ code: 'custom', path: [...where], message, input: m });
      }),
    ),
  );
  protected readonly parole = computed(() => AZIONI[this.azione()]);
  protected readonly motivata = computed(() => CONTRIBUTO[this.azione()].motivata === true);
  protected readonly motivi = MOTIVI_RESPINGIMENTO.map(value => ({ value, label: ETICHETTE_MOTIVO[value] }));
  protected readonly files = computed(() => this.contributo().files.map(f => ({ value: f.id, label: `${f.nome} (${fileSize(f.bytes)})` })));
  readonly #altri = codaList(this.ambito, () => ({ tavolo: this.contributo().tavolo.id }));
  protected readonly principali = computed(() =>
    this.#altri
      .items()
      .filter(c => c.id !== this.contributo().id && tra(CONTRIBUTI_PRINCIPALI, c.stato))
      .map(c => ({ value: c.id, label: `${c.titolo} (${c.codice})` })),
  );
  #draft: LocalDraft | null = null;
  readonly #commands = gestioneCommands();
  readonly #annunci = inject(Annunci);
  readonly #injector = inject(Injector);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly invio = submission(this.f, async () => {
    const dopo = await this.#commands.esegui(this.ambito(), this.contributo(), this.azione(), this.#input(this.model()));
    this.#draft?.clear();
    this.#annunci.notify(this.parole().fatto);
    this.fatto.emit(dopo);
  });

  ngOnInit(): void {
    this.model.update(m => ({
      ...m,
      filesPubblici: this.contributo()
        .files.filter(f => f.pubblico)
        .map(f => f.id),
    }));
    this.#draft = runInInjectionContext(this.#injector, () =>
      localDraft(`contributo-passo:${this.contributo().id}:${this.azione()}`, this.model),
    );
    setTimeout(() => this.#host.nativeElement.querySelector<HTMLElement>('h2')?.focus());
  }

  /** Only what this step reads. */
  #input(m: Model): ContributoAzioneInput {
    switch (this.azione()) {
      case 'pubblica':
        return {
          omissis: [...m.omissis],
          ...(m.omissis.length === 0 ? {} : { motivoOmissis: m.motivoOmissis }),
          filesPubblici: m.filesPubblici,
        };
      case 'respingi':
        return { motivazione: m.motivazione, ...(m.motivo === '' ? {} : { motivo: m.motivo }) };
      case 'unisci':
        return m.principaleId === '' ? {} : { principaleId: m.principaleId };
      default:
        return this.motivata() ? { motivazione: m.motivazione } : {};
    }
  }

  #problemi(m: Model): { path: readonly PropertyKey[]; message: string }[] {
    const found = (ContributoAzioneInput.safeParse(this.#input(m)).error?.issues ?? []).map(({ path, message }) => ({ path, message }));
    if (this.azione() === 'respingi' && m.motivo === '') found.push({ path: ['motivo'], message: 'Scegli il motivo dall’elenco.' });
    if (this.azione() === 'unisci' && m.principaleId === '')
      found.push({ path: ['principaleId'], message: 'Scegli il contributo a cui unirlo.' });
    return found;
  }
}
