import { conDataOra, DESIGNAZIONI_IN_ESSERE, ENTI_IN_REGOLA } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { riga, type Attesa } from '../attesa.js';

/** An avviso that the ente may answer, and has not begun to. */
export const AVVISO_APERTO: Attesa = {
  tipo: 'avviso_aperto',
  sql: () => `SELECT ${riga({ oggetto: 'v.id', ente: 'e.id', nome: 'v.titolo', altro: 'e.denominazione', dal: 'v.pubblicato_at', entro: 'v.chiude_at' })}
    FROM avviso v JOIN ente e ON e.ambito_id = v.ambito_id AND e.stato IN ${fra(ENTI_IN_REGOLA)} AND (cardinality(v.nature_ammesse) = 0 OR e.natura_giuridica = ANY(v.nature_ammesse))
    WHERE v.ambito_id = $1 AND v.stato = 'pubblicato' AND v.apre_at <= now() AND v.chiude_at > now()
      AND NOT EXISTS (SELECT 1 FROM designazione d WHERE d.ambito_id = v.ambito_id AND d.avviso_id = v.id AND d.ente_id = e.id AND (d.stato = 'bozza' OR d.stato IN ${fra(DESIGNAZIONI_IN_ESSERE)}))`,
  testo: r => `${r.altro ?? ''} può rispondere all’avviso «${r.nome}»${r.entro === null ? '' : ` ${conDataOra('entro il', r.entro)}`}.`,
  percorso: r => `area/designazioni/nuova?avviso=${r.oggettoId}`,
  compito: {
    permesso: 'designazione.crea',
    nome: { una: 'avviso a cui rispondere', molte: 'avvisi a cui rispondere', genere: 'm' },
    voce: r => `${r.nome}, per ${r.altro ?? ''}`,
  },
};
