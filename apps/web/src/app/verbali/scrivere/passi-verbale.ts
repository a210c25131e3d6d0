import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { AzioneVerbale, VerbaleView } from '@tavoli/shared';
import { ProblemError } from '../../api/problem-error';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { AppPassi, DomandaExtra } from '../../ui/forms/app-passi';
import { conMotivo, passi } from '../../ui/forms/passi';
import { DataOraPipe } from '../../ui/words/dates';
import { verbaliCommands } from '../verbali.api';
import { AVVISI_PRIVACY } from '../verbali.labels';
import { approvabile, AZIONI, inTempo } from './verbali.passi';

const NON_SALVATO = { type: 'about:blank', status: 409, code: 'verbale.stato' } as const;

/** The steps that the verbale may take now, each asked about before it is taken. */
@Component({
  selector: 'app-passi-verbale',
  imports: [AppPassi, CheckboxField, DataOraPipe, DomandaExtra],
  host: { class: 'd-block' },
  templateUrl: './passi-verbale.html',
})
export class PassiVerbale {
  readonly ambito = input.required<string>();
  readonly verbale = input.required<VerbaleView>();
  /** Done before the writing ends. @returns titles of the sections that are not saved */
  readonly prima = input<() => Promise<readonly string[]>>(() => Promise.resolve([]));
  readonly fatto = output<VerbaleView | null>();
  protected readonly avvisi = computed(() =>
    this.verbale().avvisiPrivacy.map(avviso => ({
      ...avviso,
      cosa: AVVISI_PRIVACY[avviso.tipo],
      dove: this.verbale().sezioni.find(s => s.id === avviso.sezioneId)?.titolo ?? '',
    })),
  );
  readonly #quali = computed(() => JSON.stringify(this.verbale().avvisiPrivacy));
  /** Of these warnings: others have to be looked at again; the same ones, read again, have not. */
  protected readonly visti = linkedSignal({ source: this.#quali, computation: () => false });
  protected readonly pubblicabile = computed(() => this.avvisi().length === 0 || this.visti());
  /** The page is read again when the dialog opens late: the API has the last word. */
  protected readonly inTempo = computed(() => inTempo(this.verbale()) && approvabile(this.verbale()));
  protected readonly impossibili = computed<readonly AzioneVerbale[]>(() => [
    ...(approvabile(this.verbale()) ? [] : ['approva' as const]),
    ...(this.pubblicabile() ? [] : ['pubblica' as const]),
  ]);
  readonly #commands = verbaliCommands();
  #dopo: VerbaleView | null = null;
  protected readonly passi = passi<AzioneVerbale, VerbaleView>(
    {
      ...AZIONI,
      pubblica: {
        ...AZIONI.pubblica,
        conseguenza: () =>
          this.pubblicabile()
            ? AZIONI.pubblica.conseguenza
            : 'Nel testo ci sono dati che sembrano personali: guardali nell’elenco in questa pagina, poi conferma di averli visti.',
      },
    },
    async (_, azione, motivazione) => {
      if (azione === 'invia_in_revisione') await this.#tuttoSalvato();
      this.#dopo = await this.#commands.esegui(this.ambito(), this.verbale(), azione, {
        ...conMotivo(motivazione),
        ...(azione === 'pubblica' && this.visti() ? { avvisiVisti: true } : {}),
      });
    },
    fatto => this.fatto.emit(fatto ? this.#dopo : null),
  );

  /** @throws ProblemError that says what is not */
  async #tuttoSalvato(): Promise<void> {
    const parti = await this.prima()();
    if (parti.length > 0)
      throw new ProblemError({
        ...NON_SALVATO,
        title: `Non è ancora tutto salvato: ${parti.map(p => `«${p}»`).join(', ')}. Chiudi e guarda che cosa manca.`,
      });
  }
}
