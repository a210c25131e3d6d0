import { Component, computed, input } from '@angular/core';
import { SOLO_DISCUSSIONE } from '@tavoli/shared';
import { minutiInParole } from '../ui/words/parole';

interface Punto {
  readonly id?: string;
  readonly titolo: string;
  readonly minuti: number | null;
  readonly relatore: string | null;
  readonly soloDiscussione?: boolean;
}

interface Documento {
  readonly nome: string;
  readonly url: string;
  readonly bytes: string;
  readonly puntoId: string | null;
}

/** What is talked about, in order: each punto with its speaker, the minutes foreseen and its documents. */
@Component({
  selector: 'app-ordine-del-giorno',
  host: { class: 'd-block' },
  template: `
    @if (righe().length > 0) {
      <ol class="agenda-points">
        @for (punto of righe(); track $index) {
          <li>
            <span class="agenda-point-title">{{ punto.titolo }}</span>
            @if (punto.note) {
              <span class="text-muted d-block">{{ punto.note }}</span>
            }
            @if (punto.soloDiscussione) {
              <span class="d-block">Aggiunto senza il preavviso che serve per decidere: {{ soloDiscussione }}.</span>
            }
            @for (documento of punto.documenti; track documento.url) {
              <span class="d-block"
                ><a [href]="documento.url" download>{{ documento.nome }}</a> (PDF, {{ documento.bytes }})</span
              >
            }
          </li>
        }
      </ol>
      @if (totale() > 0) {
        <p class="text-muted">Durata prevista: {{ durata(totale()) }}.</p>
      }
    } @else {
      <p>L’ordine del giorno non è ancora stato scritto.</p>
    }
  `,
})
export class OrdineDelGiorno {
  readonly punti = input.required<readonly Punto[]>();
  readonly documenti = input<readonly Documento[]>([]);
  protected readonly durata = minutiInParole;
  protected readonly soloDiscussione = SOLO_DISCUSSIONE;
  protected readonly totale = computed(() => this.punti().reduce((sum, { minuti }) => sum + (minuti ?? 0), 0));
  protected readonly righe = computed(() =>
    this.punti().map(({ id, titolo, minuti, relatore, soloDiscussione = false }) => ({
      titolo,
      soloDiscussione,
      note: [relatore, minuti === null ? null : minutiInParole(minuti)].filter(Boolean).join(' · '),
      documenti: this.documenti().filter(d => id !== undefined && d.puntoId === id),
    })),
  );
}
