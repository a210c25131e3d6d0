import { Component, inject, input, output, signal } from '@angular/core';
import type { AzioneOsservazione, OsservazioneView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { fileSize } from '../../ui/words/file-size';
import { accordoCommands, osservazioneFile } from '../iter.api';
import { giorno, OSSERVANTI, RISPOSTE } from '../iter.labels';
import { OsservazioneForm } from './osservazione-form';
import { StatoIter } from '../stato-iter';

/** What unions and ASL observed: recorded, answered, kept. */
@Component({
  selector: 'app-osservazioni',
  imports: [ConfirmDialog, OsservazioneForm, StatoIter],
  host: { class: 'd-block' },
  template: `
    <section aria-labelledby="titolo-osservazioni">
      <h2 class="h4 mt-5" id="titolo-osservazioni">Osservazioni</h2>
      <p>Ogni osservazione riceve una risposta con le sue ragioni, e resta. La pagina pubblica mostra quelle accolte.</p>
      <ul class="list-rows">
        @for (o of osservazioni(); track o.id) {
          <li>
            <h3 class="h6 mb-1">{{ o.da }}, {{ giorno(o.ricevutaIl) }}</h3>
            <p class="mb-1">
              <app-stato-iter [stato]="o.stato" /><span class="ms-2 text-muted">{{ tipi[o.tipo] }}</span>
            </p>
            <p class="mb-1 pre-line">{{ o.testo }}</p>
            @if (o.file; as file) {
              <p class="mb-1">
                <a [href]="url(o)" download>{{ file.nome }}</a> ({{ size(file.bytes) }})
              </p>
            }
            @if (o.risposta) {
              <p class="mb-1 pre-line"><strong>Risposta:</strong> {{ o.risposta }}</p>
            }
            @for (azione of o.azioni; track azione) {
              <button type="button" class="btn btn-outline-primary btn-sm me-2 mt-2" (click)="rispondi(risposta, o, azione)">
                {{ risposte[azione] }}<span class="visually-hidden"> l’osservazione di {{ o.da }}</span>
              </button>
            }
          </li>
        } @empty {
          <li>Nessuna osservazione, per ora.</li>
        }
      </ul>
      @if (aperta()) {
        <app-osservazione-form [ambito]="ambito()" (chiudi)="chiusa()" />
      } @else {
        <p><button type="button" class="btn btn-outline-primary" (click)="aperta.set(true)">Registra un’osservazione</button></p>
      }
    </section>

    <app-confirm-dialog
      #risposta
      titolo="Rispondere all’osservazione?"
      [conferma]="etichetta()"
      motivata
      etichettaMotivazione="Ragioni"
      aiutoMotivazione="Se l’osservazione è accolta, anche in parte, le ragioni si leggono nella pagina pubblica."
      ><p>Dopo la risposta l’osservazione non cambia più.</p></app-confirm-dialog
    >
  `,
})
export class Osservazioni {
  readonly ambito = input.required<string>();
  readonly osservazioni = input.required<readonly OsservazioneView[]>();
  readonly cambiate = output();
  protected readonly aperta = signal(false);
  protected readonly etichetta = signal('Rispondi');
  protected readonly tipi = OSSERVANTI;
  protected readonly risposte = RISPOSTE;
  protected readonly giorno = giorno;
  protected readonly size = fileSize;
  readonly #commands = accordoCommands();
  readonly #annunci = inject(Annunci);

  protected url(o: OsservazioneView): string {
    return osservazioneFile(this.ambito(), o.id);
  }

  protected async rispondi(dialog: ConfirmDialog, o: OsservazioneView, azione: AzioneOsservazione): Promise<void> {
    this.etichetta.set(RISPOSTE[azione]);
    if (await dialog.ask(motivazione => this.#commands.rispondi(this.ambito(), o, azione, { motivazione })))
      this.#annunci.notify('Risposta registrata.');
    this.cambiate.emit();
  }

  protected chiusa(): void {
    this.aperta.set(false);
    this.cambiate.emit();
  }
}
