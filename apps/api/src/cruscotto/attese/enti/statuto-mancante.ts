import { ENTI_ISCRITTI, NATURE_CON_STATUTO } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { riga, type Attesa } from '../attesa.js';

export const STATUTO_MANCANTE: Attesa = {
  tipo: 'statuto_mancante',
  sql: () => `SELECT ${riga({ oggetto: 'e.id', ente: 'e.id', nome: 'e.denominazione' })} FROM ente e
    WHERE e.ambito_id = $1 AND e.statuto IS NULL AND e.stato IN ${fra(ENTI_ISCRITTI)} AND e.natura_giuridica IN ${fra(NATURE_CON_STATUTO)}`,
  testo: r => `Manca lo statuto di ${r.nome}.`,
  percorso: r => `area/enti/${r.oggettoId}`,
  compito: {
    permesso: 'ente.modifica',
    nome: { una: 'statuto mancante', molte: 'statuti mancanti', genere: 'm' },
    voce: r => r.nome,
  },
};
