import { riga, type Attesa } from '../attesa.js';
import { operatoriDi } from '../destinatari.js';

/** A designazione accepted a week ago, where somebody has not answered yet: their ente is asked, not they again. */
export const CONSENSO_IN_ATTESA: Attesa = {
  tipo: 'consenso_in_attesa',
  sql: () => `SELECT ${riga({ oggetto: 'd.id', tavolo: 'd.tavolo_id', ente: 'd.ente_id', nome: 'e.denominazione', altro: 't.nome', dal: 'd.accettata_at' })} FROM designazione d
    JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    WHERE d.ambito_id = $1 AND d.stato = 'accettata' AND d.accettata_at < now() - interval '7 days'
      AND EXISTS (SELECT 1 FROM rappresentante r WHERE r.ambito_id = d.ambito_id AND r.designazione_id = d.id AND r.consenso = 'in_attesa')`,
  testo: r => `${r.nome}: manca il consenso di una persona indicata per il tavolo «${r.altro ?? ''}».`,
  percorso: r => `area/designazioni/${r.oggettoId}`,
  compito: {
    permesso: 'designazione.accetta',
    nome: { una: 'consenso che manca da più di una settimana', molte: 'consensi che mancano da più di una settimana', genere: 'm' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
    aNumero: t => `area/designazioni?stato=accettata&tavolo=${t.id}`,
  },
  manca: {
    tipo: 'consenso_in_attesa',
    chi: () => operatoriDi('m.ente'),
    sollecito: r => ({
      oggetto: `Manca un consenso per il tavolo «${r.altro ?? ''}»`,
      testo: `una delle persone che ${r.nome} ha indicato per il tavolo «${r.altro ?? ''}» non ha ancora risposto alla richiesta di consenso. Finché non lo fa, non siede al tavolo.\n\nPuoi ricordarglielo? Il collegamento è nel messaggio che ha già ricevuto.`,
    }),
  },
};
