import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  OscuramentoInput,
  type OscuramentoView,
  paroleScelte,
  type Passaggio,
  type SceltaAltrove,
  type SchedaOscuramentoView,
  type Taglio,
} from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { CheckboxField } from '../ui/fields/checkbox-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { problemOf } from '../ui/problem';
import { submission } from '../ui/forms/submission';
import { TextArea } from '../ui/fields/text-area';
import { Altrove } from './altrove';
import { oscuramentiCommands } from './oscuramenti.api';
import { SceltaPassaggi } from './scelta-passaggi';

/** Chooses passages of a published text, shows how it will be read, and asks why. */
@Component({
  selector: 'app-oscura-testo-form',
  imports: [Altrove, Busy, CheckboxField, ErrorSummary, FormField, SceltaPassaggi, TextArea],
  host: { class: 'd-block' },
  template: `
    <h2 class="h4">Che cosa non si deve più leggere</h2>
    <app-scelta-passaggi
      [brani]="scheda().brani"
      [value]="model().passaggi"
      (valueChange)="f.passaggi().value.set([...$event]); f.passaggi().markAsDirty()"
    />
    <app-altrove
      #altrove
      [ambito]="ambito()"
      [di]="scheda()"
      [parole]="parole()"
      (valueChange)="f.altrove().value.set([...($event ?? [])]); f.altrove().markAsDirty()"
    />
    <form class="fieldset-card" novalidate aria-label="Conferma" (submit)="invio.submit($event)">
      <h2 class="h4">Conferma</h2>
      <app-error-summary [form]="f" [submission]="invio" />
      <p aria-live="polite">{{ quanti() }}</p>
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
      <p class="form-actions"><button type="submit" class="btn btn-danger" [appBusy]="invio.busy()">Oscura e pubblica di nuovo</button></p>
    </form>
  `,
})
export class OscuraTestoForm {
  readonly ambito = input.required<string>();
  readonly scheda = input.required<SchedaOscuramentoView>();
  readonly fatto = output<OscuramentoView>();
  /** Somebody changed the text meanwhile: it has to be read again. */
  readonly superata = output();
  protected readonly model = signal<{ passaggi: Passaggio[]; altrove: SceltaAltrove[]; motivazione: string; avvertito: boolean }>({
    passaggi: [],
    altrove: [],
    motivazione: '',
    avvertito: false,
  });
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => OscuramentoInput));
  /** The words that were chosen, as they are looked for elsewhere. */
  protected readonly parole = computed(() => paroleScelte(this.scheda().brani, perBrano(this.model().passaggi)), {
    equal: (a, b) => a.join('\n') === b.join('\n'),
  });
  private readonly altroveRef = viewChild.required<Altrove>('altrove');
  readonly #commands = oscuramentiCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    try {
      // While the list is being looked for nothing is decided: if there is something to decide of, the API says so.
      this.fatto.emit(await this.#commands.testo(this.ambito(), this.scheda(), OscuramentoInput.parse(this.model()), idempotencyKey));
    } catch (error) {
      if (problemOf(error).code === 'versione.superata') this.#rileggi();
      if (problemOf(error).code === 'oscuramento.altrove_da_vedere') this.altroveRef().ricarica();
      throw error;
    }
  });

  protected quanti(): string {
    const n = this.model().passaggi.length;
    return n === 0 ? 'Nessun passaggio scelto.' : n === 1 ? 'Un passaggio scelto.' : `${n} passaggi scelti.`;
  }

  /** What was written stays; the passages belonged to the text as it was. */
  #rileggi(): void {
    this.f.passaggi().value.set([]);
    this.#annunci.notify('Il testo è cambiato: scegli di nuovo i passaggi.', 'warning');
    this.superata.emit();
  }
}

function perBrano(passaggi: readonly Passaggio[]): Map<string, Taglio[]> {
  const scelti = new Map<string, Taglio[]>();
  for (const { brano, dal, al } of passaggi) scelti.set(brano, [...(scelti.get(brano) ?? []), { dal, al }]);
  return scelti;
}
