import { conData } from '@tavoli/shared';
import { nellAmbito } from './destinatari.js';
import type { Mancanza } from './mancanza.js';

export const OSSERVAZIONE_SENZA_RISPOSTA: Mancanza = {
  tipo: 'osservazione_senza_risposta',
  sql: () =>
    `SELECT o.id, NULL::uuid, o.da, NULL::text, o.ricevuta_il::timestamp AT TIME ZONE 'Europe/Rome', ${nellAmbito('osservazione.accogli')} FROM osservazione o WHERE o.ambito_id = $1 AND o.stato = 'ricevuta'`,
  testo: r => `L’osservazione di ${r.nome}${r.dal === null ? '' : ` ${conData('del', r.dal)}`} non ha ancora risposta.`,
  percorso: () => 'area/iter/accordo',
  sollecito: r => ({
    oggetto: `Un’osservazione senza risposta: ${r.nome}`,
    testo: `l’osservazione presentata da ${r.nome}${r.dal === null ? '' : ` ${conData('il', r.dal)}`} non ha ancora una risposta.\n\nPuoi esaminarla e scrivere le ragioni?`,
  }),
};
