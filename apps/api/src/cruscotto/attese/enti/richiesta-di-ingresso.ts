import { riga, type Attesa } from '../attesa.js';

/** Somebody asked to act for the ente: who acts for it already answers, or the office. */
export const RICHIESTA_DI_INGRESSO: Attesa = {
  tipo: 'richiesta_di_ingresso',
  sql: () => `SELECT ${riga({ oggetto: 'e.id', ente: 'e.id', nome: 'e.denominazione', altro: `a.nome || ' ' || a.cognome`, dal: 'q.creata_at' })}
    FROM operatore_richiesta q JOIN ente e ON e.ambito_id = q.ambito_id AND e.id = q.ente_id JOIN account a ON a.id = q.account_id WHERE q.ambito_id = $1 AND q.esito IS NULL`,
  testo: r => `${r.altro ?? ''} chiede di agire per ${r.nome}.`,
  percorso: r => `area/enti/${r.oggettoId}`,
  compito: {
    permesso: 'operatore.accogli',
    nome: { una: 'richiesta di agire per un ente', molte: 'richieste di agire per un ente', genere: 'f' },
    voce: r => `${r.altro ?? ''} per ${r.nome}`,
    pazienza: 7,
  },
};
