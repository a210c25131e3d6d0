import { FILTRI_ENTI, ORDINI_ENTI, STATI_ENTE } from '@tavoli/shared';
import { perIstante, perParole, perStato, type Tabella } from '../platform/tabelle/tabella.js';
import { iso } from '../platform/http/json-view.js';
import { conFirmatari } from '../platform/storage/signed/signed-names.js';
import { storiaSql } from '../platform/registro/storia.js';

const STESSO_CODICE = 'x.ambito_id = e.ambito_id AND x.codice_fiscale = e.codice_fiscale AND x.id <> e.id';

/** Columns of a row of the list; `e` is the ente. */
export const RIGA = `
  e.id, e.denominazione, e.natura_giuridica AS "naturaGiuridica", e.codice_fiscale AS "codiceFiscale", e.sede_legale->>'comune' AS comune, e.stato,
  ${iso('e.creato_at')} AS "creatoAt", e.version, (SELECT count(*)::int FROM ente x WHERE ${STESSO_CODICE}) AS "altreRegistrazioni", e.statuto IS NOT NULL AS "conStatuto"`;

/** The list, as a table. */
export const ENTI: Tabella<(typeof ORDINI_ENTI)[number], (typeof FILTRI_ENTI)[number]> = {
  from: 'FROM ente e',
  id: 'e.id',
  ordini: {
    denominazione: perParole('e.denominazione'),
    natura: perParole('e.natura_giuridica'),
    comune: perParole(`e.sede_legale->>'comune'`),
    stato: perStato('e.stato', STATI_ENTE),
    registrato: perIstante('e.creato_at'),
  },
  predefinito: { ordina: 'registrato', verso: 'desc' },
  filtri: {
    stato: { valore: 'e.stato' },
    natura: { valore: 'e.natura_giuridica' },
    comune: { valore: `nullif(e.sede_legale->>'comune', '')` },
    statuto: { valore: `CASE WHEN e.statuto IS NULL THEN 'no' ELSE 'si' END` },
  },
};

const OPERATORI = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'nome', ac.nome, 'cognome', ac.cognome, 'email', ac.email, 'dal', ${iso('o.dal')},
      'seStesso', o.account_id = $3::uuid) ORDER BY o.dal, o.id), '[]')
   FROM operatore o JOIN account ac ON ac.id = o.account_id WHERE o.ambito_id = e.ambito_id AND o.ente_id = e.id AND o.al IS NULL) AS operatori`;

const INVITI = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'email', i.email, 'scadeAt', ${iso('i.scade_at')}) ORDER BY i.scade_at, i.id), '[]')
   FROM operatore_invito i WHERE i.ambito_id = e.ambito_id AND i.ente_id = e.id AND i.chiuso_at IS NULL) AS inviti`;

const RICHIESTE = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'nome', ac.nome, 'cognome', ac.cognome, 'email', ac.email, 'messaggio', r.messaggio,
      'creataAt', ${iso('r.creata_at')}) ORDER BY r.creata_at, r.id), '[]')
   FROM operatore_richiesta r JOIN account ac ON ac.id = r.account_id WHERE r.ambito_id = e.ambito_id AND r.ente_id = e.id AND r.esito IS NULL) AS richieste`;

const ALTRE = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'denominazione', x.denominazione, 'stato', x.stato, 'creatoAt', ${iso('x.creato_at')}) ORDER BY x.creato_at, x.id), '[]')
   FROM ente x WHERE ${STESSO_CODICE}) AS "altreRegistrazioni"`;

const ACCANTO = (segno: '<' | '>', verso: 'ASC' | 'DESC'): string =>
  `(SELECT x.id FROM ente x WHERE x.ambito_id = e.ambito_id AND x.stato = 'in_verifica' AND (x.creato_at, x.id) ${segno} (e.creato_at, e.id) ORDER BY x.creato_at ${verso}, x.id ${verso} LIMIT 1)`;

/** Those that wait to be verified, before and after `e`. */
const CODA = `jsonb_build_object('precedente', ${ACCANTO('<', 'DESC')}, 'successivo', ${ACCANTO('>', 'ASC')}) AS coda`;

/** One ente, whole. $1 ambito, $2 ente, $3 account of the reader. */
export const UNO = `
  SELECT e.id, e.denominazione, e.natura_giuridica AS "naturaGiuridica", e.codice_fiscale AS "codiceFiscale", e.partita_iva AS "partitaIva", e.runts,
    e.sede_legale AS "sedeLegale", e.sede_operativa AS "sedeOperativa", e.pec, e.email, e.telefono, e.legale_rappresentante AS "legaleRappresentante", e.aree,
    e.presentazione, ${conFirmatari('e.statuto')} AS statuto, e.stato, e.motivazione, e.version, ${OPERATORI}, ${INVITI}, ${RICHIESTE}, ${ALTRE}, ${CODA}, ${storiaSql('e.ambito_id', 'e.id')} AS storia
  FROM ente e WHERE e.ambito_id = $1 AND e.id = $2`;
