import { Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { type AzioneCommento, CommentoInput, type CommentoView, type ElaboratoView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { AppPassi } from '../../ui/forms/app-passi';
import { passi } from '../../ui/forms/passi';
import { DataOraPipe } from '../../ui/words/dates';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { submission } from '../../ui/forms/submission';
import { TextArea } from '../../ui/fields/text-area';
import { elaboratiCommands } from '../elaborati.api';
import { STATI_COMMENTO } from '../elaborati.labels';
import { AZIONI_COMMENTO } from './elaborati.passi';

const VUOTO = { passaggio: '', testo: '' };

/** Comments of members on a part during the consultation, and what becomes of each. */
@Component({
  selector: 'app-commenti-parte',
  imports: [AppPassi, Busy, DataOraPipe, ErrorSummary, FormField, TextArea],
  host: { class: 'd-block' },
  templateUrl: './commenti-parte.html',
})
export class CommentiParte {
  /** Where who answers is; none of who only comments. */
  readonly ambito = input('');
  /** How a comment is sent; signed in, unless it is said otherwise. */
  readonly manda = input<(input: CommentoInput, idempotencyKey: string) => Promise<unknown>>((input, key) =>
    this.#commands.commenta(this.ambito(), this.elaborato().id, input, key),
  );
  readonly elaborato = input.required<ElaboratoView>();
  /** Id of the part; null: the elaborato as a whole. */
  readonly parte = input.required<string | null>();
  readonly titolo = input.required<string>();
  /** The passage selected above, when the form opens. */
  readonly selezione = input<() => string>(() => '');
  readonly cambiati = output();
  protected readonly commenti = computed(() => this.elaborato().commenti.filter(c => c.sezioneId === this.parte()));
  protected readonly stati = STATI_COMMENTO;
  protected readonly aperto = signal(false);
  readonly #model = signal(VUOTO);
  protected readonly f = form(this.#model, path => validateStandardSchema(path, CommentoInput.omit({ sezioneId: true })));
  readonly #commands = elaboratiCommands();
  readonly #annunci = inject(Annunci);
  protected readonly passi = passi<AzioneCommento, CommentoView>(
    AZIONI_COMMENTO,
    (commento, giudizio, motivazione) => this.#commands.rispondi(this.ambito(), this.elaborato().id, commento.id, giudizio, motivazione),
    () => this.cambiati.emit(),
  );
  private readonly apriRef = viewChild<ElementRef<HTMLElement>>('apri');

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    await this.manda()(CommentoInput.parse({ ...this.#model(), sezioneId: this.parte() }), idempotencyKey);
    this.#annunci.notify('Commento mandato: il referente ti risponde.');
    this.f().reset({ ...VUOTO });
    this.chiudi();
    this.cambiati.emit();
  });

  protected nome({ autore }: CommentoView): (azione: AzioneCommento) => string {
    return azione => (azione === 'accogli' ? `di ${autore}` : `, il commento di ${autore}`);
  }

  protected comincia(): void {
    const passaggio = this.selezione()();
    if (passaggio !== '') this.#model.update(m => ({ ...m, passaggio }));
    this.aperto.set(true);
    setTimeout(() => this.f.testo().focusBoundControl());
  }

  protected chiudi(): void {
    this.aperto.set(false);
    setTimeout(() => this.apriRef()?.nativeElement.focus());
  }
}
