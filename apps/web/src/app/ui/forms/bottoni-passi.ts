import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import { Busy } from '../busy';
import { detto, type Detto, type Parole } from './passi';

/**
 * The buttons of the steps that a view allows now (`azioni`), in the order of their words: `<app-passi>` draws these and asks. Alone only
 * where nothing is asked by a dialog: an answer that takes one press, or opens its own question on the page.
 */
@Component({
  selector: 'app-bottoni-passi',
  imports: [Busy],
  template: `
    @for (b of bottoni(); track b.azione) {
      <button type="button" [attr.class]="b.classe" [appBusy]="inCorso() === b.azione" (click)="preme.emit(b.azione)">
        {{ b.label }}<span class="visually-hidden">{{ b.nome }}</span>
      </button>
    }
  `,
})
export class BottoniPassi<A extends string, V> {
  readonly parole = input.required<Parole<A, V>>();
  readonly vista = input.required<V>();
  readonly azioni = input.required<readonly A[]>();
  /** Only these, where other buttons stand between the steps. */
  readonly solo = input<readonly A[] | null>(null);
  /** Only the first stands out: one is as likely as the other. */
  readonly primo = input(false, { transform: booleanAttribute });
  /** Small ones, for a row of a list. */
  readonly piccoli = input(false, { transform: booleanAttribute });
  /** Of what these steps are, where they stand in a list: heard and not seen. */
  readonly nome = input<Detto<A>>('');
  /** The classes of the buttons, where they are not those of a button. */
  readonly classe = input<string | null>(null);
  readonly dice = input<(testo: string) => string>(testo => testo);
  /** The step that is being taken. */
  readonly inCorso = input<A | null>(null);
  readonly preme = output<A>();

  protected readonly bottoni = computed(() =>
    qui(this.parole(), this.solo())
      .filter(azione => this.azioni().includes(azione))
      .flatMap(azione => {
        const parole = this.parole()[azione];
        return 'altrove' in parole ? [] : [{ azione, label: this.dice()(detto(parole.label, this.vista())), tono: parole.tono }];
      })
      .map((b, i) => ({ ...b, nome: this.#nome(b.azione), classe: this.classe() ?? this.#stile(b.tono, i) })),
  );

  #nome(azione: A): string {
    const nome = detto(this.nome(), azione);
    return nome === '' || nome.startsWith(',') ? nome : ` ${nome}`;
  }

  #stile(tono: 'danger' | 'outline' | undefined, i: number): string {
    const outline = tono === 'outline' || (this.primo() && i > 0);
    const stile = tono === 'danger' ? 'outline-danger' : outline ? 'outline-primary' : 'primary';
    return `btn btn-${stile}${this.piccoli() ? ' btn-sm' : ''}`;
  }
}

/** The steps that stand here, in the order of their words. */
export const qui = <A extends string>(parole: Readonly<Record<A, unknown>>, solo: readonly A[] | null): A[] =>
  (Object.keys(parole) as A[]).filter(azione => solo === null || solo.includes(azione));
