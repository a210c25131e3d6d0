import { NgTemplateOutlet } from '@angular/common';
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BloccoGuida, VersoGuida } from '@tavoli/shared';

/** The text of the guide, drawn block by block: never as HTML of its own. */
@Component({
  selector: 'app-guida-blocchi',
  imports: [NgTemplateOutlet, RouterLink],
  host: { class: 'guida-testo d-block' },
  template: `
    <ng-template #parole let-tratti>
      @for (t of tratti; track $index) {
        @if (t.verso; as verso) {
          <a [routerLink]="via(verso)" [fragment]="verso.ancora ?? undefined"
            ><ng-container [ngTemplateOutlet]="tratto" [ngTemplateOutletContext]="{ $implicit: t }"
          /></a>
        } @else {
          <ng-container [ngTemplateOutlet]="tratto" [ngTemplateOutletContext]="{ $implicit: t }" />
        }
      }
    </ng-template>
    <ng-template #tratto let-t>
      @if (t.forte) {
        <strong>{{ t.testo }}</strong>
      } @else if (t.enfasi) {
        <em>{{ t.testo }}</em>
      } @else {
        <ng-container>{{ t.testo }}</ng-container>
      }
    </ng-template>
    <ng-template #voci let-voci>
      @for (voce of voci; track $index) {
        <li>
          <ng-container [ngTemplateOutlet]="parole" [ngTemplateOutletContext]="{ $implicit: voce.tratti }" />
          @if (voce.sotto.length > 0) {
            <ul>
              @for (altra of voce.sotto; track $index) {
                <li><ng-container [ngTemplateOutlet]="parole" [ngTemplateOutletContext]="{ $implicit: altra }" /></li>
              }
            </ul>
          }
        </li>
      }
    </ng-template>

    @for (b of blocchi(); track $index) {
      @switch (b.tipo) {
        @case ('titolo') {
          @if (b.livello === 2) {
            <h2 [id]="b.ancora" tabindex="-1">
              <ng-container [ngTemplateOutlet]="parole" [ngTemplateOutletContext]="{ $implicit: b.tratti }" />
            </h2>
          } @else {
            <h3 [id]="b.ancora" tabindex="-1">
              <ng-container [ngTemplateOutlet]="parole" [ngTemplateOutletContext]="{ $implicit: b.tratti }" />
            </h3>
          }
        }
        @case ('paragrafo') {
          <p><ng-container [ngTemplateOutlet]="parole" [ngTemplateOutletContext]="{ $implicit: b.tratti }" /></p>
        }
        @case ('elenco') {
          @if (b.ordinato) {
            <ol>
              <ng-container [ngTemplateOutlet]="voci" [ngTemplateOutletContext]="{ $implicit: b.voci }" />
            </ol>
          } @else {
            <ul>
              <ng-container [ngTemplateOutlet]="voci" [ngTemplateOutletContext]="{ $implicit: b.voci }" />
            </ul>
          }
        }
        @case ('tabella') {
          <div class="table-responsive" tabindex="0" role="region" [attr.aria-label]="nomeTabella(b)">
            <table class="table">
              <thead>
                <tr>
                  @for (cella of b.intestazione; track $index) {
                    <th scope="col"><ng-container [ngTemplateOutlet]="parole" [ngTemplateOutletContext]="{ $implicit: cella }" /></th>
                  }
                </tr>
              </thead>
              <tbody>
                @for (riga of b.righe; track $index) {
                  <tr>
                    @for (cella of riga; track $index) {
                      <td><ng-container [ngTemplateOutlet]="parole" [ngTemplateOutletContext]="{ $implicit: cella }" /></td>
                    }
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
        @case ('figura') {
          <img
            [src]="'/guida/immagini/' + b.file"
            [alt]="b.descrizione"
            [width]="b.larghezza"
            [height]="b.altezza"
            loading="lazy"
            decoding="async"
          />
        }
      }
    }
  `,
})
export class GuidaBlocchi {
  readonly blocchi = input.required<readonly BloccoGuida[]>();

  /** Two tables of a page that begin alike are still told apart. */
  protected nomeTabella(tabella: Extract<BloccoGuida, { tipo: 'tabella' }>): string {
    const tabelle = this.blocchi().filter(b => b.tipo === 'tabella');
    return `Tabella ${tabelle.indexOf(tabella) + 1}: ${tabella.intestazione[0]?.[0]?.testo ?? ''}`;
  }

  protected via({ pagina }: VersoGuida): string[] {
    return ['/', 'guida', ...(pagina === null ? [] : [pagina])];
  }
}
