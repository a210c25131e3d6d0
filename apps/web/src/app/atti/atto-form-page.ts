import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { type AttoDellAmbitoView, AttoRegistroForm, AttoRegistroInput, type RapportoAtto, type TipoAtto } from '@tavoli/shared';
import { TIPI_ATTO_LABEL } from '../iter/iter.labels';
import { pageMeta } from '../page/page-meta';
import { ResourceState } from '../page/resource-state';
import { ProtocolliCura } from '../protocolli/protocolli-cura';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { CheckboxField } from '../ui/fields/checkbox-field';
import { DateField } from '../ui/fields/date-field';
import { FileField } from '../ui/fields/file-field';
import { optionsOf } from '../ui/fields/option';
import { SelectField } from '../ui/fields/select-field';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { formModel } from '../ui/forms/form-model';
import { FormBar } from '../ui/forms/form-bar';
import { submission } from '../ui/forms/submission';
import { attiCommands, attiList, attoResource } from './atti.api';
import { chiamato, RAPPORTI } from './atti.labels';

/** Writes an act of the ambito, with its PDF; its protocol is written below. */
@Component({
  selector: 'app-atto-form-page',
  imports: [
    FormBar,
    Busy,
    CheckboxField,
    DateField,
    ErrorSummary,
    FileField,
    FormField,
    ProtocolliCura,
    ResourceState,
    RouterLink,
    SelectField,
    TextArea,
    TextField,
  ],
  templateUrl: './atto-form-page.html',
})
export class AttoFormPage {
  readonly ambito = input.required<string>();
  readonly id = input<string | undefined>(undefined, { alias: 'atto' });
  protected readonly atto = attoResource(this.ambito, this.id);
  protected readonly nuovo = computed(() => this.id() === undefined);
  protected readonly adottato = computed(() => (this.atto.value()?.stato ?? 'bozza') !== 'bozza');
  protected readonly tipi = optionsOf(TIPI_ATTO_LABEL);
  protected readonly rapporti = optionsOf(RAPPORTI);
  readonly #tutti = attiList(this.ambito, () => ({ tipo: '', anno: '' }));
  protected readonly altri = computed(() =>
    this.#tutti.items().flatMap(a => (a.id === this.id() ? [] : [{ value: a.id, label: chiamato(a) }])),
  );
  protected readonly file = signal<File | null>(null);
  protected readonly progress = signal<number | null>(null);
  protected readonly model = formModel(this.atto.value, scritto);
  protected readonly f = form(this.model, path => validateStandardSchema(path, AttoRegistroForm as never));
  readonly #commands = attiCommands();
  readonly #annunci = inject(Annunci);
  readonly #router = inject(Router);
  /** What was stored before a file that did not arrive: only the file is sent again. */
  #salvato: Pick<AttoDellAmbitoView, 'id' | 'version'> | null = null;

  constructor() {
    pageMeta(() => ({ title: this.atto.value()?.titolo ?? 'Nuovo atto' }));
  }

  protected readonly invio = submission(
    this.f,
    async ({ idempotencyKey }) => {
      const input = AttoRegistroInput.parse(daInviare(this.model()));
      const before = this.#salvato ?? this.atto.value();
      this.#salvato = before
        ? await this.#commands.modifica(this.ambito(), before, input)
        : await this.#commands.crea(this.ambito(), input, idempotencyKey);
      const file = this.file();
      if (file !== null) {
        this.progress.set(0);
        await this.#commands
          .allega(this.ambito(), this.#salvato, file, part => this.progress.set(part))
          .finally(() => this.progress.set(null));
      }
      this.#annunci.notify('Atto salvato.');
      await this.#router.navigate(['/', this.ambito(), 'area', 'atti']);
    },
    { beside: () => this.file() !== null },
  );
}

/** An act as the form has it. */
function scritto(a: AttoDellAmbitoView | undefined) {
  const [rapporto] = a?.rapporti ?? [];
  return {
    tipo: (a?.tipo ?? '') as TipoAtto | '',
    organo: a?.organo ?? '',
    titolo: a?.titolo ?? '',
    numero: a?.numero ?? '',
    data: a?.data ?? '',
    ufficio: a?.ufficio ?? '',
    firmatario: a?.firmatario ?? '',
    esecutivoDal: a?.esecutivoDal ?? '',
    albo: a?.albo ?? '',
    alboDal: a?.alboDal ?? '',
    alboAl: a?.alboAl ?? '',
    parti: (a?.parti ?? []).join('\n'),
    impegni: a?.impegni ?? '',
    dal: a?.dal ?? '',
    al: a?.al ?? '',
    pubblico: a?.pubblico ?? true,
    rapporto: (rapporto?.tipo ?? '') as RapportoAtto | '',
    altro: rapporto?.atto.id ?? '',
    motivazione: '',
  };
}

function daInviare({ parti, rapporto, altro, motivazione, ...dati }: ReturnType<typeof scritto>) {
  return {
    ...dati,
    parti: parti.split('\n').filter(p => p.trim() !== ''),
    rapporti: rapporto === '' ? [] : [{ tipo: rapporto, attoId: altro }],
    ...(motivazione.trim() === '' ? {} : { motivazione }),
  };
}
