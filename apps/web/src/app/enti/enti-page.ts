import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ETICHETTE_NATURA, formatData, STATI_ENTE, type AzioneEnte, type EnteRigaView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { attoInsieme } from '../page/tabella/atto-insieme';
import { elenco, plain } from '../page/tabella/elenco';
import { Accanto, ElencoTabella } from '../page/tabella/elenco-tabella';
import { Permissions } from '../session/permissions';
import { EmptyState } from '../ui/empty-state';
import { AppPassi, DomandaExtra } from '../ui/forms/app-passi';
import { conMotivo, passi } from '../ui/forms/passi';
import { STATI } from '../ui/stati';
import { StatoBadge } from '../ui/stato-badge';
import { Cella, type Colonna } from '../ui/tabella/colonna';
import { EnteAccanto } from './ente-accanto';
import { entiCommands, entiConteggi, entiCsv, entiList, entiTutti } from './enti.api';
import { AZIONI_IN_ELENCO, VERIFICA_INSIEME } from './enti.passi';

const COLONNE: readonly Colonna<EnteRigaView>[] = [
  { chiave: 'denominazione', titolo: 'Ente', ordina: 'denominazione', testo: e => e.denominazione, principale: true },
  {
    chiave: 'natura',
    titolo: 'Natura giuridica',
    ordina: 'natura',
    testo: e => ETICHETTE_NATURA[e.naturaGiuridica],
    evidente: true,
    secondaria: true,
  },
  { chiave: 'comune', titolo: 'Comune', ordina: 'comune', testo: e => e.comune || '–', evidente: true, secondaria: true },
  { chiave: 'stato', titolo: 'Stato', ordina: 'stato', testo: e => STATI[e.stato].label, evidente: true },
  { chiave: 'registrato', titolo: 'Registrato', ordina: 'registrato', testo: e => formatData(new Date(e.creatoAt)), secondaria: true },
  { chiave: 'azioni', titolo: 'Che cosa puoi fare', testo: () => '', evidente: true },
];

const FILTRI = [
  {
    chiave: 'stato',
    titolo: 'Stato',
    tutti: 'Tutti gli stati',
    nomi: Object.fromEntries(STATI_ENTE.map(s => [s, STATI[s].label])),
    inOrdine: STATI_ENTE,
  },
  { chiave: 'natura', titolo: 'Natura giuridica', tutti: 'Tutte le nature', nomi: ETICHETTE_NATURA },
  { chiave: 'comune', titolo: 'Comune', tutti: 'Tutti i comuni' },
  { chiave: 'statuto', titolo: 'Statuto', tutti: 'Con e senza', nomi: { si: 'Caricato', no: 'Manca' }, inOrdine: ['si', 'no'] },
] as const;

/** The enti that the reader may see: all of the ambito for the offices, who verify them from here; one's own for everybody else. */
@Component({
  selector: 'app-enti-page',
  imports: [Accanto, AppPassi, Cella, DomandaExtra, ElencoTabella, EmptyState, EnteAccanto, RouterLink, StatoBadge],
  templateUrl: './enti-page.html',
})
export class EntiPage {
  readonly ambito = input.required<string>();
  // What narrows and orders the list lives in the address, so that it can be linked, and comes back with the browser's own button.
  readonly stato = input('', { transform: plain });
  readonly natura = input('', { transform: plain });
  readonly comune = input('', { transform: plain });
  readonly statuto = input('', { transform: plain });
  readonly q = input('', { transform: plain });
  readonly ordina = input('', { transform: plain });
  readonly verso = input('', { transform: plain });
  readonly riga = input('', { transform: plain });

  readonly #permissions = inject(Permissions);
  protected readonly ufficio = computed(() => this.#permissions.can('ente.verifica', this.ambito()));
  protected readonly nature = ETICHETTE_NATURA;
  readonly #commands = entiCommands();
  readonly #tutti = entiTutti();
  readonly #verifica = attoInsieme<EnteRigaView>(VERIFICA_INSIEME, {
    puo: ente => ente.azioni.includes('verifica'),
    anteprima: enti => this.#commands.anteprimaVerifica(this.ambito(), enti),
    esegui: enti => this.#commands.verificaInsieme(this.ambito(), enti),
    dopo: ({ id }) => this.enti.righe.patch(id, { stato: 'verificato', azioni: [] }),
  });

  protected readonly enti = elenco<EnteRigaView>({
    nome: 'enti',
    titolo: 'Enti',
    colonne: COLONNE,
    filtri: FILTRI,
    cerca: 'Nome o codice fiscale',
    predefinito: { ordina: 'registrato', verso: 'desc' },
    quanti: n => (n === 1 ? '1 ente' : `${n} enti`),
    nomeDi: ente => ente.denominazione,
    valori: {
      stato: this.stato,
      natura: this.natura,
      comune: this.comune,
      statuto: this.statuto,
      q: this.q,
      ordina: this.ordina,
      verso: this.verso,
      riga: this.riga,
    },
    lista: query => entiList(this.ambito, query),
    conteggi: query => entiConteggi(this.ambito, query),
    tutte: (query, massimo) => this.#tutti(this.ambito(), query, massimo),
    atti: computed(() => (this.ufficio() ? [this.#verifica] : [])),
    csv: query => entiCsv(this.ambito(), query),
  });

  protected readonly decisioni = ['verifica', 'respingi'] as const;
  /** The row stays where it is, with what became of it. */
  protected readonly passi = passi<AzioneEnte, EnteRigaView>(
    AZIONI_IN_ELENCO,
    async (ente, azione, motivazione) => {
      const { stato, azioni, version } = await this.#commands.esegui(this.ambito(), ente, azione, conMotivo(motivazione));
      this.enti.righe.patch(ente.id, { stato, azioni, version });
    },
    () => this.enti.reload(),
  );

  constructor() {
    liveReload('ente', () => this.enti.reload());
  }
}
