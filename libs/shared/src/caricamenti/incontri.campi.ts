import { campo, campoFacoltativo, type DefinizioneTipo } from './campo.js';

const PRESENZE = { titolare: 'Titolare', supplente: 'Supplente', giustificato: 'Giustificato', assente: 'Assente' } as const;

/** Incontri that were held, with who was there: the fields of an incontro, and one presenza a row. */
export const INCONTRI: DefinizioneTipo = {
  nome: 'Incontri già svolti e presenze',
  descrizione: 'Una riga per ogni ente presente o assente a un incontro. Un incontro si riconosce da tavolo, giorno e ora d’inizio.',
  chiave: 'ente',
  campi: [
    campo('tavolo', 'Tavolo', 'il nome o il codice del tavolo', 'Famiglia e minori', { altriNomi: ['nome tavolo'] }),
    campo('titolo', 'Titolo', 'il titolo dell’incontro, uguale in tutte le sue righe', 'Primo incontro', {
      altriNomi: ['oggetto', 'incontro'],
    }),
    campo('giorno', 'Giorno', 'il giorno, per esempio 05/03/2024', '05/03/2024', { come: { forma: 'giorno' }, altriNomi: ['data'] }),
    campo('inizio', 'Inizio', 'l’ora d’inizio, per esempio 15:30', '15:30', { altriNomi: ['ora', 'ora inizio', 'dalle'] }),
    campo('fine', 'Fine', 'l’ora in cui è finito', '17:30', { altriNomi: ['ora fine', 'alle'] }),
    campoFacoltativo('sede.nome', 'Sede', 'il nome della sede; se manca serve il collegamento video', 'Sala consiliare', {
      altriNomi: ['luogo'],
    }),
    campoFacoltativo('sede.indirizzo', 'Indirizzo della sede', 'via, numero e comune', 'Via Roma 1, Rossano', { altriNomi: ['indirizzo'] }),
    campoFacoltativo('linkVideo', 'Collegamento video', 'l’indirizzo della videochiamata, che comincia con https://', '', {
      altriNomi: ['link', 'video'],
    }),
    campoFacoltativo(
      'ente',
      'Codice fiscale dell’ente',
      'l’ente di cui si dice la presenza; se manca, la riga dice solo che l’incontro c’è stato',
      '',
      {
        altriNomi: ['codice fiscale ente', 'cf ente', 'codice fiscale', 'cf', 'ente'],
      },
    ),
    campoFacoltativo('presenza', 'Presenza', '«Titolare» o «Supplente» se c’era, «Giustificato» o «Assente»', '', {
      come: { forma: 'scelta', valori: PRESENZE },
    }),
  ],
  gruppi: ['sede'],
  titolo: celle => `${celle['titolo'] ?? ''}, ${celle['giorno'] ?? ''}${celle['ente'] ? ` · ${celle['ente']}` : ''}`.trim(),
  messaggi: null,
};
