import { campo, type DefinizioneTipo } from './campo.js';

/** The comuni of the ambito, as `ComuneInput` writes them. */
export const COMUNI: DefinizioneTipo = {
  nome: 'Comuni',
  descrizione: 'Una riga per ogni comune dell’ambito. Un comune si riconosce dal codice ISTAT.',
  chiave: 'istat',
  campi: [
    campo('istat', 'Codice ISTAT', 'il codice ISTAT del comune, 6 cifre', '078157', { altriNomi: ['istat', 'codice comune', 'cod istat'] }),
    campo('nome', 'Comune', 'il nome del comune', 'Corigliano-Rossano', { altriNomi: ['denominazione', 'nome comune'] }),
    campo('belfiore', 'Codice catastale', 'il codice catastale (Belfiore): una lettera e 3 cifre', 'M403', {
      altriNomi: ['belfiore', 'codice belfiore'],
    }),
    campo('abitanti', 'Abitanti', 'il numero degli abitanti', '74833', {
      come: { forma: 'intero' },
      altriNomi: ['popolazione', 'residenti'],
    }),
  ],
  gruppi: [],
  titolo: celle => celle['nome'] || celle['istat'] || '',
  messaggi: null,
};
