import { riga, type Attesa } from '../attesa.js';

/** Begun by the ente, and sent to nobody yet. */
export const DESIGNAZIONE_IN_BOZZA: Attesa = {
  tipo: 'designazione_in_bozza',
  sql: () => `SELECT ${riga({ oggetto: 'd.id', tavolo: 'd.tavolo_id', ente: 'd.ente_id', nome: 'e.denominazione', altro: 't.nome', dal: 'd.creata_at', entro: 'CASE WHEN v.chiude_at > now() THEN v.chiude_at END' })}
    FROM designazione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    LEFT JOIN avviso v ON v.ambito_id = d.ambito_id AND v.id = d.avviso_id WHERE d.ambito_id = $1 AND d.stato = 'bozza'`,
  testo: r => `La designazione di ${r.nome} per il tavolo «${r.altro ?? ''}» non è ancora inviata.`,
  percorso: r => `area/designazioni/${r.oggettoId}`,
  compito: {
    permesso: 'designazione.invia',
    nome: { una: 'designazione da inviare', molte: 'designazioni da inviare', genere: 'f' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
  },
};
