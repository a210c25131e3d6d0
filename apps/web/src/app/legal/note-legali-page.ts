import { Component } from '@angular/core';
import { Contatti } from './contatti';

@Component({
  selector: 'app-note-legali-page',
  imports: [Contatti],
  template: `
    <article class="container page prose">
      <h1>Note legali</h1>
      <h2>Chi pubblica questo sito</h2>
      <p>Il sito è pubblicato da: <app-contatti />.</p>
      <h2>Uso dei contenuti</h2>
      <p>
        Salvo dove è indicato diversamente, i contenuti si possono riusare con licenza Creative Commons Attribuzione 4.0 (CC BY 4.0), citando la fonte, come prevede l’articolo
        52 del Codice dell’amministrazione digitale.
      </p>
      <h2>Il programma</h2>
      <p>Il portale è software libero, con licenza EUPL 1.2: ogni amministrazione può riusarlo.</p>
      <h2>Valore delle informazioni</h2>
      <p>Fanno fede gli atti ufficiali pubblicati all’albo del comune capofila. Se trovi un errore, segnalacelo: lo correggiamo.</p>
    </article>
  `,
})
export class NoteLegaliPage {}
