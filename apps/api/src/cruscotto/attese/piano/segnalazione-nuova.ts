import { conData } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';

/** Somebody found something of the portal wrong: the office looks at it, and says what it did. */
export const SEGNALAZIONE_NUOVA: Attesa = {
  tipo: 'segnalazione_nuova',
  sql: () => `SELECT ${riga({ oggetto: 's.id', nome: 's.pagina', altro: 'left(s.testo, 120)', dal: 's.creata_at' })}
    FROM segnalazione s WHERE s.ambito_id = $1 AND s.stato = 'nuova'`,
  testo: r =>
    `È arrivata una segnalazione sulla pagina ${r.nome}${r.dal === null ? '' : ` ${conData('il', r.dal)}`}: aspetta che qualcuno la guardi.`,
  percorso: () => 'area/segnalazioni?stato=nuova',
  compito: {
    permesso: 'segnalazione.risolvi',
    nome: { una: 'segnalazione da guardare', molte: 'segnalazioni da guardare', genere: 'f' },
    voce: r => `Pagina ${r.nome}`,
    elenco: 'area/segnalazioni?stato=nuova',
    pazienza: 7,
  },
};
