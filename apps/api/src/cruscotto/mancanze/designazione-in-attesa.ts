import { conData } from '@tavoli/shared';
import { alTavolo } from './destinatari.js';
import type { Mancanza } from './mancanza.js';

export const DESIGNAZIONE_IN_ATTESA: Mancanza = {
  tipo: 'designazione_in_attesa',
  sql: () => `SELECT d.id, d.tavolo_id, e.denominazione, t.nome, d.inviata_at, ${alTavolo('designazione.accetta', 'd.tavolo_id')} FROM designazione d
    JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    WHERE d.ambito_id = $1 AND d.stato = 'inviata' AND d.inviata_at < now() - interval '7 days'`,
  testo: r => `La designazione di ${r.nome} aspetta una risposta${r.dal === null ? '' : ` ${conData('dal', r.dal)}`}.`,
  percorso: r => `area/designazioni/${r.oggettoId}`,
  sollecito: r => ({
    oggetto: `Una designazione da esaminare: ${r.nome}`,
    testo: `${r.nome} aspetta di sapere se la sua designazione per il tavolo «${r.altro ?? ''}» è accettata.\n\nPuoi esaminarla?`,
  }),
};
