import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Forma, Tacca } from './geometria';

export interface RigaGrafico {
  readonly nome: string;
  /** Where its page is, if it has one. */
  readonly percorso?: readonly string[];
  /** One for each of `colonne`: the figures, in words. */
  readonly celle: readonly string[];
  readonly forme: readonly Forma[];
}

/**
 * A chart that is a table: who sees it compares lengths, who hears it reads the same figures. Each row is drawn as SVG beside them, on the server too; shapes differ by form
 * as well as by colour, and what they mean is said below.
 */
@Component({
  selector: 'app-grafico',
  imports: [RouterLink],
  host: { class: 'd-block' },
  template: `
    <table class="grafico">
      <caption>
        {{
          titolo()
        }}
        @if (riassunto()) {
          <span class="grafico-riassunto">{{ riassunto() }}</span>
        }
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ cosa() }}</th>
          @for (colonna of colonne(); track colonna) {
            <th scope="col">{{ colonna }}</th>
          }
          <td aria-hidden="true" class="grafico-asse">
            <svg focusable="false">
              @for (tacca of tacche(); track tacca.nome) {
                <line [attr.x1]="tacca.x + '%'" [attr.x2]="tacca.x + '%'" y1="0" y2="100%" />
                <text [attr.x]="tacca.x + '%'" dx="4" y="1.1em">{{ tacca.nome }}</text>
              }
            </svg>
          </td>
        </tr>
      </thead>
      <tbody>
        @for (riga of righe(); track $index) {
          <tr>
            <th scope="row">
              @if (riga.percorso; as percorso) {
                <a [routerLink]="percorso">{{ riga.nome }}</a>
              } @else {
                {{ riga.nome }}
              }
            </th>
            @for (cella of riga.celle; track $index) {
              <td [attr.data-label]="colonne()[$index]">{{ cella }}</td>
            }
            <td class="grafico-riga" aria-hidden="true">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
                @for (forma of riga.forme; track $index) {
                  <rect
                    [attr.class]="'forma-' + forma.tipo"
                    [attr.x]="forma.x"
                    [attr.width]="forma.larghezza"
                    [attr.y]="alti[forma.tipo].y"
                    [attr.height]="alti[forma.tipo].altezza"
                    vector-effect="non-scaling-stroke"
                  />
                }
              </svg>
            </td>
          </tr>
        }
      </tbody>
    </table>
    @if (voci().length > 0) {
      <ul class="grafico-legenda" aria-hidden="true">
        @for (voce of voci(); track voce.tipo) {
          <li>
            <svg viewBox="0 0 20 10" focusable="false">
              <rect
                [attr.class]="'forma-' + voce.tipo"
                [attr.x]="voce.tipo === 'segno' ? 9 : 1"
                [attr.width]="voce.tipo === 'segno' ? 2 : 18"
                [attr.y]="alti[voce.tipo].y"
                [attr.height]="alti[voce.tipo].altezza"
                vector-effect="non-scaling-stroke"
              /></svg
            >{{ voce.nome }}
          </li>
        }
      </ul>
    }
  `,
})
export class Grafico {
  readonly titolo = input.required<string>();
  /** What it shows, in one sentence. */
  readonly riassunto = input('');
  /** Heading of the names. */
  readonly cosa = input.required<string>();
  /** Headings of the figures. */
  readonly colonne = input.required<readonly string[]>();
  readonly righe = input.required<readonly RigaGrafico[]>();
  readonly tacche = input<readonly Tacca[]>([]);
  /** What each shape means; those that no row draws are left out. */
  readonly legenda = input<readonly { readonly tipo: Forma['tipo']; readonly nome: string }[]>([]);
  protected readonly voci = computed(() => this.legenda().filter(({ tipo }) => this.righe().some(r => r.forme.some(f => f.tipo === tipo))));
  protected readonly alti: Readonly<Record<Forma['tipo'], { readonly y: number; readonly altezza: number }>> = {
    fondo: { y: 1, altezza: 8 },
    pieno: { y: 2.5, altezza: 5 },
    previsto: { y: 1, altezza: 8 },
    segno: { y: 0, altezza: 10 },
  };
}
