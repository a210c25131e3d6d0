import type { AzioneContributo, ContributoRaccoltoInput, TipoContributo } from '@tavoli/shared';

/** A contributo of the demo: what it says, and the steps that staff took. */
export interface DemoContributo {
  readonly tavolo: string;
  readonly titolo: string;
  readonly testo: string;
  readonly tipo: TipoContributo;
  readonly comune: string | null;
  readonly da: ContributoRaccoltoInput['provenienza'];
  readonly autore: string;
  readonly canale?: 'carta' | 'voce';
  /** How many days ago it came. */
  readonly giorni: number;
  readonly passi: readonly (readonly [azione: AzioneContributo, motivazione?: string])[];
  /** Words left out when it was published. */
  readonly omesso?: string;
  /** Left for the mail to be confirmed. */
  readonly daConfermare?: true;
  /** The author asks for a review of the answer. */
  readonly riesame?: string;
  /** Number, in this list, of the one it is merged into. */
  readonly unitoA?: number;
  /** Tied to the punto with this title, of an incontro of the same tavolo. */
  readonly punto?: string;
}

const CITTADINO = { tipo: 'cittadino', nome: null } as const;

export const CONTRIBUTI: readonly DemoContributo[] = [
  {
    tavolo: 'anziani',
    titolo: 'Una navetta dalle contrade al centro diurno',
    tipo: 'bisogno',
    comune: '078157',
    da: CITTADINO,
    autore: 'Ida Inventata',
    giorni: 32,
    punto: 'Chi sono e come vivono gli anziani dell’ambito',
    testo:
      'Chi abita nelle contrade non può raggiungere il centro diurno senza auto.\nBasterebbe una navetta due volte la settimana, la mattina.',
    passi: [
      ['pubblica'],
      ['esamina'],
      ['accogli', 'Il tavolo lo ha discusso nel primo incontro e propone la navetta tra le priorità del Piano.'],
    ],
  },
  {
    tavolo: 'anziani',
    titolo: 'Trasporto per chi abita fuori dal centro',
    tipo: 'bisogno',
    comune: '078047',
    da: CITTADINO,
    autore: 'Leo Fittizio',
    giorni: 28,
    unitoA: 0,
    testo: 'Anche da noi serve un mezzo per arrivare ai servizi per anziani: l’autobus passa una volta al giorno.',
    passi: [['pubblica']],
  },
  {
    tavolo: 'anziani',
    titolo: 'Assistenza domiciliare anche il sabato',
    tipo: 'proposta',
    comune: null,
    da: { tipo: 'gruppo', nome: 'Gruppo familiari (demo)' },
    autore: 'Eva Presunta',
    giorni: 20,
    punto: 'Assistenza domiciliare: che cosa manca',
    testo: 'Il sabato e la domenica le famiglie restano sole. Proponiamo un turno di assistenza domiciliare anche il sabato mattina.',
    passi: [['pubblica'], ['esamina']],
  },
  {
    tavolo: 'anziani',
    titolo: 'La sala d’attesa non ha sedie adatte',
    tipo: 'segnalazione_servizio',
    comune: '078157',
    da: CITTADINO,
    autore: 'Gino Apparente',
    giorni: 3,
    omesso: 'la signora Pina Esempio del terzo piano',
    testo:
      'Allo sportello le sedie sono basse: la signora Pina Esempio del terzo piano non riusciva ad alzarsi. Servono sedie con i braccioli.',
    passi: [['pubblica']],
  },
  {
    tavolo: 'anziani',
    titolo: 'Un pomeriggio di compagnia',
    tipo: 'esperienza',
    comune: '078068',
    da: CITTADINO,
    autore: 'Nives Immaginaria',
    giorni: 1,
    canale: 'voce',
    testo: 'Raccontato allo sportello: nel mio paese il mercoledì ci troviamo a giocare a carte, e chi è solo viene a cena.',
    passi: [],
  },
  {
    tavolo: 'anziani',
    titolo: 'Orari della mensa',
    tipo: 'proposta',
    comune: null,
    da: CITTADINO,
    autore: 'Tina Virtuale',
    giorni: 9,
    testo: 'La mensa apre troppo tardi per chi prende le medicine a mezzogiorno preciso.',
    passi: [],
  },
  {
    tavolo: 'disabilita',
    titolo: 'Rampe davanti alle scuole',
    tipo: 'segnalazione_servizio',
    comune: '078114',
    da: { tipo: 'ente', nome: 'Aurora (demo) APS' },
    autore: 'Otto Ipotetico',
    giorni: 25,
    punto: 'Il progetto di vita: esperienze a confronto',
    testo: 'Due scuole su tre hanno un gradino all’ingresso. Chiediamo rampe fisse prima dell’inizio dell’anno scolastico.',
    passi: [
      ['pubblica'],
      ['esamina'],
      [
        'accogli_in_parte',
        'Il tavolo inserisce le rampe tra le priorità; i tempi dei lavori dipendono dai comuni proprietari degli edifici.',
      ],
    ],
  },
  {
    tavolo: 'disabilita',
    titolo: 'Un assegno uguale per tutti',
    tipo: 'proposta',
    comune: null,
    da: CITTADINO,
    autore: 'Ugo Teorico',
    giorni: 40,
    testo: 'Proponiamo di dividere i fondi in parti uguali tra tutte le famiglie, senza guardare al bisogno.',
    riesame: 'La risposta non dice perché le famiglie senza certificazione restano fuori.',
    passi: [
      ['pubblica'],
      ['esamina'],
      ['non_accogliere', 'I fondi vanno per legge a progetti personalizzati, secondo il bisogno valutato.'],
    ],
  },
  {
    tavolo: 'disabilita',
    titolo: 'Tempo libero per ragazze e ragazzi',
    tipo: 'bisogno',
    comune: '078047',
    da: CITTADINO,
    autore: 'Mia Possibile',
    giorni: 18,
    testo: 'Dopo la scuola non c’è niente da fare insieme: servono spazi e persone che accompagnino.',
    passi: [['pubblica'], ['esamina'], ['rinvia', 'Il tavolo ne parla nell’incontro di primavera, con le scuole.']],
  },
  {
    tavolo: 'immigrazione',
    titolo: 'Corso di italiano la sera',
    tipo: 'proposta',
    comune: '078157',
    da: CITTADINO,
    autore: 'Cino Cittadino',
    giorni: 6,
    testo: 'Chi lavora nei campi torna la sera: i corsi di italiano della mattina non servono. Chiediamo un corso dopo le 19.',
    passi: [['pubblica']],
    punto: 'Esperienze in corso',
  },
  {
    tavolo: 'immigrazione',
    titolo: 'Aiuto per compilare i moduli',
    tipo: 'bisogno',
    comune: null,
    da: CITTADINO,
    autore: 'Lina Ipotesi',
    giorni: 2,
    testo: 'Allo sportello non c’è nessuno che aiuti a compilare i moduli. Il mio vicino ha perso due mesi.',
    passi: [['chiedi_modifica', 'Racconta il problema senza parlare del tuo vicino: così possiamo pubblicarlo.']],
  },
  {
    tavolo: 'poverta',
    titolo: 'Vendo materassi a buon prezzo',
    tipo: 'proposta',
    comune: null,
    da: CITTADINO,
    autore: 'Elio Bozzetto',
    giorni: 12,
    testo: 'Materassi nuovi a metà prezzo per tutte le famiglie, consegna gratuita in giornata.',
    passi: [['respingi', 'È un annuncio commerciale: il portale raccoglie idee e bisogni per il Piano.']],
  },
  {
    tavolo: 'poverta',
    titolo: 'Dormitorio nei mesi freddi',
    tipo: 'bisogno',
    comune: '078157',
    da: CITTADINO,
    autore: 'Carla Demo',
    giorni: 0,
    daConfermare: true,
    testo: 'Da dicembre a marzo servono almeno dieci posti letto per chi dorme in strada.',
    passi: [],
  },
];
