import { Component, computed, input, output, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  AzioneCaricamentoInput,
  type CaricamentoView,
  QUANDO_SCRIVERE,
  type QuandoScrivere,
  STATI_ENTE_CARICATO,
  TIPI,
} from '@tavoli/shared';
import * as z from 'zod';
import { Busy } from '../ui/busy';
import { RadioGroup } from '../ui/fields/radio-group';
import { TextField } from '../ui/fields/text-field';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { problemOf } from '../ui/problem';
import { caricamentiCommands } from './caricamenti.api';
import { daScrivere, righeInParole } from './caricamenti.labels';

interface Model {
  messaggi: QuandoScrivere | '';
  statoEnti: (typeof STATI_ENTE_CARICATO)[number];
  atto: string;
}
const QUANDO: Readonly<Record<QuandoScrivere, string>> = {
  subito: 'Subito',
  dopo: 'Dopo: li mando io da questa pagina',
  nessuno: 'A nessuno',
};
const STATI_ENTI = [
  { value: 'in_verifica', label: 'Da verificare', hint: 'Li verifichi uno per uno, come quelli che si registrano da soli.' },
  { value: 'verificato', label: 'Già verificati', hint: 'Solo se la verifica è già stata fatta: indica con quale atto.' },
] as const;

/** The schema of the API over the shape of the form: the act is asked, and sent, only for enti that enter as verified. */
const EseguiInput = z.preprocess(
  m => ({
    ...(m as Model),
    messaggi: (m as Model).messaggi || undefined,
    atto: (m as Model).statoEnti === 'verificato' ? (m as Model).atto : undefined,
  }),
  AzioneCaricamentoInput.required({ messaggi: true }).superRefine((input, ctx) => {
    if (input.statoEnti === 'verificato' && input.atto === undefined)
      ctx.addIssue({ code: 'custom', path: ['atto'], message: 'Indica da dove vengono i dati.' });
  }),
);

/** The step that writes: who is written to, how enti enter, and how many rows are left out. */
@Component({
  selector: 'app-esegui-form',
  imports: [Busy, ConfirmDialog, ErrorSummary, FormField, RadioGroup, TextField],
  template: `
    @let k = caricamento();
    <section class="mt-5" aria-labelledby="titolo-esegui">
      <h2 class="h4" id="titolo-esegui">Scrivere nel portale</h2>
      @if (quante() === '') {
        <p>Non c’è niente da scrivere: le righe sono tutte uguali a quello che il portale ha già, o hanno errori.</p>
      } @else {
        <p>
          Saranno scritte: <strong>{{ quante() }}</strong>.
          @if (k.conteggi.errore > 0) {
            {{ fuori() }}: correggile nel file e importalo di nuovo, quelle già scritte risulteranno uguali.
          }
        </p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          @if (k.tipo === 'enti' && k.conteggi.nuova > 0) {
            <app-radio-group [formField]="f.statoEnti" label="Gli enti nuovi entrano come" [options]="stati" mandatory />
            @if (model().statoEnti === 'verificato') {
              <app-text-field
                [formField]="f.atto"
                label="Da dove viene la verifica"
                hint="Per esempio: dal registro precedente, atto n. 12 del 2024."
                mandatory
              />
            }
          }
          @if (k.daScrivere > 0) {
            <app-radio-group
              [formField]="f.messaggi"
              [label]="'Quando mandare i messaggi (' + k.daScrivere + ')'"
              [hint]="aChi()"
              [options]="quando"
              mandatory
            />
          }
          <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Scrivi nel portale</button>
          @if (invio.busy()) {
            <p class="mt-2" role="status">Sto scrivendo: con molte righe ci vuole qualche secondo.</p>
          }
        </form>
      }
    </section>
    <app-confirm-dialog #conferma titolo="Scrivere nel portale?" conferma="Scrivi">
      <p>Saranno scritte: {{ quante() }}.</p>
      @if (k.daScrivere > 0 && model().messaggi === 'subito') {
        <p>Partono subito {{ k.daScrivere === 1 ? '1 messaggio' : k.daScrivere + ' messaggi' }}.</p>
      }
      <p>Per 24 ore potrai annullare, se nel frattempo nessuno avrà lavorato su questi dati.</p>
    </app-confirm-dialog>
  `,
})
export class EseguiForm {
  readonly caricamento = input.required<CaricamentoView>();
  readonly ambito = input.required<string>();
  readonly eseguito = output();
  /** It was another by now: to be read again. */
  readonly cambiato = output();
  protected readonly stati = STATI_ENTI;
  protected readonly quando = QUANDO_SCRIVERE.map(value => ({ value, label: QUANDO[value] }));
  protected readonly quante = computed(() => daScrivere(this.caricamento().conteggi));
  protected readonly fuori = computed(() => {
    const { errore } = this.caricamento().conteggi;
    return errore === 1 ? '1 riga con errori resta fuori' : `${righeInParole(errore)} con errori restano fuori`;
  });
  protected readonly aChi = computed(() => `Quando vorrai, ${TIPI[this.caricamento().tipo].messaggi ?? ''}.`);
  protected readonly model = signal<Model>({ messaggi: '', statoEnti: 'in_verifica', atto: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => this.#schema()));
  readonly #schema = computed(() =>
    this.caricamento().daScrivere > 0 ? EseguiInput : z.preprocess(m => ({ ...(m as Model), messaggi: 'nessuno' }), EseguiInput),
  );
  readonly #commands = caricamentiCommands();
  private readonly confermaRef = viewChild.required<ConfirmDialog>('conferma');

  protected readonly invio = submission(this.f, async () => {
    const { tipo } = this.caricamento();
    const { statoEnti, ...input } = this.#schema().parse(this.model());
    const corpo = tipo === 'enti' ? { ...input, ...(statoEnti === undefined ? {} : { statoEnti }) } : input;
    const scrivi = async () => {
      try {
        await this.#commands.esegui(this.ambito(), this.caricamento(), 'esegui', corpo);
      } catch (error) {
        if (problemOf(error).status === 412) this.cambiato.emit();
        throw error;
      }
    };
    if (await this.confermaRef().ask(scrivi)) this.eseguito.emit();
  });
}
