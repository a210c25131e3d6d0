import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { liveReload } from '../../live/live-reload';
import { ResourceState } from '../../page/resource-state';
import { Firmatari } from './firmatari';
import { gestioneResource } from '../iter.api';
import { Osservazioni } from './osservazioni';

/** The accordo di programma for the offices: signatures, observations; adesioni have a page of their own. */
@Component({
  selector: 'app-accordo-page',
  imports: [Firmatari, Osservazioni, ResourceState, RouterLink],
  template: `
    @if (iter.hasValue()) {
      @let view = iter.value();
      <div class="container section">
        <h1>Accordo di programma</h1>
        @if (view.iter) {
          <p class="lead">Chi firma, e che cosa hanno osservato sindacati e azienda sanitaria.</p>
          <p class="actions">
            <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), 'area', 'adesioni']">Adesioni degli enti</a>
          </p>
          <app-firmatari [ambito]="ambito()" [firmatari]="view.firmatari" (cambiati)="iter.reload()" />
          <app-osservazioni [ambito]="ambito()" [osservazioni]="view.osservazioni" (cambiate)="iter.reload()" />
        } @else {
          <p>Prima si apre l’iter del Piano. <a [routerLink]="['/', ambito(), 'area', 'iter']">Vai all’iter</a></p>
        }
      </div>
    } @else {
      <app-resource-state [of]="iter" />
    }
  `,
})
export class AccordoPage {
  readonly ambito = input.required<string>();
  protected readonly iter = gestioneResource(this.ambito);

  constructor() {
    liveReload('iter', () => this.iter.reload());
  }
}
