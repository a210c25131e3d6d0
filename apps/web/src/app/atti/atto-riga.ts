import { Component, computed, input } from '@angular/core';
import { type AttoDellAmbitoView, conGiorno, instantToRomeWall } from '@tavoli/shared';
import { estremi } from '../iter/iter.labels';
import { firmaDetta } from '../ui/words/firma';
import { fileSize } from '../ui/words/file-size';
import { attoDocumento } from './atti-pubblici.api';
import { chiamato, RAPPORTI, RAPPORTI_SUBITI, STATI_DEGLI_ATTI, statoAlbo } from './atti.labels';

/** One act of the ambito, with all that its register says of it. */
@Component({
  selector: 'app-atto-riga',
  host: { class: 'd-block' },
  template: `
    @let a = atto();
    <h2 class="h5 mb-1">{{ a.titolo }}</h2>
    <p class="mb-1 text-muted">
      {{ estremi(a) }}{{ a.organo ? ' · ' + a.organo : '' }} · {{ stati[a.stato] }}{{ a.pubblico ? '' : ' · solo per gli uffici' }}
    </p>
    @if (a.parti.length > 0) {
      <p class="mb-1">Tra: {{ a.parti.join(', ') }}{{ durata() }}</p>
    }
    @if (a.impegni) {
      <p class="mb-1 pre-line">{{ a.impegni }}</p>
    }
    @if (a.ufficio || a.firmatario) {
      <p class="mb-1">{{ a.ufficio }}{{ a.ufficio && a.firmatario ? ', ' : '' }}{{ a.firmatario }}</p>
    }
    @for (r of a.rapporti; track $index) {
      <p class="mb-1">{{ rapporti[r.tipo] }}: {{ chiamato(r.atto) }}</p>
    }
    @for (r of a.rapportiDaAltri; track $index) {
      <p class="mb-1">{{ subiti[r.tipo] }}: {{ chiamato(r.atto) }}</p>
    }
    @if (a.file || a.albo || alboDetto()) {
      <p class="mb-1">
        @if (a.file; as file) {
          <a class="me-3" [href]="url()" download
            >Scarica {{ file.firmatari ? 'il file firmato' : 'il PDF' }}<span class="visually-hidden"> di {{ a.titolo }}</span> ({{
              size(file.bytes)
            }})</a
          >
        }
        @if (a.albo) {
          <a class="me-3" [href]="a.albo" rel="noopener external"
            >Vedi all’albo<span class="visually-hidden"> {{ a.titolo }} (altro sito)</span></a
          >
        }
        <span class="text-muted">{{ alboDetto() }}</span>
      </p>
    }
    @if (a.file; as file) {
      @if (file.firmatari) {
        <p class="mb-0 text-muted">{{ firma(file.firmatari) }}</p>
      }
      <p class="mb-0 text-muted text-break">
        Impronta (SHA-256): <code class="fingerprint">{{ file.sha256 }}</code>
      </p>
    }
  `,
})
export class AttoRiga {
  readonly ambito = input.required<string>();
  readonly atto = input.required<AttoDellAmbitoView>();
  protected readonly estremi = estremi;
  protected readonly stati = STATI_DEGLI_ATTI;
  protected readonly rapporti = RAPPORTI;
  protected readonly subiti = RAPPORTI_SUBITI;
  protected readonly chiamato = chiamato;
  protected readonly size = fileSize;
  protected readonly firma = firmaDetta;
  protected readonly url = computed(() => attoDocumento(this.ambito(), this.atto().id));
  protected readonly alboDetto = computed(() => statoAlbo(this.atto(), instantToRomeWall(new Date()).slice(0, 10)));
  protected readonly durata = computed(() => {
    const { dal, al } = this.atto();
    const detta = [dal === null ? '' : conGiorno('dal', dal), al === null ? '' : conGiorno('al', al)].filter(Boolean).join(' ');
    return detta === '' ? '' : `, ${detta}`;
  });
}
