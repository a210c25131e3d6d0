import { conDataOra } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';
import { DEL_VERBALE } from './verbale.sql.js';

/** Who sits at the tavolo reads it, and says what is not as it was said, until the last moment for it. */
export const VERBALE_DA_CORREGGERE: Attesa = {
  tipo: 'verbale_da_correggere',
  sql: () => `SELECT ${riga({ oggetto: 'v.id', tavolo: 'v.tavolo_id', incontro: 'n.id', nome: 'n.titolo', entro: 'v.revisione_fino_at' })} ${DEL_VERBALE}
    WHERE v.ambito_id = $1 AND v.stato = 'in_revisione' AND v.revisione_fino_at > now()`,
  testo: r => `Leggi il verbale di «${r.nome}»: puoi proporre correzioni${r.entro === null ? '' : ` ${conDataOra('fino al', r.entro)}`}.`,
  percorso: r => `area/verbali/${r.oggettoId}`,
  compito: {
    permesso: 'verbale.proponi',
    solo: ['seggio'],
    nome: { una: 'verbale da rileggere', molte: 'verbali da rileggere', genere: 'm' },
    voce: r => `${r.nome}: proponi le correzioni`,
  },
};
