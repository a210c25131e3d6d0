import { riga, type Attesa } from '../attesa.js';

/** The office sent the registration back: the ente completes it and hands it in again. */
export const ENTE_DA_COMPLETARE: Attesa = {
  tipo: 'ente_da_completare',
  sql: () =>
    `SELECT ${riga({ oggetto: 'e.id', ente: 'e.id', nome: 'e.denominazione', altro: 'e.motivazione' })} FROM ente e WHERE e.ambito_id = $1 AND e.stato = 'da_integrare'`,
  testo: r => `La registrazione di ${r.nome} è da completare.`,
  percorso: r => `area/enti/${r.oggettoId}`,
  compito: {
    permesso: 'ente.ripresenta',
    nome: { una: 'registrazione da completare', molte: 'registrazioni da completare', genere: 'f' },
    voce: r => (r.altro === null ? r.nome : `${r.nome}: ${r.altro}`),
    pazienza: 0,
  },
};
