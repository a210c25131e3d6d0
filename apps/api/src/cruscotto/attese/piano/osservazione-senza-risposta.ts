import { conData } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';
import { nellAmbito } from '../destinatari.js';

export const OSSERVAZIONE_SENZA_RISPOSTA: Attesa = {
  tipo: 'osservazione_senza_risposta',
  sql: () =>
    `SELECT ${riga({ oggetto: 'o.id', nome: 'o.da', dal: `o.ricevuta_il::timestamp AT TIME ZONE 'Europe/Rome'` })} FROM osservazione o WHERE o.ambito_id = $1 AND o.stato = 'ricevuta'`,
  testo: r => `L’osservazione di ${r.nome}${r.dal === null ? '' : ` ${conData('del', r.dal)}`} non ha ancora risposta.`,
  percorso: () => 'area/iter/accordo',
  compito: {
    permesso: 'osservazione.accogli',
    nome: { una: 'osservazione senza risposta', molte: 'osservazioni senza risposta', genere: 'f' },
    voce: r => r.nome,
    elenco: 'area/iter/accordo',
    pazienza: 30,
  },
  manca: {
    tipo: 'osservazione_senza_risposta',
    chi: () => nellAmbito('osservazione.accogli'),
    sollecito: r => ({
      oggetto: `Un’osservazione senza risposta: ${r.nome}`,
      testo: `l’osservazione presentata da ${r.nome}${r.dal === null ? '' : ` ${conData('il', r.dal)}`} non ha ancora una risposta.\n\nPuoi esaminarla e scrivere le ragioni?`,
    }),
  },
};
