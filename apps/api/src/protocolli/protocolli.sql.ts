import { type DaProtocollareQuery, OGGETTI_PROTOCOLLATI, type OggettoProtocollato } from '@tavoli/shared';

/** The kind of a thing that is protocolled: of a convocazione, its incontro. */
export const kindDi = (tipo: OggettoProtocollato): string => (tipo === 'convocazione' ? 'incontro' : tipo);

const SETTE = (tabella: string): string =>
  `CASE WHEN ${tabella}.protocollo_numero IS NOT NULL THEN jsonb_build_object('numero', ${tabella}.protocollo_numero, 'anno', ${tabella}.protocollo_anno) END`;

/** What there is to protocol, by kind: SELECT of `id, titolo, at, numero` in the ambito $1. What is still being written is not there. */
const FONTI: Readonly<Record<OggettoProtocollato, string>> = {
  designazione: `SELECT d.id, e.denominazione || ', ' || t.nome, d.inviata_at, ${SETTE('d')} FROM designazione d
    JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
    WHERE d.ambito_id = $1 AND d.inviata_at IS NOT NULL`,
  convocazione: `SELECT n.id, n.titolo, c.at, ${SETTE('c')} FROM incontro n JOIN LATERAL (SELECT * FROM convocazione c WHERE c.ambito_id = n.ambito_id AND c.incontro_id = n.id
      ORDER BY c.sequence, c.parte LIMIT 1) c ON true WHERE n.ambito_id = $1`,
  verbale: `SELECT v.id, n.titolo, p.at, ${SETTE('p')} FROM verbale v JOIN verbale_pubblicazione p ON p.ambito_id = v.ambito_id AND p.verbale_id = v.id
    JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id WHERE v.ambito_id = $1`,
  elaborato: `SELECT l.id, l.titolo, k.at, ${SETTE('k')} FROM elaborato l JOIN elaborato_accoglimento k ON k.ambito_id = l.ambito_id AND k.elaborato_id = l.id
    WHERE l.ambito_id = $1`,
  adesione: `SELECT d.id, e.denominazione, d.inviata_at, ${SETTE('d')} FROM adesione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
    WHERE d.ambito_id = $1 AND d.inviata_at IS NOT NULL`,
  atto: `SELECT t.id, t.titolo, t.creato_at, NULL::jsonb FROM atto t WHERE t.ambito_id = $1`,
  osservazione: `SELECT o.id, o.da, o.creata_at, NULL::jsonb FROM osservazione o WHERE o.ambito_id = $1`,
};

const fonte = (
  tipo: OggettoProtocollato,
): string => `(SELECT '${tipo}' AS tipo, s.* FROM (${FONTI[tipo]}) s (id, titolo, at, "numeroDiRegistro")
  WHERE ($2::timestamptz IS NULL OR (s.at, s.id) > ($2::timestamptz, $3::uuid))
    AND NOT EXISTS (SELECT 1 FROM protocollo_esterno p WHERE p.ambito_id = $1 AND p.oggetto_tipo = '${tipo}' AND p.oggetto_id = s.id)
  ORDER BY s.at, s.id LIMIT $4)`;

/** What no office has protocolled, oldest first: $1 ambito, $2 and $3 where the page before ended, $4 rows. */
export const daProtocollare = (tipo: DaProtocollareQuery['tipo']): string =>
  `SELECT q.*, q.at::text AS "cursorAt" FROM (${(tipo === undefined ? OGGETTI_PROTOCOLLATI : [tipo]).map(fonte).join(' UNION ALL ')}) q ORDER BY q.at, q.id LIMIT $4`;

/** What `protocolliInParole` says of one thing: the numbers that offices gave it, oldest first. @param ambito and @param id SQL of both ids */
export const protocolliIn = (tipo: OggettoProtocollato, ambito: string, id: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('numero', x.numero, 'data', x.data) ORDER BY x.data, x.creato_at, x.id), '[]') FROM protocollo_esterno x
    WHERE x.ambito_id = ${ambito} AND x.oggetto_tipo = '${tipo}' AND x.oggetto_id = ${id})`;

/** Columns of a `ProtocolloView` of the row `p`. */
export const PROTOCOLLO = `p.id, p.verso, p.amministrazione, p.aoo, p.registro, p.numero, p.data::text AS data, p.version`;
