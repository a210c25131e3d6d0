import { DESIGNAZIONI_PRESENTATE } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { riga, type Attesa } from '../attesa.js';

/** A person whom the ente named, and who has not said yes or no: the ente knows them best. */
export const DESIGNAZIONE_SENZA_CONSENSO: Attesa = {
  tipo: 'designazione_senza_consenso',
  sql: () => `SELECT ${riga({ oggetto: 'd.id', tavolo: 'd.tavolo_id', ente: 'd.ente_id', nome: `r.nome || ' ' || r.cognome`, altro: 't.nome', dal: 'coalesce(d.accettata_at, d.inviata_at)' })}
    FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id AND d.stato IN ${fra(DESIGNAZIONI_PRESENTATE)}
    JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id WHERE r.ambito_id = $1 AND r.consenso = 'in_attesa'`,
  testo: r => `${r.nome} non ha ancora dato il consenso per il tavolo «${r.altro ?? ''}».`,
  percorso: r => `area/designazioni/${r.oggettoId}`,
  compito: {
    permesso: 'designazione.sostituisci',
    nome: { una: 'persona che non ha dato il consenso', molte: 'persone che non hanno dato il consenso', genere: 'f' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
    pazienza: 7,
  },
};
