import { quanti } from '../../../incontri/disponibilita/disponibilita.sql.js';
import { aperto } from '../../../tavoli/tavolo.sql.js';
import { delTavolo, riga, type Attesa } from '../attesa.js';

/** Who was asked has answered, or may no more: the day of the incontro is to be chosen. */
export const DATA_DA_SCEGLIERE: Attesa = {
  tipo: 'data_da_scegliere',
  sql: () => `SELECT ${riga({ oggetto: 'd.id', tavolo: 'd.tavolo_id', nome: 'd.titolo', dal: 'least(d.entro_at, now())', entro: '(SELECT min(g.inizio_at) FROM disponibilita_data g WHERE g.ambito_id = d.ambito_id AND g.disponibilita_id = d.id)' })}
    FROM disponibilita d JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    WHERE d.ambito_id = $1 AND d.stato = 'aperta' AND ${aperto('t')} AND (d.entro_at <= now() OR ${quanti('d')} = ${quanti('d', true)})`,
  testo: r => `Scegli la data di «${r.nome}»: chi siede al tavolo ha detto quando può.`,
  percorso: r => delTavolo(r, `date/${r.oggettoId}`, 'area/tavoli'),
  compito: {
    permesso: 'disponibilita.chiudi',
    nome: { una: 'data da scegliere', molte: 'date da scegliere', genere: 'f' },
    voce: r => `«${r.nome}»`,
  },
};
