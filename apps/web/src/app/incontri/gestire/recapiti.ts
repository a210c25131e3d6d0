import { Component, computed, input, output } from '@angular/core';
import type { ConvocazioneView, EmailStatoView } from '@tavoli/shared';
import { formatNumeroDiRegistro } from '@tavoli/shared';
import { MessaggioRiga } from '../../messaggi/messaggio-riga';
import { FoglioPipe } from '../../ui/words/foglio';
import { DataOraPipe } from '../../ui/words/dates';
import { documentoIncontro } from '../incontri.api';
import { CONVOCAZIONI } from '../incontri.labels';
import { ProtocolliCura } from '../../protocolli/protocolli-cura';

/** What was sent and what became of it: each act of calling with its fingerprint, each mail, those that did not arrive first. */
@Component({
  selector: 'app-recapiti',
  imports: [FoglioPipe, DataOraPipe, MessaggioRiga, ProtocolliCura],
  template: `
    <section aria-labelledby="titolo-recapiti">
      <h2 class="h4 mt-5" id="titolo-recapiti">Convocazioni e recapiti</h2>
      <ul class="list-rows">
        @for (c of convocazioni(); track c.sequence + '.' + c.parte) {
          <li>
            <p class="mb-1">
              <strong>{{ tipi[c.tipo] }}</strong>, {{ c.at | dataOra
              }}{{ c.numeroDiRegistro ? ', ' + numeroDiRegistro(c.numeroDiRegistro) : '' }}
            </p>
            @if (c.urgenza) {
              <p class="mb-1">Urgenza: {{ c.urgenza }}</p>
            }
            @if (c.motivazione) {
              <p class="mb-1">Motivo: {{ c.motivazione }}</p>
            }
            <p class="mb-0 text-muted text-break">Impronta del testo (SHA-256): {{ c.sha256 }}</p>
          </li>
        }
      </ul>
      <app-protocolli-cura [ambito]="ambito()" tipo="convocazione" [oggetto]="incontro()" />
      <p>
        Per il fascicolo: <a [href]="prova()" download>prova di convocazione (PDF)</a> ·
        <a [href]="csv() | foglio" download>recapiti (Excel)</a> · <a [href]="csv()" download>recapiti (CSV)</a>
      </p>
      <p>{{ riassunto() }}</p>
      @if (daVedere().length > 0) {
        <h3 class="h5">Non ancora consegnati</h3>
        <ul class="list-rows">
          @for (email of daVedere(); track email.id) {
            <li><app-messaggio-riga [messaggio]="email" [ambito]="ambito()" (rinviato)="rinviato.emit()" /></li>
          }
        </ul>
      }
      @if (consegnati().length > 0) {
        <details class="details">
          <summary>Messaggi consegnati al server di posta ({{ consegnati().length }})</summary>
          <ul class="list-rows">
            @for (email of consegnati(); track email.id) {
              <li><app-messaggio-riga [messaggio]="email" [ambito]="ambito()" (rinviato)="rinviato.emit()" /></li>
            }
          </ul>
        </details>
      }
    </section>
  `,
})
export class Recapiti {
  readonly ambito = input.required<string>();
  readonly incontro = input.required<string>();
  readonly convocazioni = input.required<readonly ConvocazioneView[]>();
  readonly emails = input.required<readonly EmailStatoView[]>();
  readonly rinviato = output();
  protected readonly tipi = CONVOCAZIONI;
  protected readonly numeroDiRegistro = formatNumeroDiRegistro;
  protected readonly prova = computed(() => documentoIncontro(this.ambito(), this.incontro(), 'prova-convocazione.pdf'));
  protected readonly csv = computed(() => documentoIncontro(this.ambito(), this.incontro(), 'recapiti.csv'));
  protected readonly consegnati = computed(() => this.emails().filter(e => e.stato === 'inviata'));
  /** Those given up first, then those still on their way. */
  protected readonly daVedere = computed(() => [
    ...this.emails().filter(e => e.stato === 'rifiutata' || e.stato === 'fallita'),
    ...this.emails().filter(e => e.stato === 'in_coda'),
  ]);
  protected readonly riassunto = computed(() => {
    const count = (...stati: EmailStatoView['stato'][]) => this.emails().filter(e => stati.includes(e.stato)).length;
    return `Messaggi: ${this.emails().length}. Consegnati al server di posta: ${count('inviata')}. In partenza: ${count('in_coda')}. Non consegnati: ${count('rifiutata', 'fallita')}.`;
  });
}
