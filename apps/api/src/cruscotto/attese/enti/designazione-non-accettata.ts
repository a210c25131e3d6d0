import { DESIGNAZIONI_IN_ESSERE } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { aperto } from '../../../tavoli/tavolo.sql.js';
import { riga, type Attesa } from '../attesa.js';

/** How long it is told (our own choice): later the ente has read the mail or given up. */
const GIORNI = 60;

/** The tavolo said no, gave its reason, and the ente has not asked again. */
export const DESIGNAZIONE_NON_ACCETTATA: Attesa = {
  tipo: 'designazione_non_accettata',
  sql: () => `SELECT ${riga({ oggetto: 'd.id', tavolo: 'd.tavolo_id', ente: 'd.ente_id', nome: 'e.denominazione', altro: 't.nome', dal: 'd.inviata_at' })}
    FROM designazione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id AND ${aperto('t')}
    WHERE d.ambito_id = $1 AND d.stato = 'respinta' AND d.inviata_at > now() - interval '${GIORNI} days'
      AND NOT EXISTS (SELECT 1 FROM designazione x WHERE x.ambito_id = d.ambito_id AND x.ente_id = d.ente_id AND x.tavolo_id = d.tavolo_id AND (x.stato = 'bozza' OR x.stato IN ${fra(DESIGNAZIONI_IN_ESSERE)}))`,
  testo: r => `La designazione di ${r.nome} per il tavolo «${r.altro ?? ''}» non è stata accettata.`,
  percorso: r => `area/designazioni/${r.oggettoId}`,
  compito: {
    permesso: 'designazione.crea',
    nome: { una: 'designazione non accettata', molte: 'designazioni non accettate', genere: 'f' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
  },
};
