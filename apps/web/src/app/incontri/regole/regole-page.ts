import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Permissions } from '../../session/permissions';
import { tavoloResource } from '../../tavoli/tavoli.api';
import { ResourceState } from '../../page/resource-state';
import { regoleResource } from '../incontri.api';
import { CHI_APPROVA } from '../incontri.labels';
import { quorumInParole } from './regole.model';
import { RegoleForm } from './regole-form';

/** What a tavolo has decided about its incontri: changed by the coordinatore, read by the referente. */
@Component({
  selector: 'app-regole-page',
  imports: [RegoleForm, ResourceState, RouterLink],
  template: `
    <div class="container section">
      @if (regole.hasValue() && tavolo.hasValue()) {
        @let r = regole.value();
        <h1>Regole del tavolo</h1>
        <p class="lead">
          Come si convoca e quando è valido un incontro di
          <a [routerLink]="['/', ambito(), 'tavoli', slug()]">{{ tavolo.value().nome }}</a>.
        </p>
        @if (puoCambiare()) {
          @for (version of [r.version]; track version) {
            <app-regole-form [ambito]="ambito()" [tavolo]="slug()" [regole]="r" (salvate)="regole.reload()" />
          }
        } @else {
          <dl class="facts">
            <div>
              <dt>Preavviso</dt>
              <dd>{{ r.preavvisoGiorni }} giorni liberi; d’urgenza almeno {{ r.preavvisoUrgenza }}</dd>
            </div>
            <div>
              <dt>Numero legale</dt>
              <dd>{{ inParole(r.quorum) }}</dd>
            </div>
            <div>
              <dt>In seconda convocazione</dt>
              <dd>{{ inParole(r.quorumSeconda) }}</dd>
            </div>
            <div>
              <dt>Assenze</dt>
              <dd>
                {{
                  r.assenzeDecadenza === 0
                    ? 'la decadenza non viene mai proposta'
                    : 'la decadenza viene proposta dopo ' + r.assenzeDecadenza + ' assenze ingiustificate di fila'
                }}
              </dd>
            </div>
            <div>
              <dt>Per scrivere in un procedimento di decadenza</dt>
              <dd>{{ giorni(r.giorniContraddittorio) }}</dd>
            </div>
            <div>
              <dt>Per completare una designazione</dt>
              <dd>{{ giorni(r.giorniIntegrazione) }}</dd>
            </div>
            <div>
              <dt>Per indicare un altro titolare dopo le dimissioni</dt>
              <dd>{{ giorni(r.giorniSostituzione) }}</dd>
            </div>
            <div>
              <dt>Promemoria</dt>
              <dd>{{ promemoria() }}</dd>
            </div>
            <div>
              <dt>Correzioni ai verbali</dt>
              <dd>entro {{ r.giorniRevisione }} giorni</dd>
            </div>
            <div>
              <dt>Chi approva i verbali</dt>
              <dd>{{ chiApprova[r.approvaVerbale] }}{{ r.duePersone ? '; chi approva non pubblica' : '' }}</dd>
            </div>
          </dl>
          <p>Le regole le stabilisce il coordinatore.</p>
        }
      } @else {
        <app-resource-state [of]="tavolo.problem() ? tavolo : regole" />
      }
    </div>
  `,
})
export class RegolePage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly regole = regoleResource(this.ambito, this.slug);
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly giorni = (n: number): string => (n === 1 ? '1 giorno' : `${n} giorni`);
  protected readonly inParole = quorumInParole;
  protected readonly chiApprova = CHI_APPROVA;
  readonly #permissions = inject(Permissions);
  protected readonly puoCambiare = computed(() =>
    this.#permissions.can('tavolo.regola', this.ambito(), { tavoloId: this.tavolo.value()?.id ?? null }),
  );
  protected readonly promemoria = computed(() => {
    const { promemoriaSettimana = false, promemoriaVigilia = false } = this.regole.value() ?? {};
    return (
      [promemoriaSettimana ? 'una settimana prima' : '', promemoriaVigilia ? 'il giorno prima' : ''].filter(Boolean).join(' e ') ||
      'nessuno'
    );
  });
}
