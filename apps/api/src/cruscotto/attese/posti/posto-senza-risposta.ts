import { riga, type Attesa } from '../attesa.js';

/** A seat offered without avviso that the ente let go, or said no to: somebody renews the invitation, or asks elsewhere. */
export const POSTO_SENZA_RISPOSTA: Attesa = {
  tipo: 'posto_senza_risposta',
  sql: () => `SELECT ${riga({ oggetto: 'p.id', tavolo: 'p.tavolo_id', nome: 'e.denominazione', altro: 't.nome', dal: 'coalesce(p.risposto_at, p.scade_at)' })}
    FROM posto_diretto p JOIN ente e ON e.ambito_id = p.ambito_id AND e.id = p.ente_id JOIN tavolo t ON t.ambito_id = p.ambito_id AND t.id = p.tavolo_id
    WHERE p.ambito_id = $1 AND (p.stato = 'scaduta' OR (p.stato = 'in_attesa' AND p.scade_at < now()))
      AND NOT EXISTS (SELECT 1 FROM posto_diretto x WHERE x.ambito_id = p.ambito_id AND x.ente_id = p.ente_id AND x.tavolo_id = p.tavolo_id AND x.creato_at > p.creato_at)`,
  testo: r => `${r.nome} non ha risposto all’invito a sedere al tavolo «${r.altro ?? ''}».`,
  percorso: () => 'area/posti-diretti',
  compito: {
    permesso: 'diretto.rinnova',
    nome: { una: 'posto rimasto vuoto', molte: 'posti rimasti vuoti', genere: 'm' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
    elenco: 'area/posti-diretti',
  },
};
