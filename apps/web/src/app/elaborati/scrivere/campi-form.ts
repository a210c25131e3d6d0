import { Component, input, output } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import type { CampoScritto, Contenuto } from '@tavoli/shared';
import type { Rifiuto } from '../../scrittura/autosalvataggio.tipi';
import { DateField } from '../../ui/fields/date-field';
import type { Option } from '../../ui/fields/option';
import { SelectField } from '../../ui/fields/select-field';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { problemiRiga, rifiutiRiga } from './contenuto.forma';

/** What the ambito asks for in a scheda, one field each. */
@Component({
  selector: 'app-campi-form',
  imports: [DateField, SelectField, TextArea, TextField],
  host: { class: 'd-block' },
  template: `
    @for (campo of contenuto().righe; track campo.codice) {
      @let aiuto = campo.aiuto ?? undefined;
      @let nome = campo.obbligatorio ? campo.etichetta : campo.etichetta + ' (facoltativo)';
      @switch (campo.forma) {
        @case ('testo') {
          <app-text-area
            [label]="nome"
            [hint]="aiuto"
            [mandatory]="campo.obbligatorio"
            [disabled]="bloccata()"
            [errors]="errori(campo)"
            [touched]="true"
            [rows]="3"
            [limit]="2000"
            [value]="campo.valore ?? ''"
            (valueChange)="scrivi(campo, $event)"
          />
        }
        @case ('numero') {
          <app-text-field
            [label]="nome"
            [hint]="aiuto"
            [mandatory]="campo.obbligatorio"
            [disabled]="bloccata()"
            [errors]="errori(campo)"
            [touched]="true"
            [value]="(campo.valore ?? '').replace('.', ',')"
            (valueChange)="scrivi(campo, $event)"
          />
        }
        @case ('data') {
          <app-date-field
            [label]="nome"
            [hint]="aiuto"
            [mandatory]="campo.obbligatorio"
            [disabled]="bloccata()"
            [errors]="errori(campo)"
            [touched]="true"
            [value]="campo.valore ?? ''"
            (valueChange)="scrivi(campo, $event)"
          />
        }
        @case ('scelta') {
          <app-select-field
            [label]="nome"
            [hint]="aiuto"
            [mandatory]="campo.obbligatorio"
            [disabled]="bloccata()"
            [errors]="errori(campo)"
            [touched]="true"
            [options]="scelte(campo.opzioni)"
            [value]="campo.valore ?? ''"
            (valueChange)="scrivi(campo, $event)"
          />
        }
      }
    }
  `,
})
export class CampiForm {
  readonly contenuto = input.required<Contenuto<'campi'>>();
  readonly bloccata = input(false);
  readonly rifiuti = input<readonly Rifiuto[]>([]);
  readonly cambiato = output<Contenuto<'campi'>>();
  protected readonly scelte = (opzioni: readonly string[]): Option[] => opzioni.map(o => ({ value: o, label: o }));

  protected errori(campo: CampoScritto): ValidationError[] {
    const { valore } = { ...rifiutiRiga(this.contenuto(), this.rifiuti(), campo), ...problemiRiga(this.contenuto(), campo) };
    return valore === undefined ? [] : [{ kind: 'campo', message: valore }];
  }

  /** What is emptied is not answered. */
  protected scrivi(campo: CampoScritto, valore: string): void {
    const righe = this.contenuto().righe.map(r => (r.codice === campo.codice ? { ...r, valore: valore || null } : r));
    this.cambiato.emit({ tipo: 'campi', righe: righe as Contenuto<'campi'>['righe'] });
  }
}
