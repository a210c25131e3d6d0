import { conData } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';
import { nellAmbito } from '../destinatari.js';

export const ADESIONE_DA_ESAMINARE: Attesa = {
  tipo: 'adesione_da_esaminare',
  sql: () => `SELECT ${riga({ oggetto: 'd.id', nome: 'e.denominazione', dal: 'd.inviata_at' })} FROM adesione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
    WHERE d.ambito_id = $1 AND d.stato = 'inviata'`,
  testo: r => `${r.nome} aspetta una risposta alla sua adesione all’accordo${r.dal === null ? '' : ` ${conData('dal', r.dal)}`}.`,
  percorso: r => `area/adesioni/${r.oggettoId}`,
  compito: {
    permesso: 'adesione.accogli',
    nome: { una: 'adesione da esaminare', molte: 'adesioni da esaminare', genere: 'f' },
    voce: r => r.nome,
    elenco: 'area/adesioni',
    pazienza: 15,
  },
  manca: {
    tipo: 'adesione_da_esaminare',
    chi: () => nellAmbito('adesione.accogli'),
    sollecito: r => ({
      oggetto: `Un’adesione da esaminare: ${r.nome}`,
      testo: `${r.nome} ha chiesto di aderire all’accordo di programma e aspetta una risposta.\n\nPuoi esaminare la sua adesione?`,
    }),
  },
};
