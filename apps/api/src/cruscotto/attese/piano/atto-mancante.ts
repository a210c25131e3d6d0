import { conData, FASI_APERTE } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { fineGiorno, OGGI, riga, type Attesa } from '../attesa.js';

/** Days before the foreseen end of a phase (our own choice): an act needs its time. */
const GIORNI = 30;

/** Phases near their end that still lack an act which they are to put out: as `attiMancanti` of the shared rules, kind by kind. */
export const ATTO_MANCANTE: Attesa = {
  tipo: 'atto_mancante',
  sql: () => `SELECT ${riga({ oggetto: 'f.id', nome: 'f.titolo', entro: fineGiorno('f.prevista_al') })} FROM fase f
    WHERE f.ambito_id = $1 AND f.stato IN ${fra(FASI_APERTE)} AND f.prevista_al <= ${OGGI} + ${GIORNI}
      AND EXISTS (SELECT 1 FROM (SELECT x->>'tipo' AS tipo, count(*) AS quanti FROM jsonb_array_elements(f.attesi) x WHERE x->>'direzione' = 'uscita' GROUP BY 1) a
        WHERE a.quanti > (SELECT count(*) FROM atto k WHERE k.ambito_id = f.ambito_id AND k.fase_id = f.id AND k.direzione = 'uscita' AND k.tipo = a.tipo))`,
  testo: r => `Alla fase «${r.nome}» manca un atto${r.entro === null ? '' : `: dovrebbe finire ${conData('il', r.entro)}`}.`,
  percorso: r => `area/iter/fasi/${r.oggettoId}`,
  compito: {
    permesso: 'atto.crea',
    nome: { una: 'fase a cui manca un atto', molte: 'fasi a cui manca un atto', genere: 'f' },
    voce: r => r.nome,
    elenco: 'area/iter',
  },
};
