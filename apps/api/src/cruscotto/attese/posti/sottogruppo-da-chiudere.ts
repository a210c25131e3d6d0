import { conData } from '@tavoli/shared';
import { aperto } from '../../../tavoli/tavolo.sql.js';
import { delTavolo, fineGiorno, OGGI, riga, type Attesa } from '../attesa.js';

/** A sottogruppo ends by no clock: once its foreseen end has passed, who leads its tavolo closes it or says until when it goes on. */
export const SOTTOGRUPPO_DA_CHIUDERE: Attesa = {
  tipo: 'sottogruppo_da_chiudere',
  sql: () => `SELECT ${riga({ oggetto: 'g.id', tavolo: 'g.padre_id', nome: 'g.nome', altro: 't.nome', entro: fineGiorno('g.finisce_il') })}
    FROM tavolo g JOIN tavolo t ON t.ambito_id = g.ambito_id AND t.id = g.padre_id WHERE g.ambito_id = $1 AND ${aperto('g')} AND g.finisce_il < ${OGGI}`,
  testo: r =>
    `Il sottogruppo «${r.nome}» doveva finire${r.entro === null ? '' : ` ${conData('il', r.entro)}`}: chiudilo, oppure scrivi fino a quando continua.`,
  percorso: r => delTavolo(r, 'sottogruppi', 'area/tavoli'),
  compito: {
    permesso: 'sottogruppo.chiudi',
    nome: { una: 'sottogruppo arrivato alla fine prevista', molte: 'sottogruppi arrivati alla fine prevista', genere: 'm' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
  },
};
