import { Component, input, output, signal } from '@angular/core';
import type { AzioneOsservazione, OsservazioneView } from '@tavoli/shared';
import { AppPassi } from '../../ui/forms/app-passi';
import { passi } from '../../ui/forms/passi';
import { firmaDetta } from '../../ui/words/firma';
import { fileSize } from '../../ui/words/file-size';
import { accordoCommands, osservazioneFile } from '../iter.api';
import { giorno, OSSERVANTI } from '../iter.labels';
import { AZIONI_OSSERVAZIONE } from '../iter.passi';
import { OsservazioneForm } from './osservazione-form';
import { StatoIter } from '../stato-iter';
import { ProtocolliCura } from '../../protocolli/protocolli-cura';

/** What unions and ASL observed: recorded, answered, kept. */
@Component({
  selector: 'app-osservazioni',
  imports: [AppPassi, OsservazioneForm, ProtocolliCura, StatoIter],
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
                @if (file.firmatari) {
                  <span class="d-block text-muted">{{ firma(file.firmatari) }}</span>
                }
              </p>
            }
            @if (o.risposta) {
              <p class="mb-1 pre-line"><strong>Risposta:</strong> {{ o.risposta }}</p>
            }
            <app-protocolli-cura [ambito]="ambito()" tipo="osservazione" [oggetto]="o.id" />
            <app-passi piccoli [di]="passi" [vista]="o" [azioni]="o.azioni" [nome]="'l’osservazione di ' + o.da" />
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
  `,
})
export class Osservazioni {
  readonly ambito = input.required<string>();
  readonly osservazioni = input.required<readonly OsservazioneView[]>();
  readonly cambiate = output();
  protected readonly aperta = signal(false);
  protected readonly tipi = OSSERVANTI;
  protected readonly giorno = giorno;
  protected readonly size = fileSize;
  protected readonly firma = firmaDetta;
  readonly #commands = accordoCommands();
  protected readonly passi = passi<AzioneOsservazione, OsservazioneView>(
    AZIONI_OSSERVAZIONE,
    (o, azione, motivazione) => this.#commands.rispondi(this.ambito(), o, azione, { motivazione }),
    () => this.cambiate.emit(),
  );

  protected url(o: OsservazioneView): string {
    return osservazioneFile(this.ambito(), o.id);
  }

  protected chiusa(): void {
    this.aperta.set(false);
    this.cambiate.emit();
  }
}
