import { Component, type ElementRef, signal, viewChild } from '@angular/core';
import { UsaSegreto } from '../../session/usa-segreto';
import { invitoApi } from '../incontri.api';

/** Where the link "non ricevere più" of a reminder leads: one button, and it is done. */
@Component({
  selector: 'app-disiscrizione-page',
  imports: [UsaSegreto],
  template: `
    <div class="container section">
      @if (fatto()) {
        <h1 #titolo tabindex="-1">Non ti manderemo più promemoria</h1>
        <p class="lead">Continuerai a ricevere le convocazioni e gli avvisi di spostamento o annullamento: quelli ti spettano.</p>
        <p>Puoi chiudere questa pagina.</p>
      } @else {
        <app-usa-segreto
          titolo="Non ricevere più promemoria"
          testo="Premi il pulsante per non ricevere più i promemoria degli incontri. Le convocazioni arriveranno comunque."
          bottone="Non mandarmi più promemoria"
          [azione]="disiscrivi"
        >
          <p>Apri di nuovo il collegamento dall’ultimo promemoria che hai ricevuto.</p>
        </app-usa-segreto>
      }
    </div>
  `,
})
export class DisiscrizionePage {
  protected readonly fatto = signal(false);
  readonly #api = invitoApi();
  private readonly titoloRef = viewChild<ElementRef<HTMLElement>>('titolo');

  protected readonly disiscrivi = async (segreto: string): Promise<void> => {
    await this.#api.disiscrivi(segreto);
    this.fatto.set(true);
    setTimeout(() => this.titoloRef()?.nativeElement.focus()); // the button is gone
  };
}
