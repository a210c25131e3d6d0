import { Component, computed, input } from '@angular/core';
import { esitoPosto, postoConta, type VerbaleView } from '@tavoli/shared';
import { Sede } from '../ui/words/sede';
import { maiuscola, quando } from '../ui/words/parole';
import { quorumInParole, svoltoInParole } from './verbali.labels';

const ASSENZE = {
  giustificato: 'Assente giustificato',
  assente: 'Assente',
  non_convocato: 'Non convocato',
  da_rilevare: 'Presenza non rilevata',
} as const;

/** What the record of the incontro says: it is not written here, only shown. */
@Component({
  selector: 'app-fatti-verbale',
  imports: [Sede],
  host: { class: 'd-block' },
  template: `
    @let view = verbale();
    <dl class="facts">
      <div>
        <dt>Incontro</dt>
        <dd>{{ view.incontro.titolo }}</dd>
      </div>
      <div>
        <dt>Convocato per</dt>
        <dd>{{ quando() }}</dd>
      </div>
      <div>
        <dt>Svolto</dt>
        <dd>{{ svolto() }}</dd>
      </div>
      <div>
        <dt>Dove</dt>
        <dd><app-sede [sede]="view.sede" /></dd>
      </div>
      <div>
        <dt>{{ view.tavoli.length === 1 ? 'Tavolo' : 'Tavoli' }}</dt>
        <dd>{{ tavoli() }}</dd>
      </div>
      @if (view.quorum; as q) {
        <div>
          <dt>Numero legale</dt>
          <dd>{{ quorum(q) }}</dd>
        </div>
      }
    </dl>
    <details class="details">
      <summary>Presenze ({{ presenti() }} su {{ contano() }})</summary>
      <p>Vengono dal registro dell’incontro: qui non si cambiano.</p>
      <ul>
        @for (posto of posti(); track $index) {
          <li>{{ posto.ente }}: {{ posto.parole }}</li>
        }
      </ul>
      @if (view.ospiti.length > 0) {
        <p>Ospiti: {{ ospiti() }}.</p>
      }
    </details>
  `,
})
export class FattiVerbale {
  readonly verbale = input.required<VerbaleView>();
  protected readonly quorum = quorumInParole;
  protected readonly quando = computed(() =>
    maiuscola(quando({ inizioAt: this.verbale().incontro.inizioAt, fineAt: this.verbale().fineAt })),
  );
  protected readonly svolto = computed(() => svoltoInParole(this.verbale().orari));
  protected readonly tavoli = computed(
    () =>
      this.verbale()
        .tavoli.map(t => t.nome)
        .join(', ') || 'Tutti i tavoli',
  );
  protected readonly posti = computed(() => this.verbale().posti.map(p => ({ ente: p.ente, parole: presenza(p) })));
  protected readonly ospiti = computed(() =>
    this.verbale()
      .ospiti.map(({ nome, per }) => (per ? `${nome} (${per})` : nome))
      .join(', '),
  );
  protected readonly contano = computed(() => this.verbale().posti.filter(postoConta).length);
  protected readonly presenti = computed(
    () => this.verbale().posti.filter(({ stato }) => stato === 'titolare' || stato === 'supplente').length,
  );
}

function presenza(posto: VerbaleView['posti'][number]): string {
  const esito = esitoPosto(posto);
  if (esito === 'titolare') return `${posto.titolare ?? 'il titolare'}, titolare`;
  if (esito === 'supplente') return `${posto.supplente ?? 'il supplente'}, supplente`;
  return ASSENZE[esito];
}
