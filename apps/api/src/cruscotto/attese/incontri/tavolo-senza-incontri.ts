import { conData, INCONTRI_IN_CALENDARIO } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { aperto, radice } from '../../../tavoli/tavolo.sql.js';
import { riga, type Attesa } from '../attesa.js';
import { alTavolo } from '../destinatari.js';

/** Tavoli meet at least once a quarter (practice of Bergamo; domain.md): none held in three months and none convened. */
export const TAVOLO_SENZA_INCONTRI: Attesa = {
  tipo: 'tavolo_senza_incontri',
  sql: () => `SELECT ${riga({ oggetto: 't.id', tavolo: 't.id', nome: 't.nome', dal: 'u.ultimo' })} FROM tavolo t
    CROSS JOIN LATERAL (SELECT max(n.inizio_at) AS ultimo FROM incontro n JOIN incontro_tavolo nt ON nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id
      WHERE nt.ambito_id = t.ambito_id AND nt.tavolo_id = t.id AND n.stato IN ${fra(INCONTRI_IN_CALENDARIO)}) u
    WHERE t.ambito_id = $1 AND ${aperto('t')} AND ${radice('t')} AND coalesce(u.ultimo < now() - interval '3 months', true)`,
  testo: r =>
    r.dal === null
      ? `Il tavolo «${r.nome}» non si è ancora incontrato.`
      : `Il tavolo «${r.nome}» non si incontra ${conData('dal', r.dal)}.`,
  percorso: r => `area/tavoli/${r.tavolo?.slug ?? ''}/incontri/nuovo`,
  compito: {
    permesso: 'incontro.crea',
    nome: { una: 'tavolo senza incontri', molte: 'tavoli senza incontri', genere: 'm' },
    voce: r => r.nome,
  },
  manca: {
    tipo: 'tavolo_senza_incontri',
    chi: () => alTavolo('incontro.convoca', 'm.tavolo'),
    sollecito: r => ({
      oggetto: `Un incontro per il tavolo «${r.nome}»`,
      testo: `${r.dal === null ? `il tavolo «${r.nome}» non si è ancora incontrato` : `il tavolo «${r.nome}» non si incontra ${conData('dal', r.dal)}`}.\n\nPuoi fissare una data? Di regola i tavoli si vedono almeno una volta ogni tre mesi.`,
    }),
  },
};
