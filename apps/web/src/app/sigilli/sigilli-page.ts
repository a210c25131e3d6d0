import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pageMeta } from '../page/page-meta';
import { DataOraPipe } from '../ui/words/dates';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { sigilliFile, sigilliResource } from './sigilli.api';

/** The signed checkpoints of the register: who keeps them can prove, years later, that nothing was changed behind their back. */
@Component({
  selector: 'app-sigilli-page',
  imports: [DataOraPipe, EmptyState, ResourceState, RouterLink],
  template: `
    <div class="container section">
      <h1>Sigilli del registro</h1>
      <p class="lead">
        Ogni notte il portale firma il punto a cui è arrivato il registro degli atti e l’elenco dei documenti pubblicati quel giorno. Da
        allora nessuno, nemmeno noi, può cambiarli senza che si veda.
      </p>
      <p>
        Scarica i sigilli e conservali: insieme a un documento bastano per dimostrare che è quello che abbiamo pubblicato, anche senza il
        portale. <a routerLink="/verifica">Verifica un documento</a>
      </p>
      @if (sigilli.hasValue()) {
        @let view = sigilli.value();
        @if (view.chiave; as chiave) {
          <p><a class="btn btn-primary" [href]="file()" download>Scarica i sigilli</a></p>
          <dl class="facts">
            <div>
              <dt>Chiave con cui sono firmati (Ed25519), impronta</dt>
              <dd>
                <code class="fingerprint">{{ chiave.impronta }}</code>
              </dd>
            </div>
          </dl>
          <h2 class="h4">{{ view.quanti === 1 ? '1 sigillo' : view.quanti + ' sigilli' }}</h2>
          <ul class="list-rows" aria-label="Sigilli">
            @for (s of view.items; track s.numero) {
              <li class="row-item">
                <div class="row-main">
                  <h3 class="h6 mb-1">Sigillo n. {{ s.numero }} · {{ s.at | dataOra }}</h3>
                  <p class="mb-1">
                    {{ s.atti === 1 ? '1 atto' : s.atti + ' atti' }} nel registro,
                    {{
                      s.documenti === 0
                        ? 'nessun documento nuovo'
                        : s.documenti === 1
                          ? '1 documento nuovo'
                          : s.documenti + ' documenti nuovi'
                    }}.
                  </p>
                  <p class="mb-0">
                    Impronta dell’ultimo atto: <code class="fingerprint">{{ s.impronta }}</code>
                  </p>
                </div>
              </li>
            }
          </ul>
        } @else {
          <app-empty-state title="Non c’è ancora nessun sigillo" icon="lock"
            ><p>Il primo si fa la notte dopo il primo atto.</p></app-empty-state
          >
        }
      } @else {
        <app-resource-state [of]="sigilli" />
      }
    </div>
  `,
})
export class SigilliPage {
  readonly ambito = input.required<string>();
  protected readonly sigilli = sigilliResource(this.ambito);
  protected readonly file = computed(() => sigilliFile(this.ambito()));

  constructor() {
    pageMeta(() => ({
      title: 'Sigilli del registro',
      description: 'Le firme giornaliere del registro degli atti e dei documenti pubblicati.',
    }));
  }
}
