import { type ApprovazioneView, contenutoPubblico, ETICHETTE_FONTE, type FotoElaborato, type SezioneElaboratoView } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { canonical, sha256 } from '../platform/registro/canonical.js';
import { COMUNI, FROM, PARTI, TAVOLO } from './elaborati.sql.js';
import { FONTI_DI, type FonteDescritta } from './fonti.tipi.js';

interface Row extends Pick<FotoElaborato, 'id' | 'ambito' | 'tavolo' | 'tipo' | 'titolo' | 'file'> {
  readonly sezioni: readonly SezioneElaboratoView[];
  readonly fonti: readonly FonteDescritta[];
  readonly approvazione: ApprovazioneView | null;
  readonly comuni: FotoElaborato['comuni'];
  readonly obiettivo: FotoElaborato['obiettivo'];
}

const SQL = `
  SELECT l.id, a.slug AS ambito, ${TAVOLO} - 'slug' AS tavolo, l.tipo, l.titolo, l.file, ${PARTI('$3')}, ${FONTI_DI}, l.approvazione, ${COMUNI},
    (SELECT jsonb_build_object('id', o.id, 'titolo', o.titolo) FROM elaborato_sezione s JOIN elaborato o ON o.ambito_id = s.ambito_id AND o.id = (s.contenuto->>'obiettivoId')::uuid
     WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id AND s.contenuto->>'tipo' = 'collegamento') AS obiettivo
  ${FROM} JOIN ambito a ON a.id = l.ambito_id WHERE l.ambito_id = $1 AND l.id = $2`;

/** The elaborato of the URL as it would be fixed now: everything that is fingerprinted, without what is omissis, naming only what is public. */
export async function leggiFoto(db: EntityManager, ctx: RequestContext): Promise<Omit<FotoElaborato, 'approvazione'> & { approvazione: FotoElaborato['approvazione'] | null }> {
  const [row] = await db.query<Row[]>(SQL, [placeOf(ctx).ambitoId, placeOf(ctx).id, ctx.actor.id]);
  if (!row) throw new ProblemError('risorsa.non_trovata');
  const scelti = new Set(row.sezioni.flatMap(s => (s.contenuto.tipo === 'comuni' ? s.contenuto.istat : [])));
  return {
    formato: 1,
    id: row.id,
    ambito: row.ambito,
    tavolo: row.tavolo,
    tipo: row.tipo,
    titolo: row.titolo,
    sezioni: row.sezioni.map(s => ({ id: s.id, chiave: s.chiave, titolo: s.titolo, contenuto: contenutoPubblico(s.contenuto) })),
    file: row.file,
    comuni: row.comuni.filter(c => scelti.has(c.istat)),
    obiettivo: row.obiettivo,
    fonti: row.fonti.filter(f => f.cosa !== null).map(({ id: _id, cosa, ...f }) => ({ ...f, titolo: cosa?.pubblico ? cosa.titolo : ETICHETTE_FONTE[f.tipo] })),
    approvazione: row.approvazione === null ? null : approvazione(row.approvazione),
  };
}

const approvazione = ({ verbaleId, sezioneId, decisione, titolo, testo }: ApprovazioneView): FotoElaborato['approvazione'] => ({ verbaleId, sezioneId, decisione, titolo, testo });

/** The bytes that are fingerprinted, and the fingerprint: 64 hexadecimal digits. The same content always gives the same ones. */
export function impronta(foto: FotoElaborato): { bytes: Buffer; sha256: string } {
  const bytes = Buffer.from(canonical(foto));
  return { bytes, sha256: sha256(bytes).toString('hex') };
}
