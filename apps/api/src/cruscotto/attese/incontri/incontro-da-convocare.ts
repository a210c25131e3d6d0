import { conData, REGOLE_PREDEFINITE } from '@tavoli/shared';
import { regoleTavolo } from '../../../posti/regole.sql.js';
import { fineGiorno, OGGI, riga, type Attesa } from '../attesa.js';

/** How many days before the last one it is told (our own choice). */
const GIORNI = 10;

/** The notice of the incontro `n`, in giorni liberi: the strictest of its tavoli; of a plenaria the usual one. */
const PREAVVISO = `coalesce((SELECT max(coalesce((${regoleTavolo('pt')}->>'preavvisoGiorni')::int, ${REGOLE_PREDEFINITE.preavvisoGiorni})) FROM incontro_tavolo nt
  JOIN tavolo pt ON pt.ambito_id = nt.ambito_id AND pt.id = nt.tavolo_id WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id), ${REGOLE_PREDEFINITE.preavvisoGiorni})`;

/** Drafts that must be convened soon, with the last day on which the ordinary notice is still kept. */
export const INCONTRO_DA_CONVOCARE: Attesa = {
  tipo: 'incontro_da_convocare',
  sql: () => `SELECT ${riga({ oggetto: 'n.id', tavolo: 'n.tavolo_id', nome: 'n.titolo', dal: 'n.creato_at', entro: fineGiorno('u.ultimo') })} FROM incontro n
    CROSS JOIN LATERAL (SELECT (n.inizio_at AT TIME ZONE 'Europe/Rome')::date - 1 - ${PREAVVISO} AS ultimo) u
    WHERE n.ambito_id = $1 AND n.stato = 'bozza' AND n.inizio_at > now() AND u.ultimo <= ${OGGI} + ${GIORNI}`,
  testo: r => `Convoca «${r.nome}»${r.entro === null ? '' : `: l’ultimo giorno utile per il preavviso è ${conData('il', r.entro)}`}.`,
  percorso: r => `area/incontri/${r.oggettoId}`,
  compito: {
    permesso: 'incontro.convoca',
    nome: { una: 'incontro da convocare', molte: 'incontri da convocare', genere: 'm' },
    voce: r => `${r.nome}${r.entro === null ? '' : `: convoca ${conData('entro il', r.entro)}`}`,
    elenco: 'area/incontri',
  },
};
