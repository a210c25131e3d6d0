import { VESTI, type Veste } from '../enti/natura-giuridica.js';
import { campo, campoFacoltativo, type DefinizioneTipo } from './campo.js';

const RUOLI = { titolare: 'Titolare', supplente: 'Supplente' } as const;
const parola = (veste: Veste): string => veste.charAt(0).toUpperCase() + veste.slice(1);

/** Who sits for whom at which tavolo: the fields of `RappresentanteInput`, with ente and tavolo. */
export const POSTI: DefinizioneTipo = {
  nome: 'Persone e posti',
  descrizione: 'Una riga per ogni persona che un ente indica a un tavolo. Si riconosce da ente, tavolo e indirizzo e-mail.',
  chiave: 'email',
  campi: [
    campo('ente', 'Codice fiscale dell’ente', 'l’ente, che deve essere già verificato nel portale', '90000000001', {
      altriNomi: ['codice fiscale ente', 'cf ente', 'codice fiscale', 'cf', 'ente'],
    }),
    campo('tavolo', 'Tavolo', 'il nome o il codice del tavolo', 'Famiglia e minori', { altriNomi: ['nome tavolo'] }),
    campo('ruolo', 'Ruolo', '«Titolare» o «Supplente»', RUOLI.titolare, { come: { forma: 'scelta', valori: RUOLI } }),
    campo('nome', 'Nome', 'il nome della persona', 'Prova', {}),
    campo('cognome', 'Cognome', 'il cognome', 'Esempio', {}),
    campo('email', 'E-mail', 'l’indirizzo della persona: lì le si chiede il consenso', 'prova.esempio@esempio.it', {
      altriNomi: ['mail', 'posta elettronica', 'indirizzo email', 'email'],
    }),
    campoFacoltativo('telefono', 'Telefono', 'un numero di telefono', '', { altriNomi: ['tel', 'cellulare'] }),
    campoFacoltativo('qualifica', 'Qualifica', 'che cosa fa nell’ente', '', { altriNomi: ['carica', 'ruolo nell’ente'] }),
    campoFacoltativo('veste', 'In qualità di', 'come l’ente siede al tavolo: se manca, lo dice la sua natura giuridica', '', {
      come: { forma: 'scelta', valori: Object.fromEntries(VESTI.map(v => [v, parola(v)])) },
      altriNomi: ['veste', 'qualità'],
    }),
  ],
  gruppi: [],
  titolo: celle => `${celle['nome'] ?? ''} ${celle['cognome'] ?? ''}, ${celle['tavolo'] ?? ''}`.trim(),
  messaggi: 'le persone nuove ricevono la richiesta di consenso: finché non rispondono, il loro nome non si pubblica',
};
