import { chiConduce } from '../../../incarichi/chi.sql.js';
import { aperto, radice } from '../../../tavoli/tavolo.sql.js';
import { riga, type Attesa } from '../attesa.js';

export const TAVOLO_SENZA_REFERENTE: Attesa = {
  tipo: 'tavolo_senza_referente',
  sql: () => `SELECT ${riga({ oggetto: 't.id', tavolo: 't.id', nome: 't.nome' })} FROM tavolo t
    WHERE t.ambito_id = $1 AND ${aperto('t')} AND ${radice('t')} AND ${chiConduce('t.ambito_id', 't.id')} IS NULL`,
  testo: r => `Il tavolo «${r.nome}» non ha un referente.`,
  percorso: () => 'area/incarichi',
  compito: {
    permesso: 'incarico.assegna',
    nome: { una: 'tavolo senza referente', molte: 'tavoli senza referente', genere: 'm' },
    voce: r => r.nome,
    elenco: 'area/incarichi',
  },
  manca: { tipo: 'tavolo_senza_referente', chi: () => `'[]'::jsonb` },
};
