import { Component, effect, signal, untracked } from '@angular/core';
import { conGiorno, type NominaView, type Problem } from '@tavoli/shared';
import { mailedSecret } from '../session/mailed-secret';
import { LoadingBar } from '../ui/loading-bar';
import { problemOf } from '../ui/problem';
import { nominaApi } from './diretti.api';
import { NominaPosto } from './nomina-posto';

const INCOMPLETO: Problem = { type: 'about:blank', status: 404, code: 'collegamento.non_valido', title: 'Il collegamento non è completo.' };

/** What an invited ente finds behind the mailed link: no account needed. The secret stays in the browser, after `#`. */
@Component({
  selector: 'app-nomina-page',
  imports: [LoadingBar, NominaPosto],
  template: `
    <div class="container section">
      @if (view(); as v) {
        <h1>Invito {{ v.posti.length === 1 ? 'a un tavolo' : 'ai tavoli' }}</h1>
        <p class="lead">
          {{ v.da }}, per i servizi sociali di {{ v.ambito.nome }}, invita <strong>{{ v.ente.denominazione }}</strong> con l’atto n.
          {{ v.atto.numero }} {{ giorno(v.atto.data) }}.
        </p>
        <p>
          Chi nominate riceve un messaggio e decide se acconsentire: solo allora siede al tavolo e il suo nome diventa pubblico. La
          partecipazione è gratuita.
        </p>
        @for (posto of v.posti; track posto.id) {
          <app-nomina-posto
            [posto]="posto"
            [ambito]="v.ambito.slug"
            [segreto]="segreto()"
            (risposto)="view.set($event)"
            (cambiato)="ricarica()"
          />
        }
      } @else if (problem(); as p) {
        <h1>Non possiamo aprire questa pagina</h1>
        <p class="lead">{{ p.title }}</p>
        <p>
          Controllate di aver aperto il collegamento intero, così come si trova nel messaggio che avete ricevuto. Se non funziona, scrivete
          a chi vi ha invitato.
        </p>
      } @else {
        <h1>Invito a un tavolo</h1>
        <app-loading-bar [active]="true" />
      }
    </div>
  `,
})
export class NominaPage {
  protected readonly view = signal<NominaView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly segreto = mailedSecret();
  protected readonly giorno = (data: string): string => conGiorno('del', data);
  readonly #api = nominaApi();

  constructor() {
    effect(() => {
      const segreto = this.segreto();
      untracked(() => void this.#open(segreto));
    });
  }

  protected ricarica(): void {
    void this.#load(this.segreto());
  }

  async #open(segreto: string): Promise<void> {
    this.view.set(null);
    this.problem.set(segreto === '' ? INCOMPLETO : null);
    if (segreto !== '') await this.#load(segreto);
  }

  async #load(segreto: string): Promise<void> {
    const read = await this.#api.leggi(segreto).then(
      view => () => this.view.set(view),
      (error: unknown) => () => this.problem.set(problemOf(error)),
    );
    if (segreto === this.segreto()) read();
  }
}
