import { riga, type Attesa } from '../attesa.js';

/** Drafts of other tavoli that ask this one to come, and that wait for its answer. */
export const CONGIUNTO_DA_CONSENTIRE: Attesa = {
  tipo: 'congiunto_da_consentire',
  sql: () => `SELECT ${riga({ oggetto: 'n.id', tavolo: 'nt.tavolo_id', nome: 'n.titolo', entro: 'n.inizio_at' })}
    FROM incontro_tavolo nt JOIN incontro n ON n.ambito_id = nt.ambito_id AND n.id = nt.incontro_id AND n.stato = 'bozza' AND n.inizio_at > now() WHERE nt.ambito_id = $1 AND nt.consenso = 'chiesto'`,
  testo: r => `Rispondi: un altro tavolo propone di incontrarsi insieme per «${r.nome}».`,
  percorso: r => `area/incontri/${r.oggettoId}`,
  compito: {
    permesso: 'incontro.consenti',
    nome: { una: 'proposta di incontrarsi insieme', molte: 'proposte di incontrarsi insieme', genere: 'f', entro: 'comincia' },
    voce: r => r.nome,
  },
};
