import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type SegnalazioneView, STATI_SEGNALAZIONE } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { EmptyState } from '../ui/empty-state';
import { SelectField } from '../ui/fields/select-field';
import { AppPassi } from '../ui/forms/app-passi';
import { conMotivo, passi } from '../ui/forms/passi';
import { StatoBadge } from '../ui/stato-badge';
import { DataPipe } from '../ui/words/dates';
import { segnalazioniCommands, segnalazioniList } from './segnalazioni.api';
import { AZIONI, STATI_IN_PAROLE } from './segnalazioni.passi';

/** What people found wrong in the portal, for the office: where, in their words, and what was done. */
@Component({
  selector: 'app-segnalazioni-page',
  imports: [AppPassi, DataPipe, EmptyState, Pager, ResourceState, SelectField, StatoBadge],
  template: `
    <div class="container section">
      <h1>Segnalazioni</h1>
      <p class="lead">
        Chiunque può segnalare un problema del portale con «Segnala un problema», in fondo a ogni pagina. Qui dici che cosa hai fatto.
      </p>
      <div class="filters">
        <app-select-field label="Stato" empty="Tutte" [options]="scelte" [value]="stato()" (valueChange)="filtra($event)" />
      </div>
      @if (segnalazioni.ready() && segnalazioni.items().length > 0) {
        <ul class="list-rows">
          @for (s of segnalazioni.items(); track s.id) {
            <li>
              <p class="mb-1"><app-stato-badge stato="in_attesa" [label]="stati[s.stato].label" [tone]="stati[s.stato].tone" /></p>
              <h2 class="h5 mb-1">
                Pagina <a [href]="s.pagina">{{ s.pagina }}</a>
              </h2>
              <p class="text-muted mb-1">
                Segnalata <time [attr.datetime]="s.creataAt">{{ s.creataAt | data: 'il' }}</time>
                @if (s.email; as email) {
                  · vuole una risposta: <a [href]="'mailto:' + email + '?subject=' + oggetto">{{ email }}</a>
                }
              </p>
              @if (s.testo) {
                <p class="mb-1 pre-line">{{ s.testo }}</p>
              }
              @if (s.motivazione) {
                <p class="mb-1">
                  <strong>Che cosa è stato fatto{{ s.risoltaAt ? ', ' + (s.risoltaAt | data: 'il') : '' }}:</strong> {{ s.motivazione }}
                </p>
              }
              <app-passi piccoli [di]="passi" [vista]="s" [azioni]="s.azioni" [nome]="'la segnalazione sulla pagina ' + s.pagina" />
            </li>
          }
        </ul>
        <app-pager [list]="segnalazioni" />
      } @else if (segnalazioni.ready()) {
        <app-empty-state title="Nessuna segnalazione">
          <p>Quando qualcuno ne manda una la trovi qui, e tra le cose da fare in «Oggi».</p>
        </app-empty-state>
      } @else {
        <app-resource-state [of]="segnalazioni" />
      }
    </div>
  `,
})
export class SegnalazioniPage {
  readonly ambito = input.required<string>();
  readonly stato = input('', { transform: (value: string | undefined) => value ?? '' });
  protected readonly segnalazioni = segnalazioniList(this.ambito, this.stato);
  protected readonly stati = STATI_IN_PAROLE;
  protected readonly scelte = STATI_SEGNALAZIONE.map(value => ({ value, label: STATI_IN_PAROLE[value].label }));
  protected readonly oggetto = encodeURIComponent('La tua segnalazione sul portale dei Tavoli Tematici');
  readonly #commands = segnalazioniCommands();
  readonly #router = inject(Router);
  protected readonly passi = passi(
    AZIONI,
    (s: SegnalazioneView, azione, motivazione) => this.#commands.esegui(this.ambito(), s, azione, conMotivo(motivazione)),
    () => this.segnalazioni.reload(),
  );

  constructor() {
    liveReload('segnalazione', () => this.segnalazioni.reload());
  }

  protected filtra(stato: string): void {
    void this.#router.navigate([], { queryParams: { stato: stato || null } });
  }
}
