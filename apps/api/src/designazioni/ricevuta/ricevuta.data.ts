import type { EntityManager } from 'typeorm';
import { canonical, sha256 } from '../../platform/registro/canonical.js';
import type { RicevutaData } from './ricevuta.pdf.js';

type Row = Omit<RicevutaData, 'avviso' | 'sha256'> & { readonly avvisoTitolo: string; readonly chiudeAt: Date };

const SQL = `
  SELECT jsonb_build_object('nome', a.nome_esteso, 'capofila', a.capofila) AS ambito,
    jsonb_build_object('denominazione', e.denominazione, 'codiceFiscale', e.codice_fiscale) AS ente,
    jsonb_build_object('nome', t.nome) AS tavolo, v.titolo AS "avvisoTitolo", v.chiude_at AS "chiudeAt",
    jsonb_build_object('numero', d.protocollo_numero, 'anno', d.protocollo_anno) AS "numeroDiRegistro",
    d.inviata_at AS "inviataAt", d.reinviata_at AS "reinviataAt", d.veste = 'consultivo' AS tardiva, coalesce(d.dichiarazioni, '[]') AS dichiarazioni,
    (SELECT jsonb_agg(jsonb_build_object('ruolo', r.ruolo, 'nome', r.nome, 'cognome', r.cognome, 'qualifica', r.qualifica) ORDER BY r.ordine)
       FROM rappresentante r WHERE r.ambito_id = d.ambito_id AND r.designazione_id = d.id) AS rappresentanti
  FROM designazione d
  JOIN ambito a ON a.id = d.ambito_id
  JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
  JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
  JOIN avviso v ON v.ambito_id = d.ambito_id AND v.id = d.avviso_id
  WHERE d.ambito_id = $1 AND d.id = $2 AND d.inviata_at IS NOT NULL`;

/** What the receipt says; null for a draft. The fingerprint covers what was sent: who, for which tavolo, when, under which number. */
export async function readRicevuta(db: EntityManager, ambitoId: string, id: string): Promise<RicevutaData | null> {
  const [row] = await db.query<Row[]>(SQL, [ambitoId, id]);
  if (!row) return null;
  const { avvisoTitolo, chiudeAt, ...data } = row;
  const { ente, tavolo, numeroDiRegistro, rappresentanti } = data;
  // `protocollo` is how the number was called at first: fingerprints already given must still be found.
  const completata = data.reinviataAt === null ? {} : { reinviataAt: data.reinviataAt.toISOString() };
  const sent = { id, ente, tavolo, protocollo: numeroDiRegistro, rappresentanti, inviataAt: data.inviataAt.toISOString(), ...completata };
  return { ...data, avviso: { titolo: avvisoTitolo, chiudeAt }, sha256: sha256(canonical(sent)).toString('hex') };
}
