import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { conGiorno, type DirettoView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { Permissions } from '../session/permissions';
import { AppPassi } from '../ui/forms/app-passi';
import { conMotivo, passi } from '../ui/forms/passi';
import { StatoBadge } from '../ui/stato-badge';
import { DataPipe } from '../ui/words/dates';
import { direttiCommands, direttiResource } from './diretti.api';
import { AZIONI, STATI_IN_PAROLE, VESTI_IN_PAROLE } from './diretti.passi';

/** The seats offered without an avviso, and what became of each. */
@Component({
  selector: 'app-diretti-page',
  imports: [AppPassi, DataPipe, EmptyState, ResourceState, RouterLink, StatoBadge],
  template: `
    <div class="container section">
      <h1>Posti senza avviso</h1>
      <p class="lead">Comuni, azienda sanitaria, scuole e uffici invitati a sedere ai tavoli con un atto dell’ambito.</p>
      @if (puo()) {
        <p class="actions mb-4">
          <a class="btn btn-primary" routerLink="nuovo">Invita un ente</a>
          <a class="btn btn-outline-primary" routerLink="comuni">Invita tutti i comuni</a>
        </p>
      }
      @if (diretti.hasValue()) {
        <ul class="list-rows">
          @for (d of diretti.value().items; track d.id) {
            <li>
              <p class="mb-1"><app-stato-badge stato="in_attesa" [label]="stati[d.stato].label" [tone]="stati[d.stato].tone" /></p>
              <h2 class="h5 mb-1">{{ d.ente.denominazione }}</h2>
              <p class="mb-1">
                <a [routerLink]="['/', ambito(), 'tavoli', d.tavolo.slug]">{{ d.tavolo.nome }}</a>, {{ vesti[d.veste] }} · atto n.
                {{ d.atto.numero }} {{ giorno(d.atto.data) }}
              </p>
              <p class="text-muted mb-1">
                Invitato {{ d.invitatoAt | data: 'il' }}{{ d.rispostoAt ? '' : ', può rispondere '
                }}{{ d.rispostoAt ? '' : (d.scadeAt | data: 'entro il') }}
              </p>
              @if (d.motivazione) {
                <p class="mb-1"><strong>Motivo:</strong> {{ d.motivazione }}</p>
              }
              @if (d.designazioneId) {
                <p class="mb-1">
                  <a [routerLink]="['/', ambito(), 'area', 'designazioni', d.designazioneId]">Vedi chi è stato nominato</a>
                </p>
              }
              <app-passi
                piccoli
                [di]="passi"
                [vista]="d"
                [azioni]="d.azioni"
                [nome]="'l’invito a ' + d.ente.denominazione + ' per ' + d.tavolo.nome"
              />
            </li>
          }
        </ul>
        @if (diretti.value().items.length === 0) {
          <app-empty-state title="Ancora nessun invito" icon="mail"
            ><p>Gli enti che rispondono a un avviso sono tra le designazioni.</p></app-empty-state
          >
        }
      } @else {
        <app-resource-state [of]="diretti" />
      }
    </div>
  `,
})
export class DirettiPage {
  readonly ambito = input.required<string>();
  protected readonly diretti = direttiResource(this.ambito);
  protected readonly stati = STATI_IN_PAROLE;
  protected readonly vesti = VESTI_IN_PAROLE;
  protected readonly giorno = (data: string): string => conGiorno('del', data);
  readonly #permissions = inject(Permissions);
  protected readonly puo = (): boolean => this.#permissions.can('diretto.crea', this.ambito());
  readonly #commands = direttiCommands();
  protected readonly passi = passi(
    AZIONI,
    (d: DirettoView, azione, motivazione) => this.#commands.esegui(this.ambito(), d, azione, conMotivo(motivazione)),
    () => this.diretti.reload(),
  );

  constructor() {
    liveReload('designazione', () => this.diretti.reload());
  }
}
