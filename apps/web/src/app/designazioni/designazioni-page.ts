import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatData, STATI_DESIGNAZIONE, type DesignazioneRigaView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { attoInsieme } from '../page/tabella/atto-insieme';
import { elenco, plain } from '../page/tabella/elenco';
import { Accanto, ElencoTabella } from '../page/tabella/elenco-tabella';
import { Permissions } from '../session/permissions';
import { SessionStore } from '../session/session-store';
import { EmptyState } from '../ui/empty-state';
import { STATI } from '../ui/stati';
import { StatoBadge } from '../ui/stato-badge';
import { Cella, type Colonna } from '../ui/tabella/colonna';
import { DesignazioneAccanto } from './designazione-accanto';
import { designazioniCommands, designazioniConteggi, designazioniCsv, designazioniList, designazioniTutte } from './designazioni.api';
import { ACCETTA_INSIEME } from './designazioni.passi';

const nomi = (d: DesignazioneRigaView): string => d.rappresentanti.map(r => `${r.nome} ${r.cognome}`).join(', ');

const COLONNE: readonly Colonna<DesignazioneRigaView>[] = [
  { chiave: 'ente', titolo: 'Ente', ordina: 'ente', testo: d => d.ente.denominazione, principale: true },
  { chiave: 'tavolo', titolo: 'Tavolo', ordina: 'tavolo', testo: d => d.tavolo.nome, evidente: true },
  { chiave: 'persone', titolo: 'Persone', testo: d => nomi(d) || 'Nessuna persona indicata', evidente: true, secondaria: true },
  { chiave: 'stato', titolo: 'Stato', ordina: 'stato', testo: d => STATI[d.stato].label, evidente: true },
  {
    chiave: 'inviata',
    titolo: 'Inviata',
    ordina: 'inviata',
    testo: d => (d.inviataAt === null ? '–' : formatData(new Date(d.inviataAt))),
    secondaria: true,
  },
];

const FILTRI = [
  {
    chiave: 'stato',
    titolo: 'Stato',
    tutti: 'Tutti gli stati',
    nomi: Object.fromEntries(STATI_DESIGNAZIONE.map(s => [s, STATI[s].label])),
    inOrdine: STATI_DESIGNAZIONE,
  },
  { chiave: 'tavolo', titolo: 'Tavolo', tutti: 'Tutti i tavoli' },
  { chiave: 'ente', titolo: 'Ente', tutti: 'Tutti gli enti' },
  { chiave: 'avviso', titolo: 'Avviso', tutti: 'Tutti gli avvisi' },
] as const;

/** The designazioni that the reader may see: filtered, exported, accepted several at once, kept up to date live. */
@Component({
  selector: 'app-designazioni-page',
  imports: [Accanto, Cella, DesignazioneAccanto, ElencoTabella, EmptyState, RouterLink, StatoBadge],
  templateUrl: './designazioni-page.html',
})
export class DesignazioniPage {
  readonly ambito = input.required<string>();
  // What narrows and orders the list lives in the address, so that it can be linked, and comes back with the browser's own button.
  readonly stato = input('', { transform: plain });
  readonly tavolo = input('', { transform: plain });
  readonly ente = input('', { transform: plain });
  readonly avviso = input('', { transform: plain });
  readonly q = input('', { transform: plain });
  readonly ordina = input('', { transform: plain });
  readonly verso = input('', { transform: plain });
  readonly riga = input('', { transform: plain });

  readonly #permissions = inject(Permissions);
  readonly #session = inject(SessionStore);
  protected readonly miei = computed(() => this.#session.sessione().enti.filter(e => e.ambito.slug === this.ambito()));
  readonly #commands = designazioniCommands();
  readonly #tutte = designazioniTutte();
  readonly #accetta = attoInsieme<DesignazioneRigaView>(ACCETTA_INSIEME, {
    puo: d => d.azioni.includes('accetta'),
    anteprima: scelte => this.#commands.anteprimaAccetta(this.ambito(), scelte),
    esegui: scelte => this.#commands.accettaInsieme(this.ambito(), scelte),
    dopo: ({ id }) => this.designazioni.righe.patch(id, { stato: 'accettata', azioni: [] }),
  });

  protected readonly designazioni = elenco<DesignazioneRigaView>({
    nome: 'designazioni',
    titolo: 'Designazioni',
    colonne: COLONNE,
    filtri: FILTRI,
    cerca: 'Ente o persona',
    predefinito: { ordina: 'creata', verso: 'desc' },
    quanti: n => (n === 1 ? '1 designazione' : `${n} designazioni`),
    nomeDi: d => `la designazione di ${d.ente.denominazione} per ${d.tavolo.nome}`,
    valori: {
      stato: this.stato,
      tavolo: this.tavolo,
      ente: this.ente,
      avviso: this.avviso,
      q: this.q,
      ordina: this.ordina,
      verso: this.verso,
      riga: this.riga,
    },
    lista: query => designazioniList(this.ambito, query),
    conteggi: query => designazioniConteggi(this.ambito, query),
    tutte: (query, massimo) => this.#tutte(this.ambito(), query, massimo),
    atti: computed(() => (this.#permissions.somewhere('designazione.accetta', this.ambito()) ? [this.#accetta] : [])),
    csv: query => designazioniCsv(this.ambito(), query),
  });

  constructor() {
    liveReload('designazione', () => this.designazioni.reload());
  }
}
