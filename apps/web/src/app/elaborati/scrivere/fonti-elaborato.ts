import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ElaboratoView, ETICHETTE_FONTE, type FonteView, TIPI_FONTE, type TipoFonte } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { idempotencyKey } from '../../ui/idempotency';
import { problemOf, problemText } from '../../ui/problem';
import { SelectField } from '../../ui/fields/select-field';
import { elaboratiCommands, fontiPossibiliResource } from '../elaborati.api';

/** Where an elaborato comes from: verbali and their decisioni, incontri, contributi. This is the thread that the public follows back. */
@Component({
  selector: 'app-fonti-elaborato',
  imports: [Busy, RouterLink, SelectField],
  templateUrl: './fonti-elaborato.html',
})
export class FontiElaborato {
  readonly ambito = input.required<string>();
  readonly elaborato = input.required<ElaboratoView>();
  readonly cambiate = output();
  protected readonly parole = ETICHETTE_FONTE;
  protected readonly tipi = TIPI_FONTE.map(value => ({ value, label: ETICHETTE_FONTE[value] }));
  protected readonly tipo = signal<TipoFonte | ''>('');
  protected readonly oggetto = signal('');
  protected readonly parte = signal('');
  protected readonly decisione = signal('');
  protected readonly inSezione = signal('');
  protected readonly busy = signal(false);
  readonly #possibili = fontiPossibiliResource(this.ambito, () => (this.elaborato().puoScrivere ? this.elaborato().id : undefined));
  protected readonly oggetti = computed(() => {
    const p = this.#possibili.value();
    switch (this.tipo()) {
      case 'verbale':
        return (p?.verbali ?? []).map(v => ({ value: v.id, label: v.titolo }));
      case 'incontro':
        return (p?.incontri ?? []).map(i => ({ value: i.id, label: i.titolo }));
      case 'contributo':
        return (p?.contributi ?? []).map(c => ({ value: c.id, label: `${c.titolo} (${c.codice})` }));
      default:
        return [];
    }
  });
  readonly #verbale = computed(() =>
    this.tipo() === 'verbale' ? this.#possibili.value()?.verbali.find(v => v.id === this.oggetto()) : undefined,
  );
  protected readonly parti = computed(() => (this.#verbale()?.sezioni ?? []).map(s => ({ value: s.id, label: s.titolo })));
  protected readonly decisioni = computed(() =>
    (this.#verbale()?.sezioni.find(s => s.id === this.parte())?.decisioni ?? []).map((label, i) => ({ value: String(i), label })),
  );
  protected readonly sezioni = computed(() => this.elaborato().sezioni.map(s => ({ value: s.id, label: s.titolo })));
  readonly #commands = elaboratiCommands();
  readonly #annunci = inject(Annunci);

  protected scegliTipo(tipo: TipoFonte | ''): void {
    this.tipo.set(tipo);
    this.scegliOggetto('');
  }

  protected scegliOggetto(id: string): void {
    this.oggetto.set(id);
    this.scegliParte('');
  }

  protected scegliParte(id: string): void {
    this.parte.set(id);
    this.decisione.set('');
  }

  protected async aggiungi(): Promise<void> {
    const tipo = this.tipo();
    if (tipo === '' || this.oggetto() === '') return;
    const input = {
      tipo,
      oggettoId: this.oggetto(),
      parteId: this.parte() || null,
      decisione: this.decisione() === '' ? null : Number(this.decisione()),
      inSezioneId: this.inSezione() || null,
    };
    await this.#fai(() => this.#commands.aggiungiFonte(this.ambito(), this.elaborato().id, input, idempotencyKey()), 'Fonte aggiunta.');
    this.scegliOggetto('');
  }

  protected async togli(fonte: FonteView): Promise<void> {
    await this.#fai(() => this.#commands.togliFonte(this.ambito(), this.elaborato().id, fonte.id), 'Fonte tolta.');
  }

  async #fai(work: () => Promise<unknown>, fatto: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await work();
      this.#annunci.notify(fatto);
      this.cambiate.emit();
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.busy.set(false);
    }
  }
}
