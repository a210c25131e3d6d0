import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OsservatoreView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { ResourceState } from '../page/resource-state';
import { tavoloResource } from '../tavoli/tavoli.api';
import { EmptyState } from '../ui/empty-state';
import { AppPassi } from '../ui/forms/app-passi';
import { conMotivo, passi } from '../ui/forms/passi';
import { StatoBadge } from '../ui/stato-badge';
import { DataPipe } from '../ui/words/dates';
import { osservatoriCommands, osservatoriResource } from './osservatori.api';
import { AZIONI, STATI_IN_PAROLE } from './osservatori.passi';

/** Who asked to follow a tavolo without a seat, for who leads it: admitted, declined, ended. */
@Component({
  selector: 'app-osservatori-page',
  imports: [AppPassi, DataPipe, EmptyState, ResourceState, RouterLink, StatoBadge],
  template: `
    <div class="container section">
      @if (tavolo.hasValue() && osservatori.hasValue()) {
        @let t = tavolo.value();
        <h1>Osservatori</h1>
        <p class="lead">
          Persone e gruppi informali che chiedono di seguire il tavolo <a [routerLink]="['/', ambito(), 'tavoli', slug()]">{{ t.nome }}</a>.
          Chi è ammesso è invitato agli incontri senza diritto di voto e non conta nel numero legale. Nella pagina del tavolo compare solo
          quanti sono.
        </p>
        @if (!t.osservatori.ammette) {
          <p class="alert alert-info">
            {{
              t.chiusoIl === null
                ? 'Secondo le sue regole il tavolo non riceve nuove richieste.'
                : 'Il tavolo è chiuso: non riceve nuove richieste.'
            }}
          </p>
        }
        <ul class="list-rows">
          @for (o of righe(); track o.id) {
            <li>
              <p class="mb-1"><app-stato-badge stato="in_attesa" [label]="stati[o.stato].label" [tone]="stati[o.stato].tone" /></p>
              <h2 class="h5 mb-1">{{ o.persona.nome }}</h2>
              @if (o.gruppo) {
                <p class="mb-1">Per il gruppo «{{ o.gruppo }}»</p>
              }
              <p class="text-muted mb-1">
                @if (o.persona.email) {
                  <a [href]="'mailto:' + o.persona.email">{{ o.persona.email }}</a> ·
                }
                richiesta {{ o.chiestoAt | data: 'del' }}
              </p>
              @if (o.perche) {
                <p class="mb-1 pre-line">{{ o.perche }}</p>
              }
              @if (o.motivazione) {
                <p class="mb-1"><strong>Motivo:</strong> {{ o.motivazione }}</p>
              }
              <app-passi piccoli [di]="passi" [vista]="o" [azioni]="o.azioni" [nome]="'la richiesta di ' + o.persona.nome" />
            </li>
          }
        </ul>
        @if (righe().length === 0) {
          <app-empty-state title="Nessuna richiesta, per ora" icon="people">
            <p>Chi ha un account può chiedere di seguire il tavolo dalla sua pagina pubblica: ricevi un messaggio a ogni richiesta.</p>
          </app-empty-state>
        }
      } @else {
        <app-resource-state [of]="tavolo.problem() ? tavolo : osservatori" />
      }
    </div>
  `,
})
export class OsservatoriPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly osservatori = osservatoriResource(this.ambito, this.slug);
  protected readonly righe = computed(() => this.osservatori.value()?.items ?? []);
  protected readonly stati = STATI_IN_PAROLE;
  readonly #commands = osservatoriCommands();
  protected readonly passi = passi(
    AZIONI,
    (o: OsservatoreView, azione, motivazione) => this.#commands.esegui(this.ambito(), o, azione, conMotivo(motivazione)),
    () => this.osservatori.reload(),
  );

  constructor() {
    liveReload('designazione', () => this.osservatori.reload());
  }
}
