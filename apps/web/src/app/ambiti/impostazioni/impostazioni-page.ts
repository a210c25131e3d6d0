import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CHIAVI_PAROLE, conta, type ImpostazioniView } from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { PrimiPassi } from './primi-passi';
import { impostazioniResource } from './impostazioni.api';

/** All that the office can change of its ambito, and what stands there now. */
@Component({
  selector: 'app-impostazioni-page',
  imports: [PrimiPassi, ResourceState, RouterLink],
  template: `
    <div class="container section">
      <h1>Impostazioni dell’ambito</h1>
      @if (impostazioni.hasValue()) {
        <p class="lead">
          Tutto quello che il portale dice del tuo ambito, e come funziona. Ogni cambiamento resta nel registro con la data e l’autore; i
          documenti già fatti non cambiano.
        </p>
        <app-primi-passi [ambito]="ambito()" [impostazioni]="impostazioni.value()" />
        <ul class="cards">
          @for (parte of parti(); track parte.titolo) {
            <li class="card-plain">
              <h2 class="h5">
                <a [routerLink]="parte.in">{{ parte.titolo }}</a>
              </h2>
              <p>{{ parte.testo }}</p>
              @if (parte.attenzione) {
                <p class="stato stato-attesa">{{ parte.attenzione }}</p>
              }
            </li>
          }
        </ul>
      } @else {
        <app-resource-state [of]="impostazioni" />
      }
    </div>
  `,
})
export class ImpostazioniPage {
  readonly ambito = input.required<string>();
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly parti = computed(() => {
    const i = this.impostazioni.value();
    return i ? [...comeSiPresenta(i), ...diCheEFatto(i)] : [];
  });
}

interface Parte {
  readonly titolo: string;
  readonly testo: string;
  readonly in: string;
  readonly attenzione?: string;
}

function comeSiPresenta(i: ImpostazioniView): Parte[] {
  const daConfermare = CHIAVI_PAROLE.filter(chiave => i.parole[chiave].daConfermare).length;
  const { piano, organoPolitico, organoTecnico } = i.parole;
  return [
    {
      titolo: 'Nome e contatti',
      testo: i.nomeEsteso.testo,
      in: 'contatti',
      attenzione: i.dpo === null ? 'Manca chi è responsabile della protezione dei dati' : '',
    },
    {
      titolo: 'Parole',
      testo: `Come si chiamano qui le cose: ${piano.testo}, ${organoPolitico.testo}, ${organoTecnico.testo}.`,
      in: 'parole',
      attenzione: daConfermare === 0 ? '' : conta(daConfermare, 'parola da confermare', 'parole da confermare'),
    },
    { titolo: 'L’ufficio', testo: 'Sede, orari e persone, come si leggono nella pagina pubblica.', in: 'ufficio' },
    {
      titolo: 'Domande frequenti',
      testo: conta(i.domande.length, 'domanda con la sua risposta', 'domande con la loro risposta', 'Nessuna domanda, per ora'),
      in: 'domande',
    },
  ];
}

function diCheEFatto(i: ImpostazioniView): Parte[] {
  const [fondi, leps, obiettivi] = (['fondi', 'leps', 'obiettivi'] as const).map(e => i.elenchi[e].filter(v => !v.ritirata).length);
  const eccezioni = conta(i.eccezioni.length, 'tavolo ha regole sue', 'tavoli hanno regole loro', 'Nessun tavolo ha regole sue');
  return [
    { titolo: 'Capofila', testo: i.capofila.at(-1)?.nome ?? '', in: 'capofila' },
    { titolo: 'Comuni', testo: conta(i.comuni.filter(c => c.oggi).length, 'comune', 'comuni'), in: 'comuni' },
    { titolo: 'Aree tematiche', testo: conta(i.aree.filter(a => !a.archiviata).length, 'area', 'aree'), in: 'aree' },
    { titolo: 'Fondi', testo: conta(fondi ?? 0, 'fondo', 'fondi'), in: 'elenchi/fondi' },
    { titolo: 'Livelli essenziali (LEPS)', testo: conta(leps ?? 0, 'livello', 'livelli'), in: 'elenchi/leps' },
    { titolo: 'Obiettivi della Regione', testo: conta(obiettivi ?? 0, 'obiettivo', 'obiettivi'), in: 'elenchi/obiettivi' },
    {
      titolo: 'Campi delle schede',
      testo: conta(
        i.campiScheda.filter(c => !c.ritirato).length,
        'campo che ogni nuova scheda chiede in più',
        'campi che ogni nuova scheda chiede in più',
        'Le schede non chiedono niente in più',
      ),
      in: 'schede',
    },
    {
      titolo: 'Da quando si siede al tavolo',
      testo: i.inizioMandato === 'elenco' ? 'Dal giorno dell’elenco degli ammessi.' : 'Da quando la designazione è accettata.',
      in: 'mandati',
    },
    { titolo: 'Regole per tutti i tavoli', testo: `Preavviso, numero legale, verbali. ${eccezioni}.`, in: 'regole' },
  ];
}
