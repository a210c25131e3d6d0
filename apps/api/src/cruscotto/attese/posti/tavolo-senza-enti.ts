import { siede } from '../../../posti/siede.sql.js';
import { aperto, radice } from '../../../tavoli/tavolo.sql.js';
import { riga, type Attesa } from '../attesa.js';
import { alTavolo } from '../destinatari.js';

/** Nobody sits there: no seat is covered. */
export const TAVOLO_SENZA_ENTI: Attesa = {
  tipo: 'tavolo_senza_enti',
  sql: () => `SELECT ${riga({ oggetto: 't.id', tavolo: 't.id', nome: 't.nome' })} FROM tavolo t
    WHERE t.ambito_id = $1 AND ${aperto('t')} AND ${radice('t')} AND NOT EXISTS (SELECT 1 FROM mandato m WHERE m.ambito_id = t.ambito_id AND m.tavolo_id = t.id AND ${siede('m')})`,
  testo: r => `Al tavolo «${r.nome}» non siede ancora nessuno.`,
  percorso: r => `area/designazioni?tavolo=${r.oggettoId}`,
  compito: {
    permesso: 'designazione.accetta',
    nome: { una: 'tavolo dove non siede nessuno', molte: 'tavoli dove non siede nessuno', genere: 'm' },
    voce: r => r.nome,
  },
  manca: {
    tipo: 'tavolo_senza_enti',
    chi: () => alTavolo('tavolo.conduci', 'm.tavolo'),
    sollecito: r => ({
      oggetto: `Il tavolo «${r.nome}» è ancora vuoto`,
      testo: `al tavolo «${r.nome}» non siede ancora nessuno.\n\nPuoi guardare le designazioni arrivate, e invitare gli enti che si occupano di questi temi a rispondere all’avviso?`,
    }),
  },
};
