import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NumeriView } from '@tavoli/shared';
import { pageMeta } from '../page/page-meta';
import { ResourceState } from '../page/resource-state';
import { Grafico } from '../ui/grafici/grafico';
import { type Barra, Barre } from './barre';
import { numeriResource } from './dati.api';
import { giorni, mese, TIPI } from './dati.labels';
import { giorniDiRisposta, numeroLegaleInBreve, numeroLegaleNelTempo } from './numeri.grafici';

/** What was sent, what was answered and in how many days, of an ambito or of one tavolo: figures as charts that are tables. */
@Component({
  selector: 'app-numeri-page',
  imports: [Barre, Grafico, ResourceState, RouterLink],
  templateUrl: './numeri-page.html',
})
export class NumeriPage {
  readonly ambito = input.required<string>();
  /** Slug of the tavolo; of the whole ambito without. */
  readonly tavolo = input('', { transform: (value: string | undefined) => value ?? '' });
  protected readonly numeri = numeriResource(this.ambito, this.tavolo);
  protected readonly giorni = giorni;

  protected readonly grafici = computed(() => {
    const view = this.numeri.value();
    if (!view || view.contributi.ricevuti === 0) return [];
    return [
      { titolo: 'Che cosa hanno risposto i tavoli', cosa: 'Risposta', righe: esiti(view) },
      {
        titolo: 'Contributi pubblicati, per tipo',
        cosa: 'Tipo',
        righe: view.perTipo.map(({ tipo, quanti }) => ({ nome: TIPI[tipo], quanti })),
      },
      {
        titolo: 'Contributi pubblicati, per comune',
        cosa: 'Comune',
        righe: view.perComune.map(({ comune, quanti }) => ({ nome: comune ?? 'Non indicato', quanti })),
      },
      {
        titolo: 'Contributi ricevuti negli ultimi dodici mesi',
        cosa: 'Mese',
        righe: view.perMese.map(m => ({ nome: mese(m.mese), quanti: m.quanti })),
      },
    ].filter(({ righe }) => righe.length > 0);
  });
  protected readonly perTavolo = computed<Barra[]>(() =>
    (this.numeri.value()?.perTavolo ?? []).map(({ tavolo, ricevuti }) => ({
      nome: tavolo.nome,
      quanti: ricevuti,
      percorso: ['/', this.ambito(), 'tavoli', tavolo.slug, 'numeri'],
    })),
  );

  protected readonly numeroLegale = computed(() => numeroLegaleNelTempo(this.numeri.value()?.numeroLegale ?? [], this.ambito()));
  protected readonly inBreve = computed(() => numeroLegaleInBreve(this.numeri.value()?.numeroLegale ?? []));
  /** Once any tavolo has answered. */
  protected readonly tempi = computed(() => {
    const perTavolo = this.numeri.value()?.perTavolo ?? [];
    return perTavolo.some(t => t.giorniRisposta !== null) ? giorniDiRisposta(perTavolo, this.ambito()) : [];
  });
  protected readonly legendaNumero = [
    { tipo: 'fondo', nome: 'Posti che contano' },
    { tipo: 'pieno', nome: 'Posti presenti' },
    { tipo: 'segno', nome: 'Quanti ne servivano' },
  ] as const;

  constructor() {
    pageMeta(() => {
      const nome = this.numeri.value()?.tavolo?.nome;
      return {
        title: nome ? `I numeri: ${nome}` : 'I numeri della partecipazione',
        description: 'Quanti contributi arrivano ai tavoli, quante risposte ricevono e in quanti giorni.',
      };
    });
  }

  /** «12 su 15 (80 %)» */
  protected quota(parte: number, tutto: number): string {
    return tutto === 0 ? '0' : `${parte} su ${tutto} (${Math.round((100 * parte) / tutto)} %)`;
  }
}

function esiti({ contributi: c }: NumeriView): Barra[] {
  return [
    { nome: 'Accolti', quanti: c.accolti },
    { nome: 'Accolti in parte', quanti: c.accoltiInParte },
    { nome: 'Non accolti', quanti: c.nonAccolti },
    { nome: 'Rinviati', quanti: c.rinviati },
    { nome: 'Senza risposta, per ora', quanti: c.pubblicati - c.conRisposta },
  ];
}
