import {
  CONSENSI_SENZA_RIFIUTO,
  DESIGNAZIONI_COL_POSTO,
  DESIGNAZIONI_IN_ESSERE,
  REGOLE_PREDEFINITE,
  STATI_DESIGNAZIONE,
  type FILTRI_DESIGNAZIONI,
  type ORDINI_DESIGNAZIONI,
} from '@tavoli/shared';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { perIstante, perParole, perStato, type Tabella } from '../platform/tabelle/tabella.js';
import { tiene } from '../posti/siede.sql.js';

/** Columns of a row of the list; `d` is the designazione. Shared by the list, the export and the single view. */
export const RIGA = `
  d.id, d.stato, d.veste, d.version, d.tavolo_id AS "tavoloId", d.ente_id AS "enteId", d.sostituisce_id AS sostituisce, d.attende_elenco AND d.stato IN ${fra(DESIGNAZIONI_COL_POSTO)} AS "attendeElenco",
  jsonb_build_object('id', e.id, 'denominazione', e.denominazione) AS ente,
  jsonb_build_object('id', t.id, 'slug', t.slug, 'nome', t.nome) AS tavolo,
  CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('id', v.id, 'titolo', v.titolo) END AS avviso,
  CASE WHEN d.protocollo_numero IS NULL THEN NULL ELSE jsonb_build_object('numero', d.protocollo_numero, 'anno', d.protocollo_anno) END AS "numeroDiRegistro",
  ${iso('d.inviata_at')} AS "inviataAt", d.integrare_entro::text AS "integrareEntro"`;

export const FROM = `
  FROM designazione d
  JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
  JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
  LEFT JOIN avviso v ON v.ambito_id = d.ambito_id AND v.id = d.avviso_id
  LEFT JOIN posto_diretto o ON o.ambito_id = d.ambito_id AND o.id = d.posto_id`;

export type OrdineDesignazioni = (typeof ORDINI_DESIGNAZIONI)[number];
export type FiltroDesignazioni = (typeof FILTRI_DESIGNAZIONI)[number];

/** The list, as a table. */
export const DESIGNAZIONI: Tabella<OrdineDesignazioni, FiltroDesignazioni> = {
  from: FROM,
  id: 'd.id',
  ordini: {
    creata: perIstante('d.creata_at'),
    ente: perParole('e.denominazione'),
    tavolo: perParole('t.nome'),
    stato: perStato('d.stato', STATI_DESIGNAZIONE),
    inviata: perIstante('d.inviata_at'),
  },
  predefinito: { ordina: 'creata', verso: 'desc' },
  filtri: {
    stato: { valore: 'd.stato' },
    tavolo: { valore: 'd.tavolo_id', nome: 't.nome' },
    ente: { valore: 'd.ente_id', nome: 'e.denominazione' },
    avviso: { valore: 'd.avviso_id', nome: 'v.titolo' },
  },
};

/** The people of `d`, with the JSON fields given as `'name', column` pairs. */
export const persone = (fields: string): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY r.ordine), '[]')
   FROM rappresentante r WHERE r.ambito_id = d.ambito_id AND r.designazione_id = d.id) AS rappresentanti`;

export const PERSONA_RIGA = `'ruolo', r.ruolo, 'nome', r.nome, 'cognome', r.cognome, 'consenso', r.consenso`;

export const PERSONA = `${PERSONA_RIGA}, 'id', r.id, 'email', r.email, 'telefono', r.telefono, 'qualifica', r.qualifica, 'consensoAt', ${iso('r.consenso_at')},
  'dimissioni', CASE WHEN r.consenso = 'dimesso' THEN jsonb_build_object('giorno', r.dimesso_il, 'testo', r.dimissioni_testo) END`;

/** At how many other tavoli of its avviso the ente of `d` stands: answered, and nothing ended it. */
export const ALTRI_TAVOLI = `(SELECT count(DISTINCT l.tavolo_id)::int FROM designazione l WHERE l.ambito_id = d.ambito_id AND l.avviso_id = d.avviso_id AND l.ente_id = d.ente_id
  AND l.tavolo_id <> d.tavolo_id AND l.stato IN ${fra(DESIGNAZIONI_IN_ESSERE)})`;

/** Of a draft, what its avviso says of it; null where it says nothing. */
export const LIMITE_TAVOLI = `CASE WHEN d.stato = 'bozza' AND v.tavoli_vincolo <> 'nessuno' THEN
  jsonb_build_object('tavoliVincolo', v.tavoli_vincolo, 'tavoliMassimi', v.tavoli_massimi, 'altri', ${ALTRI_TAVOLI}) END AS "limiteTavoli"`;

const TITOLARE = `r.ambito_id = d.ambito_id AND r.designazione_id = d.id AND r.ruolo = 'titolare'`;

/** The seat of `d` has no titolare, because they resigned, and none is awaited. */
const SENZA_TITOLARE = `(${tiene('d')} AND EXISTS (SELECT 1 FROM rappresentante r WHERE ${TITOLARE} AND r.consenso = 'dimesso')
  AND NOT EXISTS (SELECT 1 FROM rappresentante r WHERE ${TITOLARE} AND r.consenso IN ${fra(CONSENSI_SENZA_RIFIUTO)}))`;

/** Since when, and by when the ente is asked for another; null where it is not so. `t`: the tavolo. */
export const SCOPERTO = `CASE WHEN ${SENZA_TITOLARE} THEN (SELECT jsonb_build_object('dal', max(r.dimesso_il),
    'entro', max((r.consenso_at AT TIME ZONE 'Europe/Rome')::date) + coalesce((t.regole->>'giorniSostituzione')::int, ${REGOLE_PREDEFINITE.giorniSostituzione}))
  FROM rappresentante r WHERE ${TITOLARE} AND r.consenso = 'dimesso') END AS scoperto`;

/** The procedimento that is open on the seat of `d`, or by which it was lost. */
export const DECADENZA = `(SELECT jsonb_build_object('id', k.id, 'stato', k.stato) FROM decadenza k
  WHERE k.ambito_id = d.ambito_id AND k.tavolo_id = d.tavolo_id AND k.ente_id = d.ente_id
    AND ((k.stato = 'aperto' AND ${tiene('d')}) OR (k.stato = 'concluso' AND d.stato = 'decaduta' AND k.chiuso_at >= d.accettata_at)) ORDER BY k.aperto_at DESC LIMIT 1) AS decadenza`;
