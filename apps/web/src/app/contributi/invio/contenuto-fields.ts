import { Component, computed, input, viewChild } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import {
  avvisiContributo,
  ETICHETTE_TIPO_CONTRIBUTO,
  type ModuloContributoView,
  PROVENIENZE,
  TESTO_MASSIMO,
  TIPI_CONTRIBUTO,
} from '@tavoli/shared';
import { RadioGroup } from '../../ui/fields/radio-group';
import { SelectField } from '../../ui/fields/select-field';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { AllegatiField } from './allegati-field';
import { AvvisiPrivacy } from '../avvisi-privacy';
import { AIUTO_TIPI, PROVENIENZE as PAROLE_PROVENIENZE } from '../contributi.labels';
import type { Allegato, ContributoModel } from './contributo.model';

/** The fields of a contributo, whoever writes them: its author on the portal, or an office for somebody at a desk. */
@Component({
  selector: 'app-contenuto-fields',
  imports: [AllegatiField, AvvisiPrivacy, FormField, RadioGroup, SelectField, TextArea, TextField],
  host: { class: 'd-block' },
  templateUrl: './contenuto-fields.html',
})
export class ContenutoFields {
  readonly f = input.required<FieldTree<ContributoModel>>();
  readonly modulo = input.required<ModuloContributoView>();
  /** Sends one file. */
  readonly carica = input.required<(file: File, onProgress: (part: number) => void) => Promise<Allegato>>();
  protected readonly model = computed(() => this.f()().value());
  protected readonly avvisi = computed(() => avvisiContributo(this.model()));
  protected readonly testoMassimo = TESTO_MASSIMO;
  protected readonly tipi = TIPI_CONTRIBUTO.map(value => ({ value, label: ETICHETTE_TIPO_CONTRIBUTO[value], hint: AIUTO_TIPI[value] }));
  protected readonly provenienze = PROVENIENZE.map(value => ({ value, label: PAROLE_PROVENIENZE[value] }));
  protected readonly comuni = computed(() => this.modulo().comuni.map(c => ({ value: c.istat, label: c.nome })));
  private readonly allegatiRef = viewChild.required(AllegatiField);

  /** Whether some file is still on its way: sending now would leave it out. */
  inViaggio(): boolean {
    return this.allegatiRef().inViaggio();
  }
}
