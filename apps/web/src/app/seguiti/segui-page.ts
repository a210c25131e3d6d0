import { Component, computed, type ElementRef, input, signal, viewChild } from '@angular/core';
import { UsaSegreto } from '../session/usa-segreto';
import { seguitiApi } from './seguiti.api';

const PAROLE = {
  conferma: {
    titolo: 'Segui questa pagina',
    testo: 'Premi il pulsante per ricevere le notizie a questo indirizzo.',
    bottone: 'Confermo, scrivetemi',
    fatto: 'Ora la segui',
    dopo: 'Ti scriviamo quando c’è una novità. In ogni messaggio c’è come smettere.',
  },
  ferma: {
    titolo: 'Non ricevere più queste notizie',
    testo: 'Premi il pulsante per non ricevere più notizie di questa pagina. Cancelliamo anche il tuo indirizzo.',
    bottone: 'Non mandatemi più notizie',
    fatto: 'Non ti scriveremo più',
    dopo: 'Abbiamo cancellato il tuo indirizzo.',
  },
} as const;

/** Where mails lead who follows something: to confirm, or to stop. By a button: programs that inspect mail open links too. */
@Component({
  selector: 'app-segui-page',
  imports: [UsaSegreto],
  template: `
    <div class="container section">
      @let p = parole();
      @if (fatto(); as cosa) {
        <h1 #titolo tabindex="-1">{{ p.fatto }}</h1>
        <p class="lead">{{ cosa }}</p>
        <p>{{ p.dopo }} Puoi chiudere questa pagina.</p>
      } @else {
        <app-usa-segreto [titolo]="p.titolo" [testo]="p.testo" [bottone]="p.bottone" [azione]="usa"
          ><p>Apri di nuovo il collegamento dall’ultimo messaggio che hai ricevuto.</p></app-usa-segreto
        >
      }
    </div>
  `,
})
export class SeguiPage {
  readonly cosa = input.required<'conferma' | 'ferma'>();
  protected readonly parole = computed(() => PAROLE[this.cosa()]);
  protected readonly fatto = signal<string | null>(null);
  readonly #api = seguitiApi();
  private readonly titoloRef = viewChild<ElementRef<HTMLElement>>('titolo');

  protected readonly usa = async (segreto: string): Promise<void> => {
    const { titolo } = await this.#api[this.cosa()](segreto);
    this.fatto.set(titolo || 'Fatto.');
    setTimeout(() => this.titoloRef()?.nativeElement.focus()); // the button is gone
  };
}
