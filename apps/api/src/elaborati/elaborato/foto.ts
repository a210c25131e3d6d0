import {
  type Actor,
  type ApprovazioneView,
  contenutoPubblico,
  ETICHETTE_FONTE,
  codiciUsati,
  comuniUsati,
  type FotoElaborato,
  nomeVoce,
  type NomiVoci,
  PUBBLICO,
  type SezioneElaboratoView,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { nomeDi } from '../../platform/access/nomi.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import type { Lettore } from '../../platform/procedura/kind.js';
import { canonical, sha256 } from '../../platform/registro/canonical.js';
import { ELABORATO_KIND } from './elaborato.kind.js';
import { COMUNI, FROM, PARTI } from './elaborati.sql.js';
import { APPROVAZIONE, fontiDi, type FonteDescritta } from './fonti.tipi.js';
import { VOCI } from './voci.sql.js';
import { TAVOLO_BREVE } from '../../tavoli/tavolo.sql.js';

interface Row extends Pick<FotoElaborato, 'id' | 'ambito' | 'tavolo' | 'tipo' | 'titolo' | 'file'> {
  readonly sezioni: readonly SezioneElaboratoView[];
  readonly fonti: readonly FonteDescritta[];
  readonly approvazione: Omit<ApprovazioneView, 'testo'> | null;
  readonly comuni: FotoElaborato['comuni'];
  readonly obiettivo: FotoElaborato['obiettivo'];
  readonly voci: NomiVoci;
}

/** `obiettivo`: its title only where the reader may see it; `fonti`: as everybody knows them. */
const sql = (chi: Lettore): string => `
  SELECT l.id, a.slug AS ambito, ${TAVOLO_BREVE} - 'slug' AS tavolo, l.tipo, l.titolo, l.file, ${PARTI('$3')}, ${fontiDi({ ...chi, actor: PUBBLICO })}, ${APPROVAZIONE}, ${COMUNI}, ${VOCI('l.ambito_id')},
    (SELECT jsonb_build_object('id', s.contenuto->>'obiettivoId', 'titolo', o.titolo) FROM elaborato_sezione s LEFT ${nomeDi(ELABORATO_KIND.names.elaborato, `(s.contenuto->>'obiettivoId')::uuid`, 's.ambito_id', 'o', chi)}
     WHERE s.ambito_id = l.ambito_id AND s.elaborato_id = l.id AND s.contenuto->>'tipo' = 'collegamento' AND s.contenuto->>'obiettivoId' IS NOT NULL) AS obiettivo
  ${FROM} JOIN ambito a ON a.id = l.ambito_id WHERE l.ambito_id = $1 AND l.id = $2`;

/**
 * The elaborato of the URL as it would be fixed now: everything that is fingerprinted, without what is omissis. Of other things it holds ids, and for readers their code, number and day: never their words,
 * which may be left out where they stand and would stay here for good. Only the obiettivo that a scheda serves is named, as far as `actor` (of what is fixed: everybody) may see it.
 */
export async function leggiFoto(
  db: EntityManager,
  ctx: RequestContext,
  actor: Actor = PUBBLICO,
): Promise<Omit<FotoElaborato, 'approvazione'> & { approvazione: FotoElaborato['approvazione'] | null }> {
  const { ambitoId, id } = placeOf(ctx);
  const args: unknown[] = [ambitoId, id, ctx.actor.id];
  const [row] = await db.query<Row[]>(sql({ actor, ambitoId, args }), args);
  if (!row) throw new ProblemError('risorsa.non_trovata');
  const scelti = new Set(row.sezioni.flatMap(s => comuniUsati(s.contenuto).map(c => c.istat)));
  return {
    formato: 2,
    id: row.id,
    ambito: row.ambito,
    tavolo: row.tavolo,
    tipo: row.tipo,
    titolo: row.titolo,
    sezioni: row.sezioni.map(s => ({ id: s.id, chiave: s.chiave, titolo: s.titolo, contenuto: contenutoPubblico(s.contenuto) })),
    file: row.file,
    comuni: row.comuni.filter(c => scelti.has(c.istat)),
    obiettivo: row.obiettivo,
    voci: usate(row),
    fonti: row.fonti.map(({ id: _id, cosa, ...f }) => ({ ...f, titolo: cosa?.riferimento ?? ETICHETTE_FONTE[f.tipo] })),
    approvazione: row.approvazione === null ? null : approvazione(row.approvazione),
  };
}

/** What the codes of the parts are called now: an accepted elaborato keeps these words, whatever the lists of the ambito become. */
function usate({ sezioni, voci }: Row): NonNullable<FotoElaborato['voci']> {
  const usati = sezioni.flatMap(s => codiciUsati(s.contenuto));
  const di = (elenco: keyof NomiVoci) =>
    [...new Set(usati.filter(u => u.elenco === elenco).map(u => u.codice))].map(codice => ({
      codice,
      titolo: nomeVoce(voci, elenco, codice),
    }));
  return { fondi: di('fondi'), leps: di('leps'), obiettivi: di('obiettivi') };
}

const approvazione = ({
  verbaleId,
  sezioneId,
  decisione,
  titolo,
  anticipo,
}: Omit<ApprovazioneView, 'testo'>): FotoElaborato['approvazione'] => ({
  verbaleId,
  sezioneId,
  decisione,
  titolo,
  ...(anticipo === undefined ? {} : { anticipo }),
});

/**
 * What was accepted before words of others were kept out still has them in the file that was fingerprinted: pages and dossiers do not repeat them.
 * @param obiettivoPubblico whether everybody may see the obiettivo that it serves
 */
export function senzaParoleAltrui(foto: FotoElaborato, obiettivoPubblico: boolean): FotoElaborato {
  if (foto.formato === 2) return foto;
  const { testo: _, ...approvazione } = foto.approvazione;
  return {
    ...foto,
    obiettivo: foto.obiettivo === null || obiettivoPubblico ? foto.obiettivo : { ...foto.obiettivo, titolo: null },
    fonti: foto.fonti.map(f => ({ ...f, titolo: ETICHETTE_FONTE[f.tipo] })),
    approvazione: { ...approvazione, titolo: approvazione.titolo.split(':', 1)[0] ?? '' },
  };
}

/** The bytes that are fingerprinted, and the fingerprint: 64 hexadecimal digits. The same content always gives the same ones. */
export function impronta(foto: FotoElaborato): { bytes: Buffer; sha256: string } {
  const bytes = Buffer.from(canonical(foto));
  return { bytes, sha256: sha256(bytes).toString('hex') };
}
