import { azioniPermesse, conData, ENTE } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';
import { nellAmbito } from '../destinatari.js';

export const ENTE_DA_VERIFICARE: Attesa = {
  tipo: 'ente_da_verificare',
  sql: () =>
    `SELECT ${riga({ oggetto: 'e.id', ente: 'e.id', nome: 'e.denominazione', dal: 'e.creato_at', version: 'e.version' })} FROM ente e WHERE e.ambito_id = $1 AND e.stato = 'in_verifica'`,
  testo: r => `${r.nome} aspetta la verifica${r.dal === null ? '' : ` ${conData('dal', r.dal)}`}.`,
  percorso: r => `area/enti/${r.oggettoId}`,
  compito: {
    permesso: 'ente.verifica',
    nome: { una: 'ente da verificare', molte: 'enti da verificare', genere: 'm' },
    voce: r => r.nome,
    elenco: 'area/enti?stato=in_verifica',
    pazienza: 7,
    qui: { cosa: 'ente', azioni: ruoli => azioniPermesse('ente', ENTE, 'in_verifica', ruoli).filter(a => a === 'verifica') },
  },
  manca: {
    tipo: 'ente_da_verificare',
    chi: () => nellAmbito('ente.istruisci'),
    sollecito: r => ({
      oggetto: `Un ente da verificare: ${r.nome}`,
      testo: `${r.nome} si è registrato e aspetta la verifica: finché non arriva non può designare nessuno.\n\nPuoi controllare i suoi dati?`,
    }),
  },
};
