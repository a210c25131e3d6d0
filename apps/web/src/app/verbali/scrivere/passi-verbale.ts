import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type AzioneVerbale, type VerbaleView } from '@tavoli/shared';
import { ProblemError } from '../../api/problem-error';
import { Annunci } from '../../ui/annunci';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { DataOraPipe } from '../../ui/words/dates';
import { verbaliCommands } from '../verbali.api';
import { AVVISI_PRIVACY, FATTO } from '../verbali.labels';

const NON_SALVATO = { type: 'about:blank', status: 409, code: 'verbale.stato' } as const;

/** The steps that the verbale may take now, each asked about before it is taken. */
@Component({
  selector: 'app-passi-verbale',
  imports: [CheckboxField, ConfirmDialog, DataOraPipe],
  host: { class: 'd-block' },
  templateUrl: './passi-verbale.html',
})
export class PassiVerbale {
  readonly ambito = input.required<string>();
  readonly verbale = input.required<VerbaleView>();
  /** Done before the writing ends. @returns titles of the sections that are not saved */
  readonly prima = input<() => Promise<readonly string[]>>(() => Promise.resolve([]));
  readonly fatto = output<VerbaleView | null>();
  protected readonly giorni = computed(() => this.verbale().giorniRevisione);
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
  protected readonly aperte = computed(() => this.verbale().correzioni.filter(({ stato }) => stato === 'proposta').length);
  /** Corrections may still be proposed. The page is read again when the dialog opens late: the API has the last word. */
  protected readonly inTempo = computed(
    () => this.verbale().stato === 'in_revisione' && Date.parse(this.verbale().revisioneFinoAt ?? '') > Date.now(),
  );
  readonly #commands = verbaliCommands();
  readonly #annunci = inject(Annunci);

  protected async esegui(dialog: ConfirmDialog, azione: AzioneVerbale): Promise<void> {
    let view: VerbaleView | null = null;
    const done = await dialog.ask(async motivazione => {
      if (azione === 'invia_in_revisione') await this.#tuttoSalvato();
      view = await this.#commands.esegui(this.ambito(), this.verbale(), azione, {
        ...(motivazione === '' ? {} : { motivazione }),
        ...(azione === 'pubblica' && this.visti() ? { avvisiVisti: true } : {}),
      });
    });
    if (done) this.#annunci.notify(FATTO[azione]);
    this.fatto.emit(view);
  }

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
