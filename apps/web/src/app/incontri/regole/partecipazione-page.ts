import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { conData, type PartecipazioneView } from '@tavoli/shared';
import { Permissions } from '../../session/permissions';
import { tavoloResource } from '../../tavoli/tavoli.api';
import { EmptyState } from '../../ui/empty-state';
import { ResourceState } from '../../page/resource-state';
import { partecipazioneResource } from '../incontri.api';

const contati = (n: number, uno: string, molti: string) => (n === 1 ? `1 ${uno}` : `${n} ${molti}`);

/** How each ente took part while it sat at the tavolo; decadenza is proposed with its evidence, and the procedimento begins from here. */
@Component({
  selector: 'app-partecipazione-page',
  imports: [EmptyState, ResourceState, RouterLink],
  template: `
    <div class="container section">
      @if (partecipazione.hasValue() && tavolo.hasValue()) {
        <h1>Partecipazione degli enti</h1>
        <p class="lead">
          Chi è venuto agli incontri di <a [routerLink]="['/', ambito(), 'tavoli', slug()]">{{ tavolo.value().nome }}</a>. Di ogni ente
          contano solo gli incontri svolti mentre sedeva al tavolo.
        </p>
        @if (proposte().length > 0) {
          <section class="highlight" aria-labelledby="titolo-decadenza">
            <h2 class="h4" id="titolo-decadenza">Decadenza da valutare</h2>
            <p>
              La regola del tavolo propone di valutare la decadenza. Non avviene nulla da solo: decide il coordinatore, sentito l’ente.
              <a [routerLink]="['/', ambito(), 'area', 'tavoli', slug(), 'regole']">Leggi la regola</a>.
            </p>
            <ul>
              @for (p of proposte(); track p.ente.id) {
                <li>
                  <strong>{{ p.ente.denominazione }}</strong>: {{ prove(p) }}
                  @if (p.decadenzaId; as decadenza) {
                    <a [routerLink]="['/', ambito(), 'area', 'decadenze', decadenza]">Vedi il procedimento aperto</a>
                  } @else if (puoAprire()) {
                    <a [routerLink]="['/', ambito(), 'area', 'designazioni', p.designazioneId, 'decadenza']"
                      >Apri il procedimento<span class="visually-hidden"> su {{ p.ente.denominazione }}</span></a
                    >
                  } @else if (puoProporre() && p.proposta?.risposta !== null) {
                    <a [routerLink]="['/', ambito(), 'area', 'designazioni', p.designazioneId, 'proposta-di-decadenza']"
                      >Proponilo a chi decide<span class="visually-hidden">: {{ p.ente.denominazione }}</span></a
                    >
                  }
                  @if (!p.decadenzaId && p.proposta; as proposta) {
                    <br />
                    {{
                      proposta.risposta === null
                        ? 'Proposta inviata ' + giorno(proposta.at) + ': aspetta una risposta.'
                        : 'La proposta inviata ' + giorno(proposta.at) + ' non è stata accolta: ' + proposta.risposta
                    }}
                  }
                </li>
              }
            </ul>
          </section>
        }
        @if (partecipazione.value().items.length > 0) {
          <div class="table-responsive" role="region" aria-label="Partecipazione degli enti" tabindex="0">
            <table class="table table-stacked">
              <thead>
                <tr>
                  <th scope="col">Ente</th>
                  <th scope="col">Incontri</th>
                  <th scope="col">Presenze</th>
                  <th scope="col">Assenze giustificate</th>
                  <th scope="col">Assenze</th>
                  <th scope="col">Assenze di fila</th>
                </tr>
              </thead>
              <tbody>
                @for (p of partecipazione.value().items; track p.ente.id) {
                  <tr>
                    <th scope="row">
                      @if (puoAprireEnti()) {
                        <a [routerLink]="['/', ambito(), 'area', 'enti', p.ente.id]">{{ p.ente.denominazione }}</a>
                      } @else {
                        {{ p.ente.denominazione }}
                      }
                    </th>
                    <td data-label="Incontri">{{ p.incontri }}</td>
                    <td data-label="Presenze">{{ p.presenze }}{{ p.incontri > 0 ? ' (' + percento(p) + ')' : '' }}</td>
                    <td data-label="Assenze giustificate">{{ p.giustificate }}</td>
                    <td data-label="Assenze">{{ p.assenze }}</td>
                    <td data-label="Assenze di fila">{{ p.assenzeDiFila }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        } @else {
          <app-empty-state title="Nessun ente siede al tavolo" icon="people"
            ><p>La partecipazione si legge qui dopo il primo incontro.</p></app-empty-state
          >
        }
      } @else {
        <app-resource-state [of]="tavolo.problem() ? tavolo : partecipazione" />
      }
    </div>
  `,
})
export class PartecipazionePage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly partecipazione = partecipazioneResource(this.ambito, this.slug);
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  readonly #permissions = inject(Permissions);
  protected readonly puoAprireEnti = computed(() => this.#permissions.can('ente.verifica', this.ambito()));
  protected readonly puoAprire = computed(() => this.#permissions.can('decadenza.apri', this.ambito()));
  protected readonly puoProporre = computed(() =>
    this.#permissions.can('decadenza.proponi', this.ambito(), { tavoloId: this.tavolo.value()?.id ?? null }),
  );
  protected readonly giorno = (at: string): string => conData('il', new Date(at));
  protected readonly proposte = computed(() => (this.partecipazione.value()?.items ?? []).filter(p => p.decadenzaProposta));

  protected percento({ presenze, incontri }: PartecipazioneView): string {
    return `${Math.round((100 * presenze) / incontri)}%`;
  }

  protected prove(p: PartecipazioneView): string {
    return `${contati(p.assenzeDiFila, 'assenza ingiustificata', 'assenze ingiustificate')} di fila; in tutto ${contati(p.presenze, 'presenza', 'presenze')} su ${contati(p.incontri, 'incontro', 'incontri')}.`;
  }
}
