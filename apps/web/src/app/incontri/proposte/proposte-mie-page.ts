import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PropostaMiaView } from '@tavoli/shared';
import { liveReload } from '../../live/live-reload';
import { ResourceState } from '../../page/resource-state';
import { EmptyState } from '../../ui/empty-state';
import { AppPassi } from '../../ui/forms/app-passi';
import { conMotivo, passi } from '../../ui/forms/passi';
import { StatoBadge } from '../../ui/stato-badge';
import { DataOraPipe, DataPipe } from '../../ui/words/dates';
import { proposteCommands, proposteMieResource } from './proposte.api';
import { AZIONI_MIE, statoInParole } from './proposte.passi';

/** The punti that the reader proposed, with what was answered. */
@Component({
  selector: 'app-proposte-mie-page',
  imports: [AppPassi, DataOraPipe, DataPipe, EmptyState, ResourceState, RouterLink, StatoBadge],
  template: `
    <div class="container section">
      <h1>I punti che proponi</h1>
      <p class="lead">Quello di cui hai chiesto di parlare ai tavoli a cui siedi, e che cosa ti hanno risposto.</p>
      @if (mie.hasValue()) {
        <ul class="list-rows">
          @for (o of mie.value().items; track o.id) {
            @let stato = inParole(o);
            <li>
              <p class="mb-1"><app-stato-badge stato="in_attesa" [label]="stato.label" [tone]="stato.tone" /></p>
              <h2 class="h5 mb-1">{{ o.titolo }}</h2>
              <p class="text-muted mb-1">
                Tavolo <a [routerLink]="['/', ambito(), 'tavoli', o.tavolo.slug]">{{ o.tavolo.nome }}</a> · {{ o.propostaAt | data: 'il' }}
              </p>
              <p class="mb-1 pre-line">{{ o.perche }}</p>
              @if (o.motivazione) {
                <p class="mb-1 pre-line">
                  <strong>Risposta{{ o.decisaAt ? ' ' : '' }}{{ o.decisaAt | data: 'del' }}:</strong> {{ o.motivazione }}
                </p>
              }
              @if (o.incontro; as incontro) {
                <p class="mb-1">
                  Nell’ordine del giorno di <a [routerLink]="['/', ambito(), 'incontri', incontro.id]">{{ incontro.titolo }}</a>,
                  {{ incontro.inizioAt | dataOra: 'del' }}
                </p>
              } @else if (o.allOrdine) {
                <p class="mb-1">È in un incontro che si sta preparando: il giorno lo dice la convocazione.</p>
              }
              <app-passi piccoli [di]="passi" [vista]="o" [azioni]="o.azioni" [nome]="'la proposta «' + o.titolo + '»'" />
            </li>
          }
        </ul>
        @if (mie.value().items.length === 0) {
          <app-empty-state title="Non hai proposto nessun punto" icon="list">
            <p>Dalla pagina di un tavolo a cui siedi puoi proporre di che cosa parlare nei suoi incontri.</p>
          </app-empty-state>
        }
      } @else {
        <app-resource-state [of]="mie" />
      }
    </div>
  `,
})
export class ProposteMiePage {
  readonly ambito = input.required<string>();
  protected readonly mie = proposteMieResource(this.ambito);
  protected readonly inParole = statoInParole;
  readonly #commands = proposteCommands();
  protected readonly passi = passi(
    AZIONI_MIE,
    (o: PropostaMiaView, azione, motivazione) => this.#commands.esegui(this.ambito(), o, azione, conMotivo(motivazione)),
    () => this.mie.reload(),
  );

  constructor() {
    liveReload('incontro', () => this.mie.reload());
  }
}
