import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DemoPersonaView } from '@tavoli/shared';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { problemOf, problemText } from '../ui/problem';
import { ResourceState } from '../page/resource-state';
import { demoCommands, personeResource } from './demo.api';

/** The invented people: one click to enter as any of them. */
@Component({
  selector: 'app-demo-page',
  imports: [Busy, ResourceState, RouterLink],
  template: `
    <div class="container section">
      <h1>Entra nella dimostrazione</h1>
      <p class="lead">
        Persone ed enti sono inventati. Scegli chi essere: puoi cambiare in ogni momento tornando qui. I messaggi che il portale manderebbe
        si leggono nella <a routerLink="/demo/posta">posta della dimostrazione</a>.
      </p>
      @if (persone.hasValue()) {
        <ul class="list-rows">
          @for (persona of persone.value().items; track persona.id) {
            <li class="row-item">
              <div class="row-main">
                <h2 class="h5 mb-1">{{ persona.nome }} {{ persona.cognome }}</h2>
                <p class="mb-0">{{ persona.chi }}</p>
              </div>
              <button type="button" class="btn btn-outline-primary btn-sm" [appBusy]="busy() === persona.id" (click)="entra(persona)">
                Entra<span class="visually-hidden"> come {{ persona.nome }} {{ persona.cognome }}</span>
              </button>
            </li>
          }
        </ul>
      } @else {
        <app-resource-state [of]="persone" />
      }
    </div>
  `,
})
export class DemoPage {
  protected readonly persone = personeResource();
  protected readonly busy = signal<string | null>(null);
  readonly #commands = demoCommands();
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected async entra(persona: DemoPersonaView): Promise<void> {
    this.busy.set(persona.id);
    try {
      await this.#commands.accedi(persona.id);
      const sessione = await this.#session.reload();
      const slug = [...sessione.incarichi, ...sessione.enti, ...sessione.tavoli][0]?.ambito.slug;
      this.#annunci.notify(`Ora sei ${persona.nome} ${persona.cognome}.`);
      await this.#router.navigate(slug ? ['/', slug, 'area'] : ['/']);
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.busy.set(null);
    }
  }
}
