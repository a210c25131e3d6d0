import { Component, computed, inject, input } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  ARTICOLI,
  CHIAVI_PAROLE,
  conParole,
  ParoleInput,
  presetDi,
  type ChiaveParola,
  type ImpostazioniView,
  type Parola,
} from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { SelectField } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { impostazioniCommands, impostazioniResource } from './impostazioni.api';

/** What each word stands for, in words that are true everywhere. */
const CHE_COSA: Readonly<Record<ChiaveParola, string>> = {
  piano: 'Il documento triennale',
  programmaAnnuale: 'Il programma di ogni anno',
  ambito: 'Il territorio che programma insieme',
  organoPolitico: 'L’organo dei sindaci',
  organoTecnico: 'L’organo tecnico',
  capofila: 'L’ente che guida',
  tavolo: 'Dove si lavora insieme',
  coordinatore: 'Chi coordina i tavoli',
  aziendaSanitaria: 'L’azienda sanitaria',
  distretto: 'Il distretto della sanità',
  sportello: 'Lo sportello per i cittadini',
  relazione: 'Il resoconto di ogni anno',
};
/** One sentence for each preposition. */
const FRASI = [
  '[Il X] è pronto, e',
  'parliamo [del X],',
  'ci rivolgiamo [al X],',
  'partiamo [dal X],',
  'restiamo [nel X],',
  'contiamo [sul X].',
];
const VUOTA: Parola = { testo: '', plurale: '', articolo: 'il', genere: 'm' };
type Model = ParoleInput;

const model = (i?: ImpostazioniView): Model => ({
  nomeEsteso: { testo: i?.nomeEsteso.testo ?? '', articolo: i?.nomeEsteso.articolo ?? 'l’' },
  parole: Object.fromEntries(CHIAVI_PAROLE.map(c => [c, pulita(i?.parole[c] ?? VUOTA)])) as Model['parole'],
});
const pulita = ({ testo, plurale, articolo, genere }: Parola): Parola => ({ testo, plurale, articolo, genere });

/** How the ambito calls things, with the article of each, and how each sounds in a sentence. What is saved is confirmed. */
@Component({
  selector: 'app-parole-form-page',
  imports: [Busy, ErrorSummary, FormField, ResourceState, SelectField, TextField],
  templateUrl: './parole-form-page.html',
})
export class ParoleFormPage {
  readonly ambito = input.required<string>();
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly model = formModel(this.impostazioni.value, model);
  protected readonly f = form(this.model, path => validateStandardSchema(path, ParoleInput));
  protected readonly articoli = ARTICOLI.map(value => ({ value, label: value }));
  protected readonly generi = [
    { value: 'm' as const, label: 'Maschile' },
    { value: 'f' as const, label: 'Femminile' },
  ];
  protected readonly righe = computed(() =>
    CHIAVI_PAROLE.map(chiave => ({
      chiave,
      cosa: CHE_COSA[chiave],
      daConfermare: this.impostazioni.value()?.parole[chiave].daConfermare === true,
    })),
  );
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.salva('parole', this.model());
    this.#annunci.notify('Parole salvate: da adesso le trovi in tutte le pagine e nei messaggi.');
  });

  /** The word as it sounds after each preposition. */
  protected prova(chiave: ChiaveParola | 'nomeEsteso'): string {
    const { nomeEsteso, parole } = this.model();
    const tutte = { ...parole, nomeEsteso: { ...VUOTA, ...nomeEsteso } };
    if (tutte[chiave].testo.trim() === '') return '';
    return FRASI.map(frase => conParole(frase.replace('X', chiave), tutte)).join(' ');
  }

  /** What is wrong is seen: a word that is closed opens. */
  protected apri(modulo: HTMLFormElement): void {
    if (this.f.parole().invalid()) for (const parola of modulo.querySelectorAll('details')) parola.open = true;
  }

  /** The words of the Region, to start from: nothing is saved until the office says so. */
  protected preset(): void {
    const preset = presetDi(this.impostazioni.value()?.regione ?? '');
    const parole = Object.fromEntries(CHIAVI_PAROLE.map(c => [c, pulita(preset[c])])) as Model['parole'];
    this.model.update(m => ({ ...m, parole }));
    this.f.parole().markAsDirty();
    this.#annunci.announce('Parole della Regione messe nei campi: controlla e salva.');
  }
}
