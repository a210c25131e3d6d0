import { randomUUID } from 'node:crypto';
import {
  cambiaIlCalendario,
  CONVOCAZIONI_CON_DOCUMENTI,
  differenze,
  differenzeDocumenti,
  preavviso,
  soloDiscussione,
  type DocumentoConvocato,
  type IncontroAzioneInput,
  type IntegrazioneInput,
  type PuntoScritto,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/commands/commands.js';
import { fra } from '../../platform/database/fra.js';
import { fieldProblem, ProblemError } from '../../platform/problem/problem.error.js';
import { superata } from '../../platform/procedura/hold.js';
import type { DatiIncontro } from '../incontro/incontri.data.js';
import type { Cambiamento } from '../inviti/convocazioni.emails.js';
import { preavvisoDi } from '../regole/regole.js';

interface PuntoConvocato extends PuntoScritto {
  readonly id: string;
}

/** What was called, and what has become of its documents since they were last told of. */
export interface Convocato {
  readonly punti: readonly PuntoConvocato[];
  readonly documenti: readonly string[];
}

/** What an integrazione changes, judged against what was called. */
export interface Integrazione extends Cambiamento {
  readonly input: IntegrazioneInput;
}

/** The documents of the incontro `$2`, and those that the last act that told of documents told of: of acts that kept no list, those that were there. */
const SQL = `
  WITH detto AS (SELECT c.contenuto->'documenti' AS documenti, c.at FROM convocazione c
    WHERE c.ambito_id = $1 AND c.incontro_id = $2 AND c.tipo IN ${fra(CONVOCAZIONI_CON_DOCUMENTI)} ORDER BY c.sequence DESC, c.parte DESC LIMIT 1),
  documento AS (SELECT f.creato_at, f.id, jsonb_build_object('id', f.id, 'nome', f.nome, 'puntoId', f.punto_id, 'sostituisce', f.sostituisce) AS d
    FROM incontro_file f WHERE f.ambito_id = $1 AND f.incontro_id = $2)
  SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'titolo', p.titolo, 'minuti', p.minuti, 'relatore', p.relatore, 'soloDiscussione', p.solo_discussione)
      ORDER BY p.ordine), '[]') FROM incontro_punto p WHERE p.ambito_id = $1 AND p.incontro_id = $2) AS punti,
    (SELECT coalesce(jsonb_agg(x.d ORDER BY x.creato_at, x.id), '[]') FROM documento x) AS dopo,
    coalesce((SELECT nullif(documenti, 'null') FROM detto), (SELECT jsonb_agg(x.d) FROM documento x, detto WHERE x.creato_at <= detto.at), '[]') AS prima`;

/** The documents as an act of calling keeps them. */
export function leggiDocumenti(db: EntityManager, ambitoId: string, id: string): Promise<DocumentoConvocato[]> {
  return db.query<DocumentoConvocato[]>(
    `SELECT f.id, f.nome, f.punto_id AS "puntoId" FROM incontro_file f WHERE f.ambito_id = $1 AND f.incontro_id = $2 ORDER BY f.creato_at, f.id`,
    [ambitoId, id],
  );
}

export async function leggiConvocato(db: EntityManager, ambitoId: string, id: string): Promise<Convocato> {
  const [row] = await db.query<{ punti: PuntoConvocato[]; prima: DocumentoConvocato[]; dopo: DocumentoConvocato[] }[]>(SQL, [ambitoId, id]);
  const { punti = [], prima = [], dopo = [] } = row ?? {};
  const documenti = differenzeDocumenti(
    prima,
    dopo,
    punti.map(p => p.id),
  );
  return { punti, documenti };
}

/**
 * Judges what is to be added or corrected, against what was called.
 * @throws ProblemError `incontro.gia_cominciato`, `incontro.niente_da_integrare`, `versione.superata` where documents are others than those that were shown
 */
export async function demandIntegrazione(tx: Tx, row: DatiIncontro, { integrazione, urgenza }: IncontroAzioneInput): Promise<Integrazione> {
  if (integrazione === undefined) throw fieldProblem('richiesta.non_valida', '/integrazione/titolo', 'Indica che cosa cambia.');
  if (row.inizioAt <= row.now) throw new ProblemError('incontro.gia_cominciato');
  const { punti, documenti } = await leggiConvocato(tx.db, tx.ambitoId, row.id);
  if (documenti.join('\n') !== integrazione.documenti.join('\n')) throw superata(row.version);
  demandPunti(punti, integrazione);
  await demandOspiti(tx, row.id, integrazione);
  const notice = preavviso(preavvisoDi(row.regole), row.now, row.inizioAt);
  const solo = soloDiscussione(notice, urgenza !== undefined);
  const prima = { titolo: row.titolo, punti };
  const dopo = {
    titolo: integrazione.titolo,
    punti: integrazione.punti.map((p, i) => ({ ...p, soloDiscussione: punti[i]?.soloDiscussione ?? solo })),
  };
  const nuovi = dopo.punti.length > punti.length;
  const cambia = [...differenze(prima, dopo), ...documenti];
  if (cambia.length + integrazione.ospiti.length === 0) throw new ProblemError('incontro.niente_da_integrare');
  return {
    input: integrazione,
    cambia,
    calendario: cambiaIlCalendario(prima, dopo),
    aggiunge: nuovi || documenti.length > 0,
    soloDiscussione: nuovi && solo,
    urgenza: nuovi && notice.esito === 'serve_urgenza' ? (urgenza ?? null) : null,
  };
}

/** @throws ProblemError on `/integrazione/punti` unless those that were called are all there, first and in their order */
function demandPunti(prima: readonly PuntoConvocato[], { punti }: IntegrazioneInput): void {
  if (prima.every((p, i) => punti[i]?.id === p.id) && punti.slice(prima.length).every(p => p.id === undefined)) return;
  throw fieldProblem(
    'richiesta.non_valida',
    '/integrazione/punti',
    'I punti già convocati restano, nel loro ordine: puoi correggerne le parole e aggiungerne altri in fondo.',
  );
}

async function demandOspiti(tx: Tx, incontroId: string, { ospiti }: IntegrazioneInput): Promise<void> {
  const [gia] = await tx.db.query<{ n: number }[]>(
    `SELECT n::int - 1 AS n FROM unnest($3::text[]) WITH ORDINALITY AS x (email, n)
     WHERE EXISTS (SELECT 1 FROM incontro_ospite o WHERE o.ambito_id = $1 AND o.incontro_id = $2 AND o.email = x.email) ORDER BY 1 LIMIT 1`,
    [tx.ambitoId, incontroId, ospiti.map(o => o.email)],
  );
  if (gia !== undefined)
    throw fieldProblem('richiesta.non_valida', `/integrazione/ospiti/${gia.n}/email`, 'Hai già invitato questa persona.');
}

/** Writes the punti as they are called from now on, and the guests. */
export async function scriviIntegrazione(tx: Tx, row: DatiIncontro, { input, soloDiscussione: solo }: Integrazione): Promise<void> {
  const punti = input.punti.map((p, ordine) => ({ ...p, ordine, nuovo: p.id === undefined, id: p.id ?? randomUUID() }));
  await tx.db.query(
    `INSERT INTO incontro_punto AS p (ambito_id, id, incontro_id, ordine, titolo, minuti, relatore, aggiunto_at, solo_discussione)
     SELECT $1, id, $2, ordine, titolo, minuti, relatore, CASE WHEN nuovo THEN $4::timestamptz END, nuovo AND $5
     FROM jsonb_to_recordset($3::jsonb) AS n (id uuid, ordine int, titolo text, minuti int, relatore text, nuovo boolean)
     ON CONFLICT (ambito_id, id) DO UPDATE SET titolo = excluded.titolo, minuti = excluded.minuti, relatore = excluded.relatore
       WHERE p.incontro_id = $2 AND (p.titolo, p.minuti, p.relatore) IS DISTINCT FROM (excluded.titolo, excluded.minuti, excluded.relatore)`,
    [tx.ambitoId, row.id, JSON.stringify(punti), row.now, solo],
  );
  await tx.db.query(
    `INSERT INTO incontro_ospite (ambito_id, id, incontro_id, nome, email)
     SELECT $1, gen_random_uuid(), $2, nome, email FROM jsonb_to_recordset($3::jsonb) AS o (nome text, email text)`,
    [tx.ambitoId, row.id, JSON.stringify(input.ospiti)],
  );
}
