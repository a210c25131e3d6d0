import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DaFareTavolo } from '../cruscotto/da-fare-tavolo';
import { Permissions } from '../session/permissions';
import { SessionStore } from '../session/session-store';
import { Parole } from '../ambiti/parole';
import { StatoBadge } from '../ui/stato-badge';
import type { Stato } from '../ui/stati';

interface Compito {
  readonly titolo: string;
  readonly testo: string;
  readonly link: readonly string[];
  readonly query?: Record<string, string>;
}

/** Where each person starts: what they can do here, by the roles they hold. */
@Component({
  selector: 'app-area-page',
  imports: [DaFareTavolo, RouterLink, StatoBadge],
  templateUrl: './area-page.html',
})
export class AreaPage {
  readonly ambito = input.required<string>();
  readonly #permissions = inject(Permissions);
  readonly #parole = inject(Parole);
  protected readonly session = inject(SessionStore);
  protected readonly enti = computed(() => this.session.sessione().enti.filter(e => e.ambito.slug === this.ambito()));
  protected readonly tavoli = computed(() => this.session.sessione().tavoli.filter(t => t.ambito.slug === this.ambito()));

  /** The tavoli of which this person is the referente. */
  protected readonly guidati = computed(() =>
    this.session
      .sessione()
      .incarichi.flatMap(i => (i.ruolo === 'referente' && i.ambito.slug === this.ambito() && i.tavolo !== null ? [i.tavolo] : [])),
  );

  protected readonly compiti = computed<Compito[]>(() => {
    const area = (...rest: string[]) => ['/', this.ambito(), 'area', ...rest];
    const roles = this.#permissions.roles(this.ambito());
    const compiti: Compito[] = this.guidati().flatMap(t => [
      { titolo: t.nome, testo: 'Esamina le designazioni arrivate al tuo tavolo.', link: area('designazioni'), query: { tavolo: t.id } },
      {
        titolo: `Elaborati: ${t.nome}`,
        testo: 'Scrivi quello che il tavolo porta nel Piano di Zona.',
        link: area('tavoli', t.slug, 'elaborati'),
      },
    ]);
    if (this.#permissions.can('cruscotto.vedi', this.ambito()))
      compiti.push({ titolo: 'Cruscotto', testo: 'Tutti i tavoli a colpo d’occhio, e che cosa resta da fare.', link: area('cruscotto') });
    if (compiti.length > 0)
      compiti.push(
        { titolo: 'Incontri', testo: 'Prepara, convoca e segui gli incontri.', link: area('incontri') },
        { titolo: 'Contributi ricevuti', testo: 'Leggi che cosa scrivono i cittadini, e rispondi.', link: area('contributi-ricevuti') },
      );
    if (roles.includes('coordinatore') || roles.includes('ufficio_di_piano')) {
      compiti.push(
        { titolo: 'Designazioni', testo: 'Tutte le designazioni dell’ambito, per stato e per tavolo.', link: area('designazioni') },
        { titolo: 'Enti', testo: 'Verifica gli enti che si sono registrati.', link: area('enti'), query: { stato: 'in_verifica' } },
        { titolo: 'Avvisi', testo: 'Prepara e segui gli avvisi.', link: area('avvisi') },
        { titolo: 'Messaggi inviati', testo: 'Che fine hanno fatto i messaggi del portale.', link: area('messaggi') },
      );
    }
    if (roles.includes('coordinatore') || roles.includes('ufficio_di_piano'))
      compiti.push({ titolo: 'Risorse e indicatori', testo: 'Le schede di progetto di tutti i tavoli, sommate.', link: area('elaborati') });
    if (this.#permissions.can('piano.prepara', this.ambito()))
      compiti.push({ titolo: 'Piano di Zona', testo: 'Allegati, dossier, invio alla Regione e pubblicazione.', link: area('piano') });
    if (this.#permissions.can('iter.segui', this.ambito())) {
      compiti.push(
        { titolo: 'Iter del Piano', testo: 'Le fasi, gli atti, l’accordo di programma.', link: area('iter') },
        { titolo: 'Adesioni', testo: 'Gli enti che aderiscono all’accordo, con le loro risorse.', link: area('adesioni') },
      );
    }
    if (this.#permissions.can('registro.vedi', this.ambito()))
      compiti.push({ titolo: 'Registro degli atti', testo: 'Chi ha fatto che cosa, e quando.', link: area('registro') });
    if (this.#permissions.can('oscuramento.vedi', this.ambito()))
      compiti.push({
        titolo: 'Dati personali pubblicati',
        testo: 'Oscura un passaggio o sostituisci un documento già pubblico.',
        link: area('oscuramenti'),
      });
    if (this.#permissions.can('incarico.elenca', this.ambito()))
      compiti.push({ titolo: 'Incarichi', testo: this.#parole.di('Chi è referente, chi lavora [al tecnico].'), link: area('incarichi') });
    if (roles.includes('coordinatore'))
      compiti.push({ titolo: 'Nuovo tavolo', testo: 'Aggiungi un tavolo al Piano di Zona.', link: area('tavoli', 'nuovo') });
    if (roles.includes('amministratore'))
      compiti.push({ titolo: 'Nuovo ambito', testo: 'Apri un altro ambito in questa installazione.', link: ['/', 'amministrazione'] });
    if (this.session.signedIn())
      compiti.push({ titolo: 'I miei contributi', testo: 'Quello che hai mandato ai tavoli, e a che punto è.', link: area('contributi') });
    return compiti;
  });

  protected readonly stato = (value: string): Stato => value as Stato;
}
