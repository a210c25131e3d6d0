import { Component, inject, input, output } from '@angular/core';
import type { AzioneCorrezione, CorrezioneView, VerbaleView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { DataOraPipe } from '../../ui/words/dates';
import { DiffTesto } from '../../scrittura/diff-testo';
import { verbaliCommands } from '../verbali.api';
import { FATTO_CORREZIONE, STATI_CORREZIONE_IN_PAROLE } from '../verbali.labels';

/** The corrections proposed to a section, all of them kept, with what became of each. */
@Component({
  selector: 'app-correzioni-elenco',
  imports: [ConfirmDialog, DataOraPipe, DiffTesto],
  host: { class: 'd-block' },
  template: `
    @if (correzioni().length > 0) {
      <h3 class="h5 mt-4">Correzioni proposte</h3>
      <ul class="list-rows">
        @for (correzione of correzioni(); track correzione.id) {
          <li>
            <p class="mb-1">
              <span [attr.class]="'stato stato-' + stati[correzione.stato].tone">{{ stati[correzione.stato].label }}</span>
            </p>
            <app-diff-testo [da]="correzione.passaggio" [a]="correzione.proposta" />
            <p class="mb-1"><strong>Perché:</strong> {{ correzione.motivo }}</p>
            <p class="mb-1 text-muted">{{ correzione.autore }}, {{ correzione.creataAt | dataOra }}</p>
            @if (correzione.risposta) {
              <p class="mb-1"><strong>Risposta:</strong> {{ correzione.risposta }}</p>
            }
            @if (correzione.azioni.length > 0) {
              <p class="actions">
                @if (correzione.azioni.includes('accogli')) {
                  <button type="button" class="btn btn-primary btn-sm" (click)="decidi(accogli, correzione, 'accogli')">
                    Accogli<span class="visually-hidden"> la correzione di {{ correzione.autore }}</span>
                  </button>
                }
                @if (correzione.azioni.includes('rinvia')) {
                  <button type="button" class="btn btn-outline-primary btn-sm" (click)="decidi(rinvia, correzione, 'rinvia')">
                    Porta al prossimo incontro<span class="visually-hidden"> la correzione di {{ correzione.autore }}</span>
                  </button>
                }
                @if (correzione.azioni.includes('respingi')) {
                  <button type="button" class="btn btn-outline-danger btn-sm" (click)="decidi(respingi, correzione, 'respingi')">
                    Respingi<span class="visually-hidden"> la correzione di {{ correzione.autore }}</span>
                  </button>
                }
              </p>
            }
          </li>
        }
      </ul>
      <app-confirm-dialog #accogli titolo="Accogliere la correzione?" conferma="Accogli"
        ><p>Il testo cambia subito, e nella storia resta scritto chi l’ha proposta.</p></app-confirm-dialog
      >
      <app-confirm-dialog #rinvia titolo="Portare la correzione al prossimo incontro?" conferma="Porta al prossimo incontro"
        ><p>Il testo per ora resta com’è; se ne parla insieme.</p></app-confirm-dialog
      >
      <app-confirm-dialog
        #respingi
        titolo="Respingere la correzione?"
        conferma="Respingi"
        tone="danger"
        motivata
        aiutoMotivazione="La legge chi siede al tavolo, e resta agli atti."
        ><p>Il testo resta com’è.</p></app-confirm-dialog
      >
    }
  `,
})
export class CorrezioniElenco {
  readonly ambito = input.required<string>();
  readonly verbale = input.required<string>();
  readonly correzioni = input.required<readonly CorrezioneView[]>();
  readonly decisa = output<VerbaleView | null>();
  protected readonly stati = STATI_CORREZIONE_IN_PAROLE;
  readonly #commands = verbaliCommands();
  readonly #annunci = inject(Annunci);

  /** Whatever happened, the verbale is read again: if it was refused, something has changed. */
  protected async decidi(dialog: ConfirmDialog, { id }: CorrezioneView, azione: AzioneCorrezione): Promise<void> {
    let view: VerbaleView | null = null;
    const done = await dialog.ask(async motivazione => {
      view = await this.#commands.decidi(this.ambito(), this.verbale(), id, azione, motivazione === '' ? {} : { motivazione });
    });
    if (done) this.#annunci.notify(FATTO_CORREZIONE[azione]);
    this.decisa.emit(view);
  }
}
