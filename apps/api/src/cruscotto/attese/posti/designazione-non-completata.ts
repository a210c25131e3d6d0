import { conData } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';

/** Its ente was asked to complete it and let the time go by: who examines it waits on, or refuses it. */
export const DESIGNAZIONE_NON_COMPLETATA: Attesa = {
  tipo: 'designazione_non_completata',
  sql: () => `SELECT ${riga({ oggetto: 'd.id', tavolo: 'd.tavolo_id', nome: 'e.denominazione', altro: 't.nome', dal: `(d.integrare_entro + time '23:59') AT TIME ZONE 'Europe/Rome'` })}
    FROM designazione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    WHERE d.ambito_id = $1 AND d.stato = 'da_integrare' AND d.integrare_entro < (now() AT TIME ZONE 'Europe/Rome')::date`,
  testo: r => `${r.nome} non ha completato la designazione${r.dal === null ? '' : `: il termine era ${conData('il', r.dal)}`}.`,
  percorso: r => `area/designazioni/${r.oggettoId}`,
  compito: {
    permesso: 'designazione.respingi',
    nome: { una: 'designazione non completata in tempo', molte: 'designazioni non completate in tempo', genere: 'f' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
    elenco: 'area/designazioni?stato=da_integrare',
    pazienza: 7,
    aNumero: t => `area/designazioni?stato=da_integrare&tavolo=${t.id}`,
  },
};
