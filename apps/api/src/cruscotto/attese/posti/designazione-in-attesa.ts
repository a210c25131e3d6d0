import { conData } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';
import { alTavolo } from '../destinatari.js';

export const DESIGNAZIONE_IN_ATTESA: Attesa = {
  tipo: 'designazione_in_attesa',
  sql: () => `SELECT ${riga({ oggetto: 'd.id', tavolo: 'd.tavolo_id', nome: 'e.denominazione', altro: 't.nome', dal: 'coalesce(d.reinviata_at, d.inviata_at)' })} FROM designazione d
    JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    WHERE d.ambito_id = $1 AND d.stato = 'inviata'`,
  testo: r => `La designazione di ${r.nome} aspetta una risposta${r.dal === null ? '' : ` ${conData('dal', r.dal)}`}.`,
  percorso: r => `area/designazioni/${r.oggettoId}`,
  compito: {
    permesso: 'designazione.accetta',
    nome: { una: 'designazione da esaminare', molte: 'designazioni da esaminare', genere: 'f' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
    elenco: 'area/designazioni?stato=inviata',
    pazienza: 7,
    aNumero: t => `area/designazioni?stato=inviata&tavolo=${t.id}`,
  },
  manca: {
    tipo: 'designazione_in_attesa',
    quando: `m.dal < now() - interval '7 days'`,
    chi: () => alTavolo('designazione.accetta', 'm.tavolo'),
    sollecito: r => ({
      oggetto: `Una designazione da esaminare: ${r.nome}`,
      testo: `${r.nome} aspetta di sapere se la sua designazione per il tavolo «${r.altro ?? ''}» è accettata.\n\nPuoi esaminarla?`,
    }),
  },
};
