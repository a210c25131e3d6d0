import type { NaturaGiuridica, StatoEnte } from '@tavoli/shared';

export interface DemoEnte {
  readonly key: string;
  readonly denominazione: string;
  readonly natura: NaturaGiuridica;
  readonly stato: StatoEnte;
  readonly comune: string;
  readonly aree: readonly number[];
  readonly motivazione?: string;
}

export const ENTI: readonly DemoEnte[] = [
  {
    key: 'ponte',
    denominazione: 'Associazione Il Ponte (demo)',
    natura: 'odv',
    stato: 'verificato',
    comune: 'Corigliano-Rossano',
    aree: [2, 4],
  },
  { key: 'aurora', denominazione: 'Aurora (demo) APS', natura: 'aps', stato: 'verificato', comune: 'Crosia', aree: [0, 1, 3] },
  {
    key: 'fili',
    denominazione: 'Cooperativa sociale Fili d’erba (demo)',
    natura: 'cooperativa_sociale',
    stato: 'verificato',
    comune: 'Corigliano-Rossano',
    aree: [3, 4],
  },
  {
    key: 'sibari',
    denominazione: 'Comitato Piana Aperta (demo)',
    natura: 'gruppo_informale',
    stato: 'verificato',
    comune: 'Corigliano-Rossano',
    aree: [5],
  },
  {
    key: 'scuola',
    denominazione: 'Istituto comprensivo Girasole (demo)',
    natura: 'istituto_scolastico',
    stato: 'verificato',
    comune: 'San Demetrio Corone',
    aree: [0, 1],
  },
  {
    key: 'sindacato',
    denominazione: 'Sindacato pensionati Argento (demo)',
    natura: 'organizzazione_sindacale',
    stato: 'verificato',
    comune: 'Corigliano-Rossano',
    aree: [2],
  },
  {
    key: 'casa',
    denominazione: 'Fondazione Casa Comune (demo)',
    natura: 'fondazione',
    stato: 'verificato',
    comune: 'Longobucco',
    aree: [4, 8],
  },
  { key: 'nido', denominazione: 'Il Nido (demo) ODV', natura: 'odv', stato: 'in_verifica', comune: 'Calopezzati', aree: [0] },
  {
    key: 'vela',
    denominazione: 'Polisportiva La Vela (demo)',
    natura: 'associazione',
    stato: 'respinto',
    comune: 'Crosia',
    aree: [1],
    motivazione: 'Lo statuto caricato non è leggibile: caricane una copia completa e ripresenta la richiesta.',
  },
  {
    key: 'faro',
    denominazione: 'Il Faro (demo) ODV',
    natura: 'odv',
    stato: 'sospeso',
    comune: 'Paludi',
    aree: [6],
    motivazione: 'Iscrizione al RUNTS in corso di aggiornamento.',
  },
];

/** How far each designazione of the demo has come, and what the two people answered. */
export interface DemoDesignazione {
  readonly ente: string;
  readonly tavolo: string;
  readonly fino: 'bozza' | 'inviata' | 'accettata' | 'respinta' | 'revocata' | 'sostituita';
  readonly titolare: readonly [nome: string, cognome: string];
  readonly supplente: readonly [nome: string, cognome: string] | null;
  readonly risposte: readonly ('acconsenti' | 'rifiuta' | null)[];
}

export const DESIGNAZIONI: readonly DemoDesignazione[] = [
  {
    ente: 'ponte',
    tavolo: 'anziani',
    fino: 'accettata',
    titolare: ['Ada', 'Esempi'],
    supplente: ['Bruno', 'Provetta'],
    risposte: ['acconsenti', 'acconsenti'],
  },
  {
    ente: 'sindacato',
    tavolo: 'anziani',
    fino: 'accettata',
    titolare: ['Dino', 'Campioni'],
    supplente: ['Elsa', 'Modelli'],
    risposte: ['acconsenti', null],
  },
  {
    ente: 'fili',
    tavolo: 'anziani',
    fino: 'inviata',
    titolare: ['Fausto', 'Fantasia'],
    supplente: ['Gaia', 'Finzione'],
    risposte: ['acconsenti', null],
  },
  { ente: 'casa', tavolo: 'anziani', fino: 'inviata', titolare: ['Irma', 'Ipotesi'], supplente: null, risposte: ['rifiuta'] },
  {
    ente: 'aurora',
    tavolo: 'disabilita',
    fino: 'accettata',
    titolare: ['Lia', 'Inventata'],
    supplente: ['Mino', 'Fittizio'],
    risposte: ['acconsenti', 'acconsenti'],
  },
  {
    ente: 'fili',
    tavolo: 'disabilita',
    fino: 'accettata',
    titolare: ['Nora', 'Presunta'],
    supplente: ['Pino', 'Apparente'],
    risposte: ['acconsenti', 'acconsenti'],
  },
  {
    ente: 'aurora',
    tavolo: 'famiglia-giovani-minori',
    fino: 'inviata',
    titolare: ['Quinto', 'Virtuale'],
    supplente: ['Rina', 'Simulata'],
    risposte: [null, null],
  },
  { ente: 'aurora', tavolo: 'poverta', fino: 'respinta', titolare: ['Sara', 'Teorica'], supplente: null, risposte: ['acconsenti'] },
  { ente: 'aurora', tavolo: 'anziani', fino: 'revocata', titolare: ['Tito', 'Astratto'], supplente: null, risposte: ['acconsenti'] },
  { ente: 'aurora', tavolo: 'immigrazione', fino: 'bozza', titolare: ['Ugo', 'Bozzetto'], supplente: null, risposte: [] },
  {
    ente: 'sibari',
    tavolo: 'immigrazione',
    fino: 'accettata',
    titolare: ['Vera', 'Nominale'],
    supplente: ['Zeno', 'Possibile'],
    risposte: ['acconsenti', 'acconsenti'],
  },
  {
    ente: 'casa',
    tavolo: 'poverta',
    fino: 'sostituita',
    titolare: ['Alba', 'Uscente'],
    supplente: ['Ciro', 'Entrante'],
    risposte: ['acconsenti', 'acconsenti'],
  },
  {
    ente: 'scuola',
    tavolo: 'famiglia-giovani-minori',
    fino: 'accettata',
    titolare: ['Delia', 'Scolastica'],
    supplente: ['Enea', 'Banco'],
    risposte: ['acconsenti', 'acconsenti'],
  },
];
