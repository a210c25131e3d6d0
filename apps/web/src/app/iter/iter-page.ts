import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { instantToRomeWall, posizione } from '@tavoli/shared';
import { pageMeta } from '../page/page-meta';
import { DocumentiSostituiti } from '../oscuramenti/documenti-sostituiti';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { Grafico } from '../ui/grafici/grafico';
import { AccordoPubblico } from './accordo-pubblico';
import { AttiElenco } from './atti-elenco';
import { giorno, quandoFase } from './iter.labels';
import { iterNelTempo } from './iter.grafico';
import { iterPubblicoResource } from './iter-pubblico.api';
import { StatoIter } from './stato-iter';

/** The public page of the iter: where we are, what comes next, which acts there are. */
@Component({
  selector: 'app-iter-page',
  imports: [AccordoPubblico, AttiElenco, DocumentiSostituiti, EmptyState, Grafico, ResourceState, RouterLink, StatoIter],
  templateUrl: './iter-page.html',
})
export class IterPage {
  readonly ambito = input.required<string>();
  protected readonly iter = iterPubblicoResource(this.ambito);
  protected readonly dove = computed(() => posizione(this.iter.value()?.fasi ?? []));
  protected readonly concluse = computed(
    () => (this.iter.value()?.fasi ?? []).filter(f => f.stato === 'conclusa' || f.stato === 'saltata').length,
  );
  protected readonly conAccordo = computed(() => {
    const i = this.iter.value();
    return i !== undefined && i.firmatari.length + i.adesioni.length + i.osservazioni.length > 0;
  });
  protected readonly nelTempo = computed(() => {
    const i = this.iter.value();
    return i === undefined ? null : iterNelTempo(i, instantToRomeWall(new Date()).slice(0, 10));
  });
  protected readonly legenda = computed(() => [
    { tipo: 'previsto' as const, nome: 'Quando è prevista' },
    { tipo: 'pieno' as const, nome: 'Quando si è svolta, o si svolge' },
    { tipo: 'segno' as const, nome: this.iter.value()?.scadenza ? 'Oggi, e il giorno entro cui è atteso il Piano' : 'Oggi' },
  ]);
  protected readonly quando = quandoFase;
  protected readonly giorno = giorno;

  constructor() {
    pageMeta(() => ({
      title: 'L’iter del Piano',
      description: 'A che punto è il Piano: le fasi, che cosa viene dopo, gli atti, chi firma e chi aderisce all’accordo di programma.',
    }));
  }
}
