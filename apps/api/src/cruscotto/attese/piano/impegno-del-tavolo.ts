import { FROM_IMPEGNI } from '../../../impegni/impegni.sql.js';
import { delTavolo, fineGiorno, OGGI, riga, type Attesa } from '../attesa.js';

/** Days before its own that an impegno is told to who sits at the tavolo (our own choice). */
const GIORNI = 14;

/** What the tavolo has taken on and is due: who took it on is written in words, so all who sit there see it. */
export const IMPEGNO_DEL_TAVOLO: Attesa = {
  tipo: 'impegno_del_tavolo',
  sql: () => `SELECT ${riga({ oggetto: 'i.id', tavolo: 'v.tavolo_id', nome: 'i.testo', altro: 'i.chi', entro: fineGiorno('i.entro') })} ${FROM_IMPEGNI}
    WHERE i.ambito_id = $1 AND i.stato = 'aperto' AND i.entro <= ${OGGI} + ${GIORNI}`,
  testo: r => `Impegno del tavolo: «${r.nome}» (${r.altro ?? ''}).`,
  percorso: r => delTavolo(r, 'impegni', 'verbali'),
  compito: {
    permesso: 'impegno.elenca',
    solo: ['seggio'],
    nome: { una: 'impegno del tavolo', molte: 'impegni del tavolo', genere: 'm' },
    voce: r => `${r.nome} (${r.altro ?? ''})`,
  },
};
