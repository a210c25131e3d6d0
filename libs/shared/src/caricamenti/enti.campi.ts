import { ETICHETTE_NATURA, ETICHETTE_SEZIONE_RUNTS } from '../enti/natura-giuridica.js';
import { campo, campoFacoltativo, type Campo, type DefinizioneTipo } from './campo.js';

const sede = (percorso: string, quale: string, una: typeof campo): Campo[] => [
  una(`${percorso}.indirizzo`, `${quale}: indirizzo`, 'via e numero civico', 'Via Roma 1', {
    altriNomi: percorso === 'sedeLegale' ? ['indirizzo', 'via', 'sede legale'] : ['sede operativa'],
  }),
  una(`${percorso}.cap`, `${quale}: CAP`, '5 cifre', '87064', { altriNomi: percorso === 'sedeLegale' ? ['cap'] : [] }),
  una(`${percorso}.comune`, `${quale}: comune`, 'il nome del comune', 'Corigliano-Rossano', {
    altriNomi: percorso === 'sedeLegale' ? ['comune', 'città'] : [],
  }),
  una(`${percorso}.provincia`, `${quale}: provincia`, 'la sigla di 2 lettere', 'CS', {
    altriNomi: percorso === 'sedeLegale' ? ['provincia', 'prov'] : [],
  }),
];

/** What an ente says of itself: the fields of `EnteDatiInput`. */
export const ENTI: DefinizioneTipo = {
  nome: 'Enti',
  descrizione: 'Una riga per ogni ente. Un ente si riconosce dal codice fiscale.',
  chiave: 'codiceFiscale',
  campi: [
    campo('denominazione', 'Denominazione', 'il nome dell’ente', 'Associazione Esempio', {
      altriNomi: ['ente', 'nome ente', 'ragione sociale'],
    }),
    campo(
      'naturaGiuridica',
      'Natura giuridica',
      'una delle nature previste, per esempio «Cooperativa sociale» o «ODV»',
      ETICHETTE_NATURA.associazione,
      {
        come: { forma: 'scelta', valori: ETICHETTE_NATURA },
        altriNomi: ['natura', 'tipologia', 'tipo ente', 'forma giuridica'],
      },
    ),
    campo('codiceFiscale', 'Codice fiscale', 'quello dell’ente: 11 cifre, o 16 caratteri se l’ente è una persona', '90000000001', {
      altriNomi: ['cf', 'cod fiscale', 'c f', 'codice fiscale ente'],
    }),
    campoFacoltativo('partitaIva', 'Partita IVA', '11 cifre, se l’ente ce l’ha', '', { altriNomi: ['p iva', 'piva', 'iva'] }),
    campoFacoltativo('runts.sezione', 'RUNTS: sezione', 'la sezione del RUNTS, se l’ente è iscritto', '', {
      come: { forma: 'scelta', valori: ETICHETTE_SEZIONE_RUNTS },
      altriNomi: ['sezione runts', 'runts sezione'],
    }),
    campoFacoltativo('runts.numero', 'RUNTS: numero', 'il numero di repertorio, solo cifre', '', {
      altriNomi: ['runts', 'numero runts', 'repertorio', 'numero repertorio', 'n repertorio runts'],
    }),
    ...sede('sedeLegale', 'Sede legale', campo),
    ...sede('sedeOperativa', 'Sede operativa', campoFacoltativo).map(c => ({ ...c, esempio: '' })),
    campoFacoltativo('pec', 'PEC', 'la posta certificata, se c’è', 'ente@pec.esempio.it', {
      altriNomi: ['posta certificata', 'indirizzo pec'],
    }),
    campo('email', 'E-mail', 'l’indirizzo a cui scrivere all’ente', 'ente@esempio.it', {
      altriNomi: ['mail', 'posta elettronica', 'indirizzo email', 'email'],
    }),
    campo('telefono', 'Telefono', 'un numero di telefono', '0983 123456', { altriNomi: ['tel', 'recapito telefonico', 'cellulare'] }),
    campo('legaleRappresentante.nome', 'Legale rappresentante: nome', 'il nome', 'Prova', {
      altriNomi: ['nome legale rappresentante', 'nome'],
    }),
    campo('legaleRappresentante.cognome', 'Legale rappresentante: cognome', 'il cognome', 'Esempio', {
      altriNomi: ['cognome legale rappresentante', 'cognome'],
    }),
    campo('legaleRappresentante.codiceFiscale', 'Legale rappresentante: codice fiscale', '16 caratteri', 'RSSMRA85T10A562S', {
      altriNomi: ['codice fiscale legale rappresentante', 'cf legale rappresentante'],
    }),
    campoFacoltativo('aree', 'Aree tematiche', 'i nomi delle aree dell’ambito, separati da una barra verticale |', '', {
      come: { forma: 'elenco' },
      altriNomi: ['aree', 'area', 'settori'],
    }),
    campoFacoltativo('presentazione', 'Presentazione', 'di che cosa si occupa, al massimo 1000 caratteri', '', {
      altriNomi: ['attività', 'descrizione'],
    }),
  ],
  gruppi: ['runts', 'sedeOperativa'],
  titolo: celle => celle['denominazione'] || celle['codiceFiscale'] || '',
  messaggi: 'gli enti nuovi ricevono l’invito ad agire nel portale, al loro indirizzo e-mail',
};
