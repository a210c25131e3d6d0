import { Component } from '@angular/core';

/** First stop of the keyboard. */
@Component({
  selector: 'app-skip-links',
  template: `
    <nav class="skiplinks" aria-label="Scorciatoie">
      <a class="visually-hidden-focusable" href="#contenuto">Vai al contenuto</a>
      <a class="visually-hidden-focusable" href="#menu">Vai al menu</a>
      <a class="visually-hidden-focusable" href="#fondo">Vai al piè di pagina</a>
    </nav>
  `,
})
export class SkipLinks {}
