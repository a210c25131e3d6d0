import { NgTemplateOutlet } from '@angular/common';
import { Component, input } from '@angular/core';
import type { Documento as TipoDocumento, Testo } from '@tavoli/shared';

/** The text of a verbale, read only: drawn by the template, never as HTML of its own. Light enough for public pages. */
@Component({
  selector: 'app-documento',
  imports: [NgTemplateOutlet],
  host: { class: 'documento d-block' },
  template: `
    <ng-template #testi let-content>
      @for (t of content ?? []; track $index) {
        @if (href(t); as link) {
          <a [href]="link" rel="nofollow noreferrer"
            ><ng-container [ngTemplateOutlet]="tratto" [ngTemplateOutletContext]="{ $implicit: t }"
          /></a>
        } @else {
          <ng-container [ngTemplateOutlet]="tratto" [ngTemplateOutletContext]="{ $implicit: t }" />
        }
      }
    </ng-template>
    <ng-template #tratto let-t>
      @if (motivo(t); as perche) {
        <mark class="omissis"
          ><span class="visually-hidden">Omissis, {{ perche }}: </span>{{ t.text }}</mark
        >
      } @else if (has(t, 'bold') && has(t, 'italic')) {
        <strong
          ><em>{{ t.text }}</em></strong
        >
      } @else if (has(t, 'bold')) {
        <strong>{{ t.text }}</strong>
      } @else if (has(t, 'italic')) {
        <em>{{ t.text }}</em>
      } @else {
        <ng-container>{{ t.text }}</ng-container>
      }
    </ng-template>
    <ng-template #voci let-items>
      @for (voce of items; track $index) {
        <li><ng-container [ngTemplateOutlet]="blocchi" [ngTemplateOutletContext]="{ $implicit: voce.content }" /></li>
      }
    </ng-template>
    <ng-template #blocchi let-content>
      @for (b of content; track $index) {
        @switch (b.type) {
          @case ('paragraph') {
            <p><ng-container [ngTemplateOutlet]="testi" [ngTemplateOutletContext]="{ $implicit: b.content }" /></p>
          }
          @case ('heading') {
            @switch (b.attrs.level - 3 + titoli()) {
              @case (2) {
                <h2><ng-container [ngTemplateOutlet]="testi" [ngTemplateOutletContext]="{ $implicit: b.content }" /></h2>
              }
              @case (3) {
                <h3><ng-container [ngTemplateOutlet]="testi" [ngTemplateOutletContext]="{ $implicit: b.content }" /></h3>
              }
              @default {
                <h4><ng-container [ngTemplateOutlet]="testi" [ngTemplateOutletContext]="{ $implicit: b.content }" /></h4>
              }
            }
          }
          @case ('bulletList') {
            <ul>
              <ng-container [ngTemplateOutlet]="voci" [ngTemplateOutletContext]="{ $implicit: b.content }" />
            </ul>
          }
          @case ('orderedList') {
            <ol>
              <ng-container [ngTemplateOutlet]="voci" [ngTemplateOutletContext]="{ $implicit: b.content }" />
            </ol>
          }
          @case ('table') {
            <div class="table-responsive">
              <table class="table">
                @for (riga of b.content; track $index) {
                  <tr>
                    @for (cella of riga.content; track $index) {
                      @if (cella.type === 'tableHeader') {
                        <th scope="col">
                          <ng-container [ngTemplateOutlet]="testi" [ngTemplateOutletContext]="{ $implicit: cella.content[0].content }" />
                        </th>
                      } @else {
                        <td>
                          <ng-container [ngTemplateOutlet]="testi" [ngTemplateOutletContext]="{ $implicit: cella.content[0].content }" />
                        </td>
                      }
                    }
                  </tr>
                }
              </table>
            </div>
          }
        }
      }
    </ng-template>
    <ng-container [ngTemplateOutlet]="blocchi" [ngTemplateOutletContext]="{ $implicit: documento().content }" />
  `,
})
export class Documento {
  readonly documento = input.required<TipoDocumento>();
  /** Level of its first headings on the page: 2 where it is the page. */
  readonly titoli = input<2 | 3>(3);

  protected has(t: Testo, type: 'bold' | 'italic'): boolean {
    return t.marks?.some(m => m.type === type) === true;
  }

  protected href(t: Testo): string | null {
    const link = t.marks?.find(m => m.type === 'link');
    return link?.type === 'link' ? link.attrs.href : null;
  }

  /** Why a passage is left out of the public text; null: it is not. */
  protected motivo(t: Testo): string | null {
    const omissis = t.marks?.find(m => m.type === 'omissis');
    return omissis?.type === 'omissis' ? omissis.attrs.motivo : null;
  }
}
