import { conData } from '@tavoli/shared';
import { nellAmbito } from './destinatari.js';
import type { Mancanza } from './mancanza.js';

export const ADESIONE_DA_ESAMINARE: Mancanza = {
  tipo: 'adesione_da_esaminare',
  sql: () => `SELECT d.id, NULL::uuid, e.denominazione, NULL::text, d.inviata_at, ${nellAmbito('adesione.accogli')} FROM adesione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
    WHERE d.ambito_id = $1 AND d.stato = 'inviata'`,
  testo: r => `${r.nome} aspetta una risposta alla sua adesione all’accordo${r.dal === null ? '' : ` ${conData('dal', r.dal)}`}.`,
  percorso: r => `area/adesioni/${r.oggettoId}`,
  sollecito: r => ({
    oggetto: `Un’adesione da esaminare: ${r.nome}`,
    testo: `${r.nome} ha chiesto di aderire all’accordo di programma e aspetta una risposta.\n\nPuoi esaminare la sua adesione?`,
  }),
};
