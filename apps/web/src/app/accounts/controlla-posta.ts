import { afterNextRender, Component, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { problemOf, problemText } from '../ui/problem';

/** In place of the form, once a mail was asked for: the same words whether or not the address has an account. */
@Component({
  selector: 'app-controlla-posta',
  imports: [Busy],
  host: { class: 'd-block' },
  template: `
    <h1 #heading tabindex="-1">Controlla la posta</h1>
    <p class="lead">
      Abbiamo scritto a <strong>{{ email() }}</strong>. {{ testo() }}
    </p>
    <p>Il messaggio non arriva? Aspetta qualche minuto, guarda tra la posta indesiderata e controlla che l’indirizzo sia giusto.</p>
    <p class="actions">
      <button type="button" class="btn btn-outline-primary" [appBusy]="busy()" (click)="again()">Manda di nuovo</button>
      <ng-content />
    </p>
    @if (problem(); as text) {
      <div class="alert alert-warning" role="alert">{{ text }}</div>
    }
  `,
})
export class ControllaPosta {
  readonly email = input.required<string>();
  readonly testo = input.required<string>();
  /** Asks for the mail again. */
  readonly rinvia = input.required<(email: string) => Promise<unknown>>();
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  readonly #annunci = inject(Annunci);
  private readonly headingRef = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    afterNextRender(() => this.headingRef().nativeElement.focus());
  }

  protected async again(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.rinvia()(this.email());
      this.#annunci.notify('Messaggio mandato di nuovo: vale l’ultimo che ricevi.');
    } catch (error) {
      this.problem.set(problemText(problemOf(error)));
    } finally {
      this.busy.set(false);
    }
  }
}
