import { Component, input } from '@angular/core';
import type { FasePubblicaView } from '@tavoli/shared';
import { firmaDetta } from '../ui/words/firma';
import { fileSize } from '../ui/words/file-size';
import { estremi } from './iter.labels';
import { attoFile } from './iter-pubblico.api';

/** The acts of a phase, each with where it can be read. */
@Component({
  selector: 'app-atti-elenco',
  host: { class: 'd-block' },
  template: `
    <ul class="acts">
      @for (atto of atti(); track atto.id) {
        <li>
          <strong>{{ atto.titolo }}</strong>
          <span class="d-block text-muted">{{ estremi(atto) }}{{ atto.direzione === 'ingresso' ? ', da cui parte la fase' : '' }}</span>
          @if (atto.file; as file) {
            <a class="me-3" [href]="url(atto.id)" download
              >Scarica {{ file.firmatari ? 'il file firmato' : 'il PDF' }}<span class="visually-hidden"> di {{ atto.titolo }}</span> ({{
                size(file.bytes)
              }})</a
            >
            @if (file.firmatari) {
              <span class="d-block text-muted">{{ firma(file.firmatari) }}</span>
            }
          }
          @if (atto.albo) {
            <a [href]="atto.albo" rel="noopener external"
              >Vedi all’albo<span class="visually-hidden"> {{ atto.titolo }} (altro sito)</span></a
            >
          }
        </li>
      }
    </ul>
  `,
})
export class AttiElenco {
  readonly ambito = input.required<string>();
  readonly atti = input.required<FasePubblicaView['atti']>();
  protected readonly estremi = estremi;
  protected readonly size = fileSize;
  protected readonly firma = firmaDetta;

  protected url(atto: string): string {
    return attoFile(this.ambito(), atto);
  }
}
