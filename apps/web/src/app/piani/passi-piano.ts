import { Component, inject, input, output } from '@angular/core';
import type { AzionePiano, PianoView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { pianiCommands } from './piani.api';
import { FATTO_PIANO } from './piani.labels';

/** The steps that the Piano may take now, each asked about before it is taken. */
@Component({
  selector: 'app-passi-piano',
  imports: [ConfirmDialog],
  host: { class: 'd-block' },
  template: `
    @let azioni = piano().azioni;
    @if (azioni.length > 0) {
      <p class="actions">
        @if (azioni.includes('chiudi')) {
          <button type="button" class="btn btn-primary" (click)="esegui(chiudi, 'chiudi')">Chiudi il dossier</button>
        }
        @if (azioni.includes('pubblica')) {
          <button type="button" class="btn btn-primary" (click)="esegui(pubblica, 'pubblica')">Pubblica il Piano</button>
        }
        @if (azioni.includes('riapri')) {
          <button type="button" class="btn btn-outline-danger" (click)="esegui(riapri, 'riapri')">Riapri il dossier</button>
        }
      </p>
    }
    <app-confirm-dialog #chiudi titolo="Chiudere il dossier?" conferma="Chiudi il dossier">
      <p>
        Si compila la versione definitiva, senza la scritta «BOZZA». Da allora ordine, numeri e impronte degli allegati non cambiano più, e
        le impronte vanno nel registro degli atti.
      </p>
    </app-confirm-dialog>
    <app-confirm-dialog #pubblica titolo="Pubblicare il Piano di Zona?" conferma="Pubblica il Piano">
      @if (piano().consegna === null) {
        <p>Non hai ancora scritto quando è stato inviato alla Regione: potrai farlo anche dopo.</p>
      }
      <p>Chiunque potrà leggere il dossier e gli allegati, scaricarli e verificarli. Non si può tornare indietro.</p>
    </app-confirm-dialog>
    <app-confirm-dialog
      #riapri
      titolo="Riaprire il dossier?"
      conferma="Riapri il dossier"
      tone="danger"
      motivata
      aiutoMotivazione="Resta nel registro degli atti."
    >
      <p>
        Gli allegati si potranno cambiare, e servirà una nuova chiusura. La versione chiusa resta tra le versioni; le copie firmate e i dati
        dell’invio vengono tolti.
      </p>
    </app-confirm-dialog>
  `,
})
export class PassiPiano {
  readonly ambito = input.required<string>();
  readonly piano = input.required<PianoView>();
  readonly fatto = output();
  readonly #commands = pianiCommands();
  readonly #annunci = inject(Annunci);

  protected async esegui(dialog: ConfirmDialog, azione: AzionePiano): Promise<void> {
    const done = await dialog.ask(motivazione =>
      this.#commands.esegui(this.ambito(), this.piano(), azione, motivazione === '' ? {} : { motivazione }),
    );
    if (done) this.#annunci.notify(FATTO_PIANO[azione]);
    this.fatto.emit();
  }
}
