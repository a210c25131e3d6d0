import { checkCodiceFiscaleEnte, checkCodiceFiscalePersona } from './codice-fiscale.js';
import { checkPartitaIva } from './partita-iva.js';

const PERCHE: Record<string, string> = {
  lunghezza: 'la lunghezza non è giusta',
  caratteri: 'contiene caratteri che non possono starci',
  giorno_di_nascita: 'il giorno di nascita non esiste',
  carattere_di_controllo: 'l’ultimo carattere non torna: controlla di averlo copiato bene',
};

const messaggio = (nome: string, lunghezza: string, reason: string | null): string | null =>
  reason === null
    ? null
    : `${nome} non è valido: ${reason === 'lunghezza' ? `servono ${lunghezza}` : (PERCHE[reason] ?? 'controlla di averlo copiato bene')}.`;

export const messaggioCodiceFiscaleEnte = (v: string) =>
  messaggio('Il codice fiscale dell’ente', '11 cifre, oppure 16 caratteri', checkCodiceFiscaleEnte(v));
export const messaggioCodiceFiscalePersona = (v: string) =>
  messaggio('Il codice fiscale', '16 caratteri, oppure 11 cifre se è provvisorio', checkCodiceFiscalePersona(v));
export const messaggioPartitaIva = (v: string) => messaggio('Il numero di partita IVA', '11 cifre', checkPartitaIva(v));
