import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { CurrentRoute } from '../page/current-route';
import { ParolePipe } from '../page/parole';

/** Where it leads, the words of it, and how programs that look for it call it. */
type Voce = readonly [path: string, parole: string, elemento?: string];

const PARTECIPA: readonly Voce[] = [
  ['tavoli', 'Tavoli'],
  ['incontri', 'Incontri'],
  ['verbali', 'Verbali'],
  ['contributi', 'Contributi'],
  ['avvisi', 'Avvisi'],
  ['area', 'Area personale'],
  ['ufficio', 'L’ufficio'],
  ['domande-frequenti', 'Domande frequenti', 'faq'],
  ['numeri', 'I numeri'],
  ['dati', 'Dati aperti'],
];
const LEGALI: readonly Voce[] = [
  ['privacy', 'Privacy', 'privacy-policy-link'],
  ['note-legali', 'Note legali', 'legal-notes'],
  ['accessibilita', 'Dichiarazione di accessibilità', 'accessibility-link'],
  ['sicurezza', 'Sicurezza'],
];

@Component({
  selector: 'app-site-footer',
  imports: [ParolePipe, RouterLink],
  templateUrl: './site-footer.html',
})
export class SiteFooter {
  protected readonly partecipa = PARTECIPA;
  protected readonly legali = LEGALI;
  readonly #corrente = inject(AmbitoCorrente);
  protected readonly ambito = this.#corrente.ambito;
  protected readonly path = inject(CurrentRoute).path;
  protected readonly home = this.#corrente.home;
  protected readonly nomi = computed(() => (this.ambito()?.comuni ?? []).map(comune => comune.nome).join(' · '));
}
