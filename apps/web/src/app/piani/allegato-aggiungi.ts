import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { ETICHETTE_TIPO_ELABORATO, type PianoView, TIPI_ALLEGATO, type TipoAllegato } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { FileField } from '../ui/fields/file-field';
import { idempotencyKey } from '../ui/idempotency';
import { problemOf, problemText } from '../ui/problem';
import { SelectField } from '../ui/fields/select-field';
import { TextField } from '../ui/fields/text-field';
import { Unsaved } from '../ui/forms/unsaved';
import { NON_INVIATO } from '../ui/forms/unsent';
import { pianiCommands } from './piani.api';
import { TIPI_ALLEGATO_IN_PAROLE } from './piani.labels';

/** Adds one allegato: from what the portal holds, or an act as a PDF. What was chosen stays until it is taken. */
@Component({
  selector: 'app-allegato-aggiungi',
  imports: [Busy, FileField, SelectField, TextField],
  templateUrl: './allegato-aggiungi.html',
})
export class AllegatoAggiungi {
  readonly ambito = input.required<string>();
  readonly piano = input.required<PianoView>();
  readonly aggiunto = output();
  protected readonly tipo = signal<TipoAllegato | ''>('');
  protected readonly elaborato = signal('');
  /** Id of a tavolo; empty: all of them. */
  protected readonly tavolo = signal('');
  protected readonly titolo = signal('');
  protected readonly file = signal<File | null>(null);
  protected readonly progress = signal<number | null>(null);
  protected readonly busy = signal(false);
  protected readonly provato = signal(false);
  protected readonly errore = signal<string | null>(null);
  protected readonly tipi = TIPI_ALLEGATO.map(value => ({ value, label: TIPI_ALLEGATO_IN_PAROLE[value] }));
  protected readonly tavoli = computed(() => this.piano().tavoli.map(t => ({ value: t.id, label: `${t.codice} ${t.nome}` })));
  protected readonly elaborati = computed(() =>
    this.piano().elaboratiLiberi.map(e => ({ value: e.id, label: `${e.titolo} (${ETICHETTE_TIPO_ELABORATO[e.tipo]}, ${e.tavolo.nome})` })),
  );
  protected readonly mancaTipo = computed(() => (this.tipo() === '' ? [{ kind: 'manca', message: 'Scegli che cosa allegare.' }] : []));
  protected readonly mancaElaborato = computed(() => (this.elaborato() === '' ? [{ kind: 'manca', message: 'Scegli l’elaborato.' }] : []));
  protected readonly mancaFile = computed(() => (this.file() === null ? [{ kind: 'manca', message: 'Scegli il PDF dell’atto.' }] : []));
  readonly #commands = pianiCommands();
  readonly #annunci = inject(Annunci);
  readonly #volta = signal(0);
  /** The same for a retry of the same choice, another once it was taken. */
  readonly #key = linkedSignal({
    source: () => JSON.stringify([this.tipo(), this.elaborato(), this.tavolo(), this.titolo(), this.#volta()]),
    computation: () => idempotencyKey(),
  });

  constructor() {
    const chosen = () => this.file() !== null || this.titolo().trim() !== '' || this.tipo() !== '';
    inject(Unsaved).watch(() => (chosen() && !this.busy() ? NON_INVIATO : null));
  }

  protected async aggiungi(event: Event): Promise<void> {
    event.preventDefault();
    this.provato.set(true);
    const tipo = this.tipo();
    const manca = tipo === '' || (tipo === 'elaborato' && this.elaborato() === '') || (tipo === 'atto' && this.file() === null);
    if (manca || this.busy()) return;
    this.busy.set(true);
    this.errore.set(null);
    try {
      await this.#manda(tipo);
      this.#annunci.notify('Allegato aggiunto in fondo all’elenco.');
      this.#vuota();
    } catch (error) {
      this.errore.set(problemText(problemOf(error)));
    } finally {
      this.busy.set(false);
      this.progress.set(null);
      this.aggiunto.emit();
    }
  }

  #manda(tipo: TipoAllegato): Promise<unknown> {
    const [ambito, { id }, titolo, file] = [this.ambito(), this.piano(), this.titolo().trim(), this.file()];
    if (tipo === 'atto')
      return file === null ? Promise.resolve() : this.#commands.carica(ambito, id, titolo, file, part => this.progress.set(part));
    const input = {
      tipo,
      titolo: titolo === '' ? null : titolo,
      elaboratoId: tipo === 'elaborato' ? this.elaborato() : null,
      tavoloId: tipo === 'elaborato' || this.tavolo() === '' ? null : this.tavolo(),
    };
    return this.#commands.aggiungi(ambito, id, input, this.#key());
  }

  #vuota(): void {
    this.#volta.update(n => n + 1);
    this.tipo.set('');
    this.elaborato.set('');
    this.tavolo.set('');
    this.titolo.set('');
    this.file.set(null);
    this.provato.set(false);
  }
}
