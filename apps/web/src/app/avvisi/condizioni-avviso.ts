import { Component, computed, input } from '@angular/core';
import { type AvvisoView, ETICHETTE_NATURA, limiteInParole, type NaturaGiuridica } from '@tavoli/shared';

/** Who may answer an avviso, what they need and declare, in what quality they sit: as the public reads it, and who is about to publish it. */
@Component({
  selector: 'app-condizioni-avviso',
  template: `
    @if (limite(); as quanti) {
      <p>
        <strong>{{ quanti }}</strong>
      </p>
    }
    @if (avviso().natureAmmesse.length > 0) {
      <h2 class="h4">Chi può rispondere</h2>
      <ul>
        @for (natura of avviso().natureAmmesse; track natura) {
          <li>{{ nature[natura] }}</li>
        }
      </ul>
    }
    @if (avviso().requisiti.length > 0) {
      <h2 class="h4">Requisiti</h2>
      <ul>
        @for (r of avviso().requisiti; track $index) {
          <li>
            {{ r.testo }} <span class="text-muted">({{ r.verifica === 'ufficio' ? 'lo controlla l’ufficio' : 'lo dichiara l’ente' }})</span>
          </li>
        }
      </ul>
    }
    @if (avviso().dichiarazioni.length > 0) {
      <h2 class="h4">Che cosa si dichiara per rispondere</h2>
      <ul>
        @for (d of avviso().dichiarazioni; track $index) {
          <li>{{ d.testo }}{{ d.obbligatoria ? '' : ' (facoltativa)' }}</li>
        }
      </ul>
    }
    <h2 class="h4">In che qualità si siede</h2>
    <ul>
      <li>Componente istituzionale: {{ elenco(avviso().natureIstituzionali) }}</li>
      <li>Osservatore: {{ elenco(avviso().natureOsservatrici) }}</li>
      <li>Componente: tutti gli altri</li>
    </ul>
  `,
})
export class CondizioniAvviso {
  readonly avviso = input.required<AvvisoView>();
  protected readonly limite = computed(() => limiteInParole(this.avviso()));
  protected readonly nature = ETICHETTE_NATURA;
  protected readonly elenco = (nature: readonly NaturaGiuridica[]) => nature.map(n => ETICHETTE_NATURA[n]).join(', ') || 'nessuno';
}
