import { Component, output } from '@angular/core';

/** What was left out at a choice between two texts: it can still be read, and put back. */
@Component({
  selector: 'app-testo-scartato',
  host: { class: 'd-block alert alert-info' },
  template: `
    <p>Hai tenuto un altro testo; quello che avevi scritto è ancora qui, in questo browser.</p>
    <details class="details">
      <summary>Leggi quello che avevi scritto</summary>
      <ng-content />
    </details>
    <button type="button" class="link-button" (click)="rimesso.emit()">Rimettilo al posto di questo</button> ·
    <button type="button" class="link-button" (click)="dimenticato.emit()">Non mi serve più</button>
  `,
})
export class TestoScartato {
  readonly rimesso = output<void>();
  readonly dimenticato = output<void>();
}
