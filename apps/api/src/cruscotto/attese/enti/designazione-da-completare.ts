import { conData } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';

/** Whoever examines it sent it back: the ente completes it and sends it again. */
export const DESIGNAZIONE_DA_COMPLETARE: Attesa = {
  tipo: 'designazione_da_completare',
  sql: () => `SELECT ${riga({ oggetto: 'd.id', tavolo: 'd.tavolo_id', ente: 'd.ente_id', nome: 'e.denominazione', altro: 't.nome', entro: `(d.integrare_entro + time '23:59') AT TIME ZONE 'Europe/Rome'` })}
    FROM designazione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    WHERE d.ambito_id = $1 AND d.stato = 'da_integrare'`,
  testo: r =>
    `La designazione di ${r.nome} per il tavolo «${r.altro ?? ''}» è da completare${r.entro === null ? '' : ` ${conData('entro il', r.entro)}`}.`,
  percorso: r => `area/designazioni/${r.oggettoId}`,
  compito: {
    permesso: 'designazione.reinvia',
    nome: { una: 'designazione da completare', molte: 'designazioni da completare', genere: 'f' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
    pazienza: 0,
  },
};
