import { conData } from '@tavoli/shared';
import { nellAmbito } from './destinatari.js';
import type { Mancanza } from './mancanza.js';

export const ENTE_DA_VERIFICARE: Mancanza = {
  tipo: 'ente_da_verificare',
  sql: () =>
    `SELECT e.id, NULL::uuid, e.denominazione, NULL::text, e.creato_at, ${nellAmbito('ente.istruisci')} FROM ente e WHERE e.ambito_id = $1 AND e.stato = 'in_verifica'`,
  testo: r => `${r.nome} aspetta la verifica${r.dal === null ? '' : ` ${conData('dal', r.dal)}`}.`,
  percorso: r => `area/enti/${r.oggettoId}`,
  sollecito: r => ({
    oggetto: `Un ente da verificare: ${r.nome}`,
    testo: `${r.nome} si è registrato e aspetta la verifica: finché non arriva non può designare nessuno.\n\nPuoi controllare i suoi dati?`,
  }),
};
