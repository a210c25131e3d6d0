import { Component, inject, input, output, signal } from '@angular/core';
import type { EmailStatoView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DataOraPipe } from '../ui/words/dates';
import { problemOf, problemText } from '../ui/problem';
import { StatoBadge } from '../ui/stato-badge';
import { messaggiCommands } from './messaggi.api';

/** What became of one mail; if it did not arrive, why, and a button to send it again. */
@Component({
  selector: 'app-messaggio-riga',
  imports: [Busy, DataOraPipe, StatoBadge],
  template: `
    @let m = messaggio();
    <p class="mb-1">{{ m.oggetto }}</p>
    <p class="mb-0 text-muted">
      <app-stato-badge
        [stato]="m.stato"
        [label]="m.stato === 'inviata' ? 'Consegnata al server di posta' : undefined"
        [tone]="m.stato === 'inviata' ? 'success' : undefined"
      />
      a {{ m.destinatario }}, {{ m.inviataAt ?? m.creataAt | dataOra }}
    </p>
    @if (m.errore) {
      <p class="mb-0">Il server di posta ha risposto: {{ m.errore }}</p>
    }
    @if (m.prossimoTentativoAt && m.tentativi > 0) {
      <p class="mb-0">Riproviamo {{ m.prossimoTentativoAt | dataOra }} (tentativi fatti: {{ m.tentativi }}).</p>
    }
    @if (m.stato === 'rifiutata' || m.stato === 'fallita') {
      <button type="button" class="btn btn-outline-primary btn-sm" [appBusy]="busy()" (click)="rinvia()">
        Manda di nuovo<span class="visually-hidden"> a {{ m.destinatario }}</span>
      </button>
    }
  `,
})
export class MessaggioRiga {
  readonly messaggio = input.required<EmailStatoView>();
  readonly ambito = input.required<string>();
  readonly rinviato = output();
  protected readonly busy = signal(false);
  readonly #commands = messaggiCommands();
  readonly #annunci = inject(Annunci);

  protected async rinvia(): Promise<void> {
    this.busy.set(true);
    await this.#commands.rinvia(this.ambito(), this.messaggio().id).then(
      () => this.#annunci.notify('Il messaggio è di nuovo in coda.'),
      (error: unknown) => this.#annunci.notify(problemText(problemOf(error)), 'danger'),
    );
    this.busy.set(false);
    this.rinviato.emit();
  }
}
