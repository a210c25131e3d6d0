import { Component, input, output } from '@angular/core';
import type { AzioneCorrezione, CorrezioneView, VerbaleView } from '@tavoli/shared';
import { AppPassi } from '../../ui/forms/app-passi';
import { conMotivo, passi } from '../../ui/forms/passi';
import { DataOraPipe } from '../../ui/words/dates';
import { DiffTesto } from '../../scrittura/diff-testo';
import { verbaliCommands } from '../verbali.api';
import { STATI_CORREZIONE_IN_PAROLE } from '../verbali.labels';
import { AZIONI_CORREZIONE } from './verbali.passi';

/** The corrections proposed to a section, all of them kept, with what became of each. */
@Component({
  selector: 'app-correzioni-elenco',
  imports: [AppPassi, DataOraPipe, DiffTesto],
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
            <app-passi
              piccoli
              [di]="passi"
              [vista]="correzione"
              [azioni]="correzione.azioni"
              [nome]="'la correzione di ' + correzione.autore"
            />
          </li>
        }
      </ul>
    }
  `,
})
export class CorrezioniElenco {
  /** Where decisions on them go; nowhere, for who only proposes. */
  readonly ambito = input('');
  readonly verbale = input('');
  readonly correzioni = input.required<readonly CorrezioneView[]>();
  readonly decisa = output<VerbaleView | null>();
  protected readonly stati = STATI_CORREZIONE_IN_PAROLE;
  readonly #commands = verbaliCommands();
  #dopo: VerbaleView | null = null;
  /** Whatever happened, the verbale is read again: if it was refused, something has changed. */
  protected readonly passi = passi<AzioneCorrezione, CorrezioneView>(
    AZIONI_CORREZIONE,
    async ({ id }, azione, motivazione) => {
      this.#dopo = await this.#commands.decidi(this.ambito(), this.verbale(), id, azione, conMotivo(motivazione));
    },
    fatto => this.decisa.emit(fatto ? this.#dopo : null),
  );
}
