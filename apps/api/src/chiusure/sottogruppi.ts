import type { ChiusuraInput } from '@tavoli/shared';
import type { Portale } from '../incontri/convocare/congeda.js';
import type { Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext, type ResolvedPlace } from '../platform/commands/context.js';
import { writeOther } from '../platform/procedura/hold.js';
import { TAVOLO_KIND } from '../tavoli/tavolo.kind.js';
import { prossimoNumero } from '../tavoli/tavolo.sql.js';
import { annullaIncontri, declinaProposte, type Chiusura } from './seguono.js';

interface Figlio {
  readonly id: string;
  readonly codice: string;
  readonly nome: string;
  readonly version: number;
}

/** The open sottogruppi of the tavolo of the URL, held in one order; as their codes tell them. */
async function figli(tx: Tx, padreId: string): Promise<Figlio[]> {
  const righe = await tx.db.query<Figlio[]>(
    'SELECT id, codice, nome, version FROM tavolo WHERE ambito_id = $1 AND padre_id = $2 AND chiuso_il IS NULL ORDER BY id FOR NO KEY UPDATE',
    [tx.ambitoId, padreId],
  );
  return righe.toSorted((a, b) => a.codice.localeCompare(b.codice, 'it', { numeric: true }));
}

/** How a sottogruppo ends: with its tavolo and by its act, or by itself and by none. Days are `YYYY-MM-DD`. */
export interface Fine {
  readonly il: string;
  readonly at: Date;
  readonly motivo: string;
  readonly atto: ChiusuraInput['atto'] | null;
}

/** What was called is called off, places end; the columns say when and why. */
export async function finisce(tx: Tx, ctx: RequestContext, own: Portale, figlio: Omit<Figlio, 'codice'>, fine: Fine): Promise<void> {
  const place: ResolvedPlace = { ...placeOf(ctx), id: figlio.id, tavoloId: figlio.id, version: figlio.version };
  const chiusura = { tx, ctx: { ...ctx, place }, own, nome: figlio.nome, versoId: null, motivo: fine.motivo };
  await annullaIncontri(chiusura);
  await declinaProposte(chiusura);
  await tx.db.query(`UPDATE mandato SET al = now(), motivo_fine = 'tavolo_chiuso' WHERE ambito_id = $1 AND tavolo_id = $2 AND al IS NULL`, [
    tx.ambitoId,
    figlio.id,
  ]);
  const { atto } = fine;
  await writeOther(tx, TAVOLO_KIND, figlio.id, {
    chiuso_il: fine.il,
    chiuso_at: fine.at,
    chiuso_motivo: fine.motivo,
    chiuso_atto_tipo: atto?.tipo ?? null,
    chiuso_atto_numero: atto?.numero ?? null,
    chiuso_atto_data: atto?.data ?? null,
  });
  tx.registra('sottogruppo.chiudi', 'tavolo', figlio.id, { il: fine.il, motivazione: fine.motivo, ...(atto !== null && { atto }) });
  tx.annuncia({ t: 'pagine', ambitoSlug: place.ambitoSlug });
}

/** Of the Piano of the tavolo that it goes to, where that is another, under a code of there: its own may be taken. Its address stays. */
async function altroPiano(tx: Tx, figlioId: string, versoId: string): Promise<{ piano_id: string; codice: string } | undefined> {
  const [row] = await tx.db.query<{ piano_id: string; codice: string }[]>(
    `SELECT t.piano_id, t.codice || '.' || ${prossimoNumero('t')} AS codice FROM tavolo t JOIN tavolo x ON x.ambito_id = t.ambito_id AND x.id = $2
     WHERE t.ambito_id = $1 AND t.id = $3 AND t.piano_id <> x.piano_id`,
    [tx.ambitoId, figlioId, versoId],
  );
  return row;
}

/** With the tavolo, in its transaction: they end with it, or go where it goes, with their places, calendars and papers. Before its own seats move. */
export async function chiudiSottogruppi(c: Chiusura, fine: Fine): Promise<void> {
  for (const figlio of await figli(c.tx, placeOf(c.ctx).id)) {
    if (c.versoId === null) await finisce(c.tx, c.ctx, c.own, figlio, fine);
    else {
      await writeOther(c.tx, TAVOLO_KIND, figlio.id, { padre_id: c.versoId, ...(await altroPiano(c.tx, figlio.id, c.versoId)) });
      c.tx.registra('sottogruppo.passa', 'tavolo', figlio.id, { da: placeOf(c.ctx).id, a: c.versoId, motivazione: c.motivo });
    }
  }
}
