import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { CopiaTesto } from '../../ui/copia-testo';
import { Icon } from '../../ui/icon';
import { calendarioPubblico, novitaAtom } from '../incontri-pubblici.api';
import { indirizziCalendario } from './indirizzi-calendario';

/** How to have the incontri in one's own calendar: by links to the programs people use, never asking anything of them. */
@Component({
  selector: 'app-iscriviti-calendario',
  imports: [CopiaTesto, Icon],
  host: { class: 'd-block no-print' },
  template: `
    <section class="subscribe-box" aria-labelledby="titolo-iscriviti">
      <h2 class="h5" id="titolo-iscriviti"><app-icon name="calendar" /> Aggiungi al tuo calendario</h2>
      <p>
        Gli incontri {{ nome() ? 'del tavolo «' + nome() + '»' : 'di tutti i tavoli' }} nel calendario del tuo telefono o computer: quando
        una data cambia, cambia anche lì.
      </p>
      <ul class="list-plain actions mb-3">
        <li><a class="btn btn-primary btn-sm" [href]="indirizzi().webcal">Telefono o computer</a></li>
        <li>
          <a class="btn btn-outline-primary btn-sm" rel="external noopener noreferrer" [href]="indirizzi().google">Google Calendar</a>
        </li>
        <li><a class="btn btn-outline-primary btn-sm" rel="external noopener noreferrer" [href]="indirizzi().outlook">Outlook</a></li>
      </ul>
      <app-copia-testo label="Indirizzo del calendario" [testo]="indirizzi().https" />
      <details>
        <summary>Come funziona</summary>
        <p>
          Con «Telefono o computer» si apre il programma di calendario che usi già (iPhone, Mac, Outlook sul computer, Thunderbird) e ti
          chiede se iscriverti. I pulsanti di Google e Outlook portano sui loro siti, dove devi avere un account.
        </p>
        <p>
          Se il tuo programma non si apre, copia l’indirizzo e cercane la voce «Aggiungi calendario da URL» o «Iscriviti a un calendario».
        </p>
        <p>
          È solo da leggere e non chiede dati. Il tuo programma controlla le novità ogni tanto: alcuni ogni ora, altri una volta al giorno.
          Per smettere, togli il calendario dal tuo programma.
        </p>
      </details>
      @if (tavolo(); as slug) {
        <p class="mt-3 mb-0">Preferisci le notizie in un lettore di feed? <a [href]="atom(slug)">Feed Atom delle novità del tavolo</a>.</p>
      }
    </section>
  `,
})
export class IscrivitiCalendario {
  readonly ambito = input.required<string>();
  /** Slug and name of one tavolo; without them, the whole ambito. */
  readonly tavolo = input<string>();
  readonly nome = input<string>();
  readonly #origin = inject(DOCUMENT).location.origin;
  protected readonly indirizzi = computed(() => indirizziCalendario(this.#origin, calendarioPubblico(this.ambito(), this.tavolo())));
  protected readonly atom = (tavolo: string): string => novitaAtom(this.ambito(), tavolo);
}
