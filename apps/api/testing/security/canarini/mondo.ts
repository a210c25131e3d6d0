import { randomUUID } from 'node:crypto';
import type { World } from '../../app.js';
import { custodisci } from '../../files/custoditi.js';
import type { Persona } from '../../scenario.js';
import { buildCast, type Cast } from '../cast.js';

/** Of who writes nothing that is read here. */
const AUTORE = `(SELECT account_id FROM incarico WHERE ambito_id = $1 AND ruolo = 'coordinatore' LIMIT 1)`;

export interface Mondo {
  readonly cast: Cast;
  readonly ambito: { readonly id: string; readonly slug: string };
  /** The thing of a kind in a state. */
  readonly una: (tipo: string, stato: string) => string;
  /** A step as the pages take it; on the version that stands. @throws Error unless it is taken */
  readonly passo: (chi: Persona, tabella: string, id: string, path: string, body?: object) => Promise<void>;
}

/** The cast, with everything tied to everything: what can be merged, linked, named as a source, followed or approved, is. */
export async function mondoIntrecciato(world: World): Promise<Mondo> {
  const cast = await buildCast(world);
  const slug = cast.things['ambito']?.[0]?.id ?? '';
  const [row] = await world.db.query<{ id: string }[]>('SELECT id FROM ambito WHERE slug = $1', [slug]);
  const ambito = { id: row?.id ?? '', slug };
  await custodisci(world.db, 'b'.repeat(64), 'c'.repeat(64));
  for (const sql of [MODELLI, LUOGO, FILES, PEZZI, FONTI, LEGAMI, SEGUITI, ALLEGATI]) await world.db.query(sql, [ambito.id]);
  await world.db.query(`UPDATE elaborato_commento SET autore = ${AUTORE} WHERE ambito_id = $1`, [ambito.id]);
  await schedaDiBozza(world, ambito.id);
  return {
    cast,
    ambito,
    una: (tipo, stato) => cast.things[tipo]?.find(t => t.stato === stato)?.id ?? '',
    async passo(chi, tabella, id, path, body = {}) {
      const [seen] = await world.db.query<{ version: number }[]>(`SELECT version FROM ${tabella} WHERE id = $1`, [id]);
      const { status, text } = await world.as(chi).post(`/ambiti/${slug}${path}`, body, { version: seen?.version });
      if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
    },
  };
}

const MODELLI = `INSERT INTO modello_odg (ambito_id, id, tavolo_id, nome, punti)
  SELECT t.ambito_id, gen_random_uuid(), t.id, 'Ordinario', '[{"titolo":"x","minuti":null}]' FROM tavolo t WHERE t.ambito_id = $1`;

/** Who leads the ambito and since when a comune is of it, headings that were said what they are, and what an ente wrote of the loss of a seat. */
const LUOGO = `WITH l AS (INSERT INTO capofila (ambito_id, id, tipo, nome, dal, al, atto, motivo) VALUES ($1, gen_random_uuid(), 'comune', 'x', '2020-01-01', '2020-12-31', 'y', 'z')),
  c AS (INSERT INTO comune_periodo (ambito_id, id, istat, dal, atto, motivo) SELECT ambito_id, gen_random_uuid(), istat, '2020-01-01', 'x', 'y' FROM comune WHERE ambito_id = $1),
  m AS (INSERT INTO caricamento_mappa (ambito_id, tipo, mappa) VALUES ($1, 'comuni', '{}')),
  p AS (INSERT INTO decadenza_proposta (ambito_id, id, designazione_id, ragioni, proposta_da, stato, risposta, risposta_at)
    SELECT ambito_id, gen_random_uuid(), id, 'x', 'y', 'declinata', 'z', now() FROM designazione WHERE ambito_id = $1)
  INSERT INTO decadenza_memoria (ambito_id, id, decadenza_id, testo) SELECT ambito_id, gen_random_uuid(), id, 'x' FROM decadenza WHERE ambito_id = $1`;

const FILES = `WITH c AS (INSERT INTO contributo_file (ambito_id, id, chiave_hash, contributo_id, nome, bytes, media_type, sha256, pubblico)
    SELECT ambito_id, gen_random_uuid(), sha256(id::text::bytea), id, 'x.pdf', 1, 'application/pdf', repeat('b', 64), false FROM contributo WHERE ambito_id = $1)
  INSERT INTO incontro_file (ambito_id, id, incontro_id, nome, bytes, sha256) SELECT ambito_id, gen_random_uuid(), id, 'y.pdf', 1, repeat('c', 64) FROM incontro WHERE ambito_id = $1`;

/** Verbali with a decisione, versions, corrections and impegni; contributi with older words; comments on every elaborato. */
const PEZZI = `WITH s AS (SELECT s.*, ${AUTORE} AS chi FROM verbale_sezione s WHERE s.ambito_id = $1),
  d AS (UPDATE verbale_sezione v SET decisioni = '[{"testo":"x","modo":"unanimita","favorevoli":null,"contrari":null,"astenuti":null}]' WHERE v.ambito_id = $1),
  w AS (INSERT INTO verbale_versione (ambito_id, sezione_id, version, da, nome, documento) SELECT ambito_id, id, 1, chi, 'Prova', documento FROM s),
  k AS (INSERT INTO verbale_correzione (ambito_id, id, verbale_id, sezione_id, passaggio, proposta, motivo, autore, autore_nome) SELECT ambito_id, gen_random_uuid(), verbale_id, id, 'a', 'b', 'c', chi, 'Prova' FROM s),
  i AS (INSERT INTO impegno (ambito_id, id, verbale_id, sezione_id, ordine, testo, chi, entro) SELECT ambito_id, gen_random_uuid(), verbale_id, id, 1, 'x', 'Chi', current_date + 3 FROM s),
  p AS (INSERT INTO contributo_precedente (ambito_id, contributo_id, testi) SELECT ambito_id, id, testi FROM contributo WHERE ambito_id = $1)
  INSERT INTO elaborato_commento (ambito_id, id, elaborato_id, testo, passaggio, risposta, autore, autore_nome) SELECT e.ambito_id, gen_random_uuid(), e.id, 'x', 'y', 'z', ${AUTORE}, 'Prova' FROM elaborato e WHERE e.ambito_id = $1`;

const FONTI = `INSERT INTO elaborato_fonte (ambito_id, id, elaborato_id, tipo, oggetto_id, parte_id, decisione)
  SELECT e.ambito_id, gen_random_uuid(), e.id, f.tipo, f.oggetto_id, f.parte_id, f.decisione FROM elaborato e CROSS JOIN (
    SELECT 'verbale' AS tipo, s.verbale_id AS oggetto_id, s.id AS parte_id, 0 AS decisione FROM verbale_sezione s WHERE s.ambito_id = $1
    UNION ALL SELECT 'incontro', id, NULL, NULL FROM incontro WHERE ambito_id = $1 UNION ALL SELECT 'contributo', id, NULL, NULL FROM contributo WHERE ambito_id = $1) f
  WHERE e.ambito_id = $1`;

const LEGAMI = `INSERT INTO contributo_legame (ambito_id, contributo_id, tipo, oggetto_id)
  SELECT c.ambito_id, c.id, o.tipo, o.id FROM contributo c CROSS JOIN (
    SELECT 'punto' AS tipo, id FROM incontro_punto WHERE ambito_id = $1 UNION ALL SELECT 'verbale_sezione', id FROM verbale_sezione WHERE ambito_id = $1) o WHERE c.ambito_id = $1`;

const SEGUITI = `INSERT INTO seguito (ambito_id, tipo, oggetto_id, indirizzo, confermato_at)
  SELECT x.ambito_id, x.tipo, x.id, 'segue.' || x.id || '@prova.test', now() FROM (SELECT ambito_id, 'contributo' AS tipo, id FROM contributo UNION ALL SELECT ambito_id, 'tavolo', id FROM tavolo) x WHERE x.ambito_id = $1`;

const ALLEGATI = `INSERT INTO allegato (ambito_id, id, piano_id, ordine, tipo, titolo, elaborato_id)
  SELECT e.ambito_id, gen_random_uuid(), t.piano_id, row_number() OVER (), 'elaborato', e.titolo, e.id FROM elaborato e JOIN tavolo t ON t.ambito_id = e.ambito_id AND t.id = e.tavolo_id WHERE e.ambito_id = $1 AND e.stato = 'accolto'`;

/** A scheda handed in that serves an obiettivo which is still a draft. */
async function schedaDiBozza({ db, scenario }: World, ambitoId: string): Promise<void> {
  const [tavolo] = await db.query<{ id: string; slug: string; nome: string }[]>(
    'SELECT id, slug, nome FROM tavolo WHERE ambito_id = $1 ORDER BY codice LIMIT 1',
    [ambitoId],
  );
  const [ambito] = await db.query<{ id: string; slug: string; piano: string }[]>(
    'SELECT a.id, a.slug, t.piano_id AS piano FROM ambito a JOIN tavolo t ON t.ambito_id = a.id WHERE a.id = $1 LIMIT 1',
    [ambitoId],
  );
  if (!tavolo || !ambito) throw new Error('The cast has no tavolo.');
  const obiettivo = await scenario.elaborato({ ...ambito, area: '' }, tavolo, 'bozza', { tipo: 'obiettivo' });
  const scheda = await scenario.elaborato({ ...ambito, area: '' }, tavolo, 'consegnato', { tipo: 'scheda_progetto' });
  await db.query(
    `INSERT INTO elaborato_sezione (ambito_id, id, elaborato_id, ordine, chiave, titolo, contenuto) VALUES ($1, $2, $3, 1, 'obiettivo', 'Obiettivo', $4)`,
    [ambitoId, randomUUID(), scheda.id, JSON.stringify({ tipo: 'collegamento', obiettivoId: obiettivo.id })],
  );
}
