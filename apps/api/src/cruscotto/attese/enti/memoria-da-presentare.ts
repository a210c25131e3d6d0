import { conData } from '@tavoli/shared';
import { fineGiorno, OGGI, riga, type Attesa } from '../attesa.js';

/** The ente may still be heard before its seat is lost (L. 241/1990, art. 10). */
export const MEMORIA_DA_PRESENTARE: Attesa = {
  tipo: 'memoria_da_presentare',
  sql: () => `SELECT ${riga({ oggetto: 'k.id', tavolo: 'k.tavolo_id', ente: 'k.ente_id', nome: 'e.denominazione', altro: 't.nome', dal: 'k.aperto_at', entro: fineGiorno('k.termine') })}
    FROM decadenza k JOIN ente e ON e.ambito_id = k.ambito_id AND e.id = k.ente_id JOIN tavolo t ON t.ambito_id = k.ambito_id AND t.id = k.tavolo_id
    WHERE k.ambito_id = $1 AND k.stato = 'aperto' AND k.termine >= ${OGGI} AND NOT EXISTS (SELECT 1 FROM decadenza_memoria w WHERE w.ambito_id = k.ambito_id AND w.decadenza_id = k.id)`,
  testo: r =>
    `${r.nome} può presentare le sue memorie sulla decadenza dal tavolo «${r.altro ?? ''}»${r.entro === null ? '' : ` ${conData('entro il', r.entro)}`}.`,
  percorso: r => `area/decadenze/${r.oggettoId}`,
  compito: {
    permesso: 'decadenza.presenta_memorie',
    nome: { una: 'procedimento in cui farsi sentire', molte: 'procedimenti in cui farsi sentire', genere: 'm' },
    voce: r => `Decadenza dal tavolo «${r.altro ?? ''}», ${r.nome}`,
  },
};
