import { conData, dichiarazioneDi } from '@tavoli/shared';
import { corre } from '../../../incarichi/chi.sql.js';
import { fineGiorno, OGGI, riga, type Attesa } from '../attesa.js';

/** Days before its last one that an incarico is told (our own choice): a new act takes weeks. */
const GIORNI = 60;

export const INCARICO_IN_SCADENZA: Attesa = {
  tipo: 'incarico_in_scadenza',
  sql: () => `SELECT ${riga({ oggetto: 'i.id', tavolo: 'i.tavolo_id', nome: `a.nome || ' ' || a.cognome`, altro: 'i.ruolo', entro: fineGiorno('i.scade_il') })}
    FROM incarico i JOIN account a ON a.id = i.account_id WHERE i.ambito_id = $1 AND ${corre('i')} AND i.scade_il <= ${OGGI} + ${GIORNI}`,
  testo: r => `L’incarico di ${r.nome} finisce${r.entro === null ? '' : ` ${conData('il', r.entro)}`}.`,
  percorso: r => `area/incarichi/${r.oggettoId}/rinnova`,
  compito: {
    permesso: 'incarico.assegna',
    nome: { una: 'incarico che finisce entro 60 giorni', molte: 'incarichi che finiscono entro 60 giorni', genere: 'm' },
    voce: r => [r.nome, dichiarazioneDi(r.altro ?? '')?.etichetta, r.tavolo?.nome].filter(Boolean).join(', '),
    elenco: 'area/incarichi',
  },
};
