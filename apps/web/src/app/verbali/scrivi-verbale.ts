import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { IncontroView } from '@tavoli/shared';
import { Permissions } from '../session/permissions';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { idempotencyKey } from '../ui/idempotency';
import { problemOf, problemText } from '../ui/problem';
import { verbaliCommands } from './verbali.api';

/** From an incontro to its verbale: made now, half written, if there is none yet. */
@Component({
  selector: 'app-scrivi-verbale',
  imports: [Busy],
  template: `
    @if (puo()) {
      <button type="button" [class]="stile()" [appBusy]="inCorso()" (click)="apri()">Scrivi il verbale</button>
    }
  `,
})
export class ScriviVerbale {
  readonly ambito = input.required<string>();
  readonly incontro = input.required<IncontroView>();
  /** How its button looks where another thing is what one came for. */
  readonly stile = input('btn btn-primary');
  protected readonly inCorso = signal(false);
  readonly #permissions = inject(Permissions);
  protected readonly puo = computed(() => {
    const { id, stato, tavoloId, tavoli } = this.incontro();
    return (
      (stato === 'in_corso' || stato === 'svolto') &&
      this.#permissions.can('verbale.crea', this.ambito(), { tavoloId, incontroId: id, tavoli: tavoli.map(t => t.id) })
    );
  });
  readonly #commands = verbaliCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected async apri(): Promise<void> {
    this.inCorso.set(true);
    try {
      const { id } = await this.#commands.crea(this.ambito(), this.incontro().id, idempotencyKey());
      await this.#router.navigate(['/', this.ambito(), 'area', 'verbali', id]);
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.inCorso.set(false);
    }
  }
}
