import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import {
  checkCodiceFiscaleEnte,
  ETICHETTE_NATURA,
  ETICHETTE_SEZIONE_RUNTS,
  normalizzaCodiceFiscale,
  RUNTS_DOVUTO,
  runtsPossibile,
  sezioneRuntsDi,
} from '@tavoli/shared';
import { ParolePipe } from '../page/parole';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { CheckboxField } from '../ui/fields/checkbox-field';
import { CheckboxGroup } from '../ui/fields/checkbox-group';
import { optionsOf } from '../ui/fields/option';
import { SelectField } from '../ui/fields/select-field';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import type { EnteModel } from './ente.model';
import { SedeFields } from './sede-fields';

const AIUTO_CF = 'Undici cifre. Un gruppo informale indica quello, di 16 caratteri, della persona di riferimento.';

/** The sections of the form of an ente, for a new one and for changes. */
@Component({
  selector: 'app-ente-fields',
  imports: [CheckboxField, CheckboxGroup, FormField, ParolePipe, SedeFields, SelectField, TextArea, TextField],
  templateUrl: './ente-fields.html',
})
export class EnteFields {
  readonly form = input.required<FieldTree<EnteModel>>();
  /** Once verified, what the ente was verified by is shown and not asked. */
  readonly bloccata = input(false);

  protected readonly nature = optionsOf(ETICHETTE_NATURA);
  protected readonly sezioni = optionsOf(ETICHETTE_SEZIONE_RUNTS);
  readonly #ambito = inject(AmbitoCorrente).resource;
  protected readonly aree = computed(() => (this.#ambito.value()?.aree ?? []).map(area => ({ value: area.id, label: area.nome })));

  readonly #natura = computed(() => this.form().naturaGiuridica().value());
  protected readonly etichettaNatura = computed(() => ETICHETTE_NATURA[this.#natura() || 'associazione']);
  protected readonly chiediRunts = computed(() => {
    const natura = this.#natura();
    return natura !== '' && runtsPossibile(natura);
  });
  protected readonly runtsDovuto = computed(() => RUNTS_DOVUTO.some(natura => natura === this.#natura()));
  /** The section that the nature implies, in words; null where it has to be asked. */
  protected readonly sezione = computed(() => {
    const natura = this.#natura();
    const implied = natura === '' ? null : sezioneRuntsDi(natura);
    return implied === null ? null : ETICHETTE_SEZIONE_RUNTS[implied];
  });
  protected readonly codiceFiscaleTorna = computed(
    () => checkCodiceFiscaleEnte(normalizzaCodiceFiscale(this.form().codiceFiscale().value())) === null,
  );
  protected readonly aiutoCodiceFiscale = computed(() =>
    this.codiceFiscaleTorna() ? '✓ Il codice fiscale è scritto correttamente.' : AIUTO_CF,
  );
}
