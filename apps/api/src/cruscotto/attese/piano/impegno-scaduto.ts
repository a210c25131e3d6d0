import { FROM_IMPEGNI } from '../../../impegni/impegni.sql.js';
import { delTavolo, fineGiorno, OGGI, riga, type Attesa } from '../attesa.js';

/** Impegni past their day that nobody has closed: who leads the tavolo asks, and writes how they ended. */
export const IMPEGNO_SCADUTO: Attesa = {
  tipo: 'impegno_scaduto',
  sql: () => `SELECT ${riga({ oggetto: 'i.id', tavolo: 'v.tavolo_id', nome: 'i.testo', altro: 'i.chi', entro: fineGiorno('i.entro') })} ${FROM_IMPEGNI}
    WHERE i.ambito_id = $1 AND i.stato = 'aperto' AND i.entro < ${OGGI}`,
  testo: r => `È passato il giorno dell’impegno «${r.nome}» (${r.altro ?? ''}).`,
  percorso: r => delTavolo(r, 'impegni', 'area/verbali'),
  compito: {
    permesso: 'impegno.aggiorna',
    nome: { una: 'impegno scaduto', molte: 'impegni scaduti', genere: 'm' },
    voce: r => `${r.nome} (${r.altro ?? ''})`,
    aNumero: t => `area/tavoli/${t.slug}/impegni`,
  },
};
