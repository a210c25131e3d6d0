import { Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { OspitePresenteInput, type PresenzeView } from '@tavoli/shared';
import * as z from 'zod';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { problemOf, problemText } from '../../ui/problem';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { incontriCommands } from '../incontri.api';

const VUOTO = { nome: '', per: '' };
/** The schema of the API over the shape of the form: for whom they come may be left out. */
const OspiteForm = z.preprocess(m => ({ ...(m as typeof VUOTO), per: (m as typeof VUOTO).per.trim() || null }), OspitePresenteInput);

/** People in the room who hold no seat: added by name, one at a time. */
@Component({
  selector: 'app-ospiti-in-sala',
  imports: [Busy, ErrorSummary, FormField, TextField],
  host: { class: 'd-block' },
  template: `
    <section aria-labelledby="titolo-ospiti">
      <h2 class="h4" id="titolo-ospiti" tabindex="-1" #titolo>Ospiti in sala ({{ ospiti().length }})</h2>
      <p>Chi è presente senza un posto al tavolo: non conta per il numero legale.</p>
      @if (ospiti().length > 0) {
        <ul class="list-rows">
          @for (ospite of ospiti(); track ospite.id) {
            <li class="row-item">
              <div class="row-main text-break">
                <strong>{{ ospite.nome }}</strong>{{ ospite.per ? ', ' + ospite.per : '' }}
              </div>
              <button type="button" class="btn btn-outline-danger btn-sm" [appBusy]="togliendo() === ospite.id" (click)="togli(ospite)">
                Togli<span class="visually-hidden"> {{ ospite.nome }}</span>
              </button>
            </li>
          }
        </ul>
      }
      <form novalidate class="form-narrow" (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        <app-text-field #nome [formField]="f.nome" label="Nome e cognome" mandatory />
        <app-text-field [formField]="f.per" label="Per chi viene" hint="Facoltativo: un ente, un comitato." />
        <p><button type="submit" class="btn btn-outline-primary" [appBusy]="invio.busy()">Aggiungi l’ospite</button></p>
      </form>
    </section>
  `,
})
export class OspitiInSala {
  readonly ambito = input.required<string>();
  readonly presenze = input.required<PresenzeView>();
  readonly cambiate = output<PresenzeView>();
  protected readonly ospiti = computed(() => this.presenze().ospiti);
  protected readonly togliendo = signal<string | null>(null);
  protected readonly f = form(signal(VUOTO), path => validateStandardSchema(path, () => OspiteForm));
  private readonly titoloRef = viewChild.required<ElementRef<HTMLElement>>('titolo');
  private readonly nomeRef = viewChild.required<TextField>('nome');
  readonly #commands = incontriCommands();
  readonly #annunci = inject(Annunci);

  /** Ready for the next one at once. */
  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const input = OspiteForm.parse(this.f().value());
    this.cambiate.emit(await this.#commands.aggiungiPresente(this.ambito(), this.presenze().incontroId, input, idempotencyKey));
    this.f().reset({ ...VUOTO });
    this.#annunci.announce(`${input.nome} è tra gli ospiti in sala.`);
    this.nomeRef().focus();
  });

  protected async togli({ id, nome }: PresenzeView['ospiti'][number]): Promise<void> {
    const { incontroId } = this.presenze();
    this.togliendo.set(id);
    try {
      await this.#commands.togliPresente(this.ambito(), incontroId, id);
      const adesso = this.presenze();
      this.cambiate.emit({ ...adesso, ospiti: adesso.ospiti.filter(o => o.id !== id) });
      this.#annunci.announce(`${nome} non è più tra gli ospiti in sala.`);
      this.titoloRef().nativeElement.focus();
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.togliendo.set(null);
    }
  }
}
