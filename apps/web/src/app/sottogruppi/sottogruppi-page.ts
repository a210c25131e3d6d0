import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { conGiorno, type SottogruppoView } from '@tavoli/shared';
import { ResourceState } from '../page/resource-state';
import { tavoloResource } from '../tavoli/tavoli.api';
import { Annunci } from '../ui/annunci';
import { EmptyState } from '../ui/empty-state';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { sottogruppiCommands, sottogruppiResource } from './sottogruppi.api';
import { durata } from './sottogruppi.words';

/** The sottogruppi of a tavolo, for who leads it: made, changed, closed. */
@Component({
  selector: 'app-sottogruppi-page',
  imports: [ConfirmDialog, EmptyState, ResourceState, RouterLink],
  template: `
    <div class="container section">
      @if (tavolo.hasValue() && sottogruppi.hasValue()) {
        @let t = tavolo.value();
        <h1>Sottogruppi</h1>
        <p class="lead">
          Un sottogruppo lavora a un compito per il tavolo <a [routerLink]="['/', ambito(), 'tavoli', slug()]">{{ t.nome }}</a>, con persone
          scelte tra chi vi siede. Ha incontri, verbali ed elaborati suoi; il tavolo li riprende nei propri.
        </p>
        @if (t.chiusoIl === null && t.padre === null) {
          <p class="actions"><a class="btn btn-primary" routerLink="nuovo">Nuovo sottogruppo</a></p>
        }
        <ul class="list-rows">
          @for (g of aperti(); track g.id) {
            <li>
              <h2 class="h5 mb-1">
                <a [routerLink]="['/', ambito(), 'tavoli', g.slug]">{{ g.nome }}</a>
              </h2>
              <p class="mb-1">{{ g.scopo }}</p>
              <p class="text-muted mb-1">{{ durata(g) }}</p>
              <p class="mb-1"><strong>Ne fanno parte:</strong> {{ persone(g) }}</p>
              <p class="actions mt-3 mb-0">
                <a class="btn btn-outline-primary btn-sm" [routerLink]="g.slug"
                  >Modifica<span class="visually-hidden"> «{{ g.nome }}»</span></a
                >
                <a class="btn btn-outline-primary btn-sm" [routerLink]="['/', ambito(), 'area', 'tavoli', g.slug, 'incontri', 'nuovo']"
                  >Nuovo incontro<span class="visually-hidden"> di «{{ g.nome }}»</span></a
                >
                <button type="button" class="btn btn-outline-danger btn-sm" (click)="chiudi(domanda, g)">
                  Chiudi<span class="visually-hidden"> «{{ g.nome }}»</span>
                </button>
              </p>
            </li>
          }
        </ul>
        @if (aperti().length === 0) {
          <app-empty-state title="Nessun sottogruppo" icon="people">
            <p>Creane uno quando un tema ha bisogno di poche persone che ci lavorino tra un incontro e l’altro.</p>
          </app-empty-state>
        }
        @if (chiusi().length > 0) {
          <h2 class="h5 mt-4">Chiusi</h2>
          <ul>
            @for (g of chiusi(); track g.id) {
              <li>
                <a [routerLink]="['/', ambito(), 'tavoli', g.slug]">{{ g.nome }}</a>, {{ dal(g.chiusoIl ?? '') }}
              </li>
            }
          </ul>
        }
        <app-confirm-dialog
          #domanda
          titolo="Chiudere il sottogruppo?"
          conferma="Chiudi e avvisa"
          tone="danger"
          motivata
          etichettaMotivazione="Perché si chiude"
          aiutoMotivazione="Lo leggono le persone del sottogruppo e i loro enti."
        >
          <p>
            «{{ scelto()?.nome }}» finisce oggi. I suoi incontri già convocati sono annullati e chi era chiamato riceve la disdetta. Verbali
            ed elaborati restano sul portale, e chi ne faceva parte continua a sedere al tavolo.
          </p>
        </app-confirm-dialog>
      } @else {
        <app-resource-state [of]="tavolo.problem() ? tavolo : sottogruppi" />
      }
    </div>
  `,
})
export class SottogruppiPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly sottogruppi = sottogruppiResource(this.ambito, this.slug);
  readonly #items = computed(() => this.sottogruppi.value()?.items ?? []);
  protected readonly aperti = computed(() => this.#items().filter(g => g.chiusoIl === null));
  protected readonly chiusi = computed(() => this.#items().filter(g => g.chiusoIl !== null));
  protected readonly scelto = signal<SottogruppoView | null>(null);
  protected readonly durata = durata;
  protected readonly dal = (giorno: string) => conGiorno('dal', giorno);
  readonly #commands = sottogruppiCommands();
  readonly #annunci = inject(Annunci);

  protected persone({ membri }: SottogruppoView): string {
    const siedono = this.sottogruppi.value()?.siedono ?? [];
    const nomi = siedono.filter(s => membri.includes(s.rappresentanteId)).map(s => `${s.nome}, ${s.ente}`);
    return nomi.join('; ') || 'nessuno: chi ne faceva parte non siede più al tavolo';
  }

  protected async chiudi(domanda: ConfirmDialog, g: SottogruppoView): Promise<void> {
    this.scelto.set(g);
    if (!(await domanda.ask(motivazione => this.#commands.chiudi(this.ambito(), g, motivazione)))) return;
    this.#annunci.notify('Sottogruppo chiuso: chi ne faceva parte riceve un messaggio.');
    this.sottogruppi.reload();
  }
}
