import { DOSSIER_IN_LAVORAZIONE } from '@tavoli/shared';
import { randomUUID } from 'node:crypto';
import type { TipoTesto } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import { live } from '../../platform/realtime/news.js';
import { PIANO_KIND } from '../piano/piano.kind.js';

interface Toccati {
  readonly cose: readonly { readonly tipo: TipoTesto; readonly id: string }[];
  /** Allegati that are files of their own. */
  readonly file: readonly string[];
}

/** What was blacked out. `origine` is the oscuramento; `piani` are those whose dossiers are made anew whatever they tell. */
export interface Oscurato extends Toccati {
  readonly origine: string;
  readonly piani: readonly string[];
}

/** Piani whose dossiers tell any of it: `$2` verbali, `$3` elaborati, `$4` contributi, `$5` allegati, or that were asked for, `$6`. Contributi close every dossier. */
const PIANI = `
  SELECT p.id, p.stato FROM piano_di_zona p WHERE p.ambito_id = $1 AND EXISTS (SELECT 1 FROM dossier d WHERE d.ambito_id = p.ambito_id AND d.piano_id = p.id) AND (p.id = ANY($6::uuid[])
    OR EXISTS (SELECT 1 FROM allegato g WHERE g.ambito_id = p.ambito_id AND g.piano_id = p.id AND (g.id = ANY($5::uuid[]) OR g.elaborato_id = ANY($3::uuid[])
      OR (g.tipo = 'verbali' AND EXISTS (SELECT 1 FROM verbale v JOIN incontro_tavolo nt ON nt.ambito_id = v.ambito_id AND nt.incontro_id = v.incontro_id JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id AND t.piano_id = p.id
        WHERE v.ambito_id = p.ambito_id AND v.id = ANY($2::uuid[]) AND (g.tavolo_id IS NULL OR g.tavolo_id = nt.tavolo_id)))))
    OR EXISTS (SELECT 1 FROM contributo c JOIN tavolo t ON t.ambito_id = c.ambito_id AND t.id = c.tavolo_id AND t.piano_id = p.id WHERE c.ambito_id = p.ambito_id AND c.id = ANY($4::uuid[])))
  ORDER BY p.id`;

const RITIRA = `UPDATE dossier SET oscurato_at = clock_timestamp() WHERE ambito_id = $1 AND piano_id = $2 AND stato = 'pronto' AND oscurato_at IS NULL
  RETURNING versione, finale, pdf_sha256 AS pdf, pdf_bytes AS "pdfBytes", zip_sha256 AS zip, zip_bytes AS "zipBytes"`;

/**
 * In the transaction of an oscuramento: every dossier that tells its words, drafts and signed copies included, is nobody's any more and stays in the archive; that of a
 * closed Piano is asked for anew. The row is the work to be done: it is made also if everything stops here.
 */
export async function rifaiDossier(tx: Tx, ctx: RequestContext, o: Oscurato): Promise<void> {
  const piani = await leggiPiani(tx.db, tx.ambitoId, o, o.piani, ' FOR UPDATE OF p');
  for (const piano of piani) {
    await ritira(tx, piano, o.origine);
    const dossier = piano.stato === 'in_preparazione' ? null : await chiedi(tx, ctx, piano.id);
    if (dossier !== null)
      await tx.db.query('UPDATE oscuramento SET dossier_id = $3 WHERE ambito_id = $1 AND id = $2', [tx.ambitoId, o.origine, dossier]);
    tx.annuncia(
      live(PIANO_KIND, { ambitoId: tx.ambitoId }, piano.id),
      { t: 'work', name: 'dossier' },
      { t: 'pagine', ambitoSlug: placeOf(ctx).ambitoSlug },
    );
  }
}

/** Piani whose dossiers tell any of it. */
export const pianiToccati = (db: EntityManager, ambitoId: string, toccati: Toccati): Promise<{ id: string }[]> =>
  leggiPiani(db, ambitoId, toccati, []);

function leggiPiani(
  db: EntityManager,
  ambitoId: string,
  { cose, file }: Toccati,
  piani: readonly string[],
  blocco = '',
): Promise<{ id: string; stato: string }[]> {
  const di = (tipo: TipoTesto) => cose.filter(c => c.tipo === tipo).map(c => c.id);
  return db.query(PIANI + blocco, [ambitoId, di('verbale'), di('elaborato'), di('contributo'), file, piani]);
}

async function ritira(tx: Tx, piano: { id: string; stato: string }, origine: string): Promise<void> {
  const [dossier] = await tx.db.query<
    [{ versione: number; finale: boolean; pdf: string; pdfBytes: string; zip: string; zipBytes: string }[], number]
  >(RITIRA, [tx.ambitoId, piano.id]);
  for (const d of dossier) {
    const nome = `dossier-v${d.versione}${d.finale ? '' : '-bozza'}`;
    await tieni(tx.db, tx.ambitoId, origine, { nome: `${nome}.pdf`, mediaType: 'application/pdf', bytes: d.pdfBytes, sha256: d.pdf });
    await tieni(tx.db, tx.ambitoId, origine, { nome: `${nome}.zip`, mediaType: 'application/zip', bytes: d.zipBytes, sha256: d.zip });
    if (piano.stato === 'pubblicato' && d.finale)
      for (const vecchia of [d.pdf, d.zip]) await sostituita(tx.db, tx.ambitoId, origine, vecchia);
  }
  const [firmati] = await tx.db.query<[{ nome: string; bytes: number; sha256: string }[], number]>(
    'UPDATE piano_firmato SET oscurato_at = clock_timestamp() WHERE ambito_id = $1 AND piano_id = $2 AND oscurato_at IS NULL RETURNING nome, bytes, sha256',
    [tx.ambitoId, piano.id],
  );
  for (const f of firmati) {
    await tieni(tx.db, tx.ambitoId, origine, { ...f, mediaType: 'application/pdf' });
    if (piano.stato === 'pubblicato') await sostituita(tx.db, tx.ambitoId, origine, f.sha256);
  }
}

const tieni = (
  db: EntityManager,
  ambitoId: string,
  origine: string,
  f: { nome: string; mediaType: string; bytes: string | number; sha256: string },
): Promise<unknown> =>
  db.query(
    'INSERT INTO oscuramento_originale (ambito_id, oscuramento_id, nome, media_type, bytes, sha256) VALUES ($1, $2, $3, $4, $5, $6)',
    [ambitoId, origine, f.nome, f.mediaType, f.bytes, f.sha256],
  );

/** What takes its place is told when it is made. */
const sostituita = (db: EntityManager, ambitoId: string, origine: string, vecchia: string): Promise<unknown> =>
  db.query(
    `INSERT INTO oscuramento_impronta (ambito_id, oscuramento_id, vecchia, nuova, percorso) VALUES ($1, $2, $3, NULL, '/piano') ON CONFLICT DO NOTHING`,
    [ambitoId, origine, vecchia],
  );

/** The dossier that waits already will be made of what is there then; else another is asked for. @returns its id */
export async function chiedi(tx: Tx, ctx: RequestContext, pianoId: string): Promise<string> {
  const [aperto] = await tx.db.query<{ id: string }[]>(
    `SELECT id FROM dossier WHERE ambito_id = $1 AND piano_id = $2 AND stato IN ${fra(DOSSIER_IN_LAVORAZIONE)} AND finale FOR UPDATE`,
    [tx.ambitoId, pianoId],
  );
  if (aperto) return aperto.id;
  const id = randomUUID();
  await tx.db.query(
    `INSERT INTO dossier (ambito_id, id, piano_id, versione, finale, rifatto, piano_version, richiesto_da, richiesto_nome)
     SELECT $1, $3, $2, 1 + coalesce((SELECT max(d.versione) FROM dossier d WHERE d.ambito_id = $1 AND d.piano_id = $2), 0), true, true, p.version, $4, $5
     FROM piano_di_zona p WHERE p.ambito_id = $1 AND p.id = $2`,
    [tx.ambitoId, pianoId, id, ctx.actor.id, ctx.actor.nome],
  );
  return id;
}
