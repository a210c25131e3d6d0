import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

export interface Barra {
  readonly nome: string;
  readonly quanti: number;
  /** Where its page is, if it has one. */
  readonly percorso?: readonly string[];
}

/** A chart of bars that is a table: who sees it compares lengths, who hears it reads the same figures. */
@Component({
  selector: 'app-barre',
  imports: [RouterLink],
  template: `
    <table class="bars">
      <caption>
        {{
          titolo()
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ cosa() }}</th>
          <th scope="col" class="bars-number">{{ quante() }}</th>
          <td aria-hidden="true"></td>
        </tr>
      </thead>
      <tbody>
        @for (riga of righe(); track riga.nome) {
          <tr>
            <th scope="row">
              @if (riga.percorso; as percorso) {
                <a [routerLink]="percorso">{{ riga.nome }}</a>
              } @else {
                {{ riga.nome }}
              }
            </th>
            <td class="bars-number">{{ riga.quanti }}</td>
            <td class="bars-bar" aria-hidden="true">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
                <rect height="10" [attr.width]="larghezza(riga.quanti)" />
              </svg>
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class Barre {
  readonly titolo = input.required<string>();
  /** Heading of the names, and of the figures. */
  readonly cosa = input.required<string>();
  readonly quante = input.required<string>();
  readonly righe = input.required<readonly Barra[]>();
  readonly #massimo = computed(() => Math.max(1, ...this.righe().map(r => r.quanti)));

  protected larghezza(quanti: number): number {
    return Math.round((quanti / this.#massimo()) * 1000) / 10;
  }
}
