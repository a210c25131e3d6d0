import {
  instantToRomeWall,
  puoAncoraIntegrare,
  REGOLE_PREDEFINITE,
  type RappresentanteInput,
  type RuoloRappresentante,
  type StatoConsenso,
  type StatoDesignazione,
} from '@tavoli/shared';
import type { Tx } from '../platform/commands/commands.js';
import type { ResolvedPlace } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { aggiungi } from './bozza.js';
import { demandPosti } from './invio.js';
import type { Tolta } from './integrazione.emails.js';

/** The last day in which the ente may complete what goes back to it today, `YYYY-MM-DD`: as many as its tavolo gives. */
export async function ultimoGiorno(tx: Tx, { tavoloId }: ResolvedPlace): Promise<string> {
  const [row] = await tx.db.query<{ entro: string }[]>(
    `SELECT ((now() AT TIME ZONE 'Europe/Rome')::date + coalesce((t.regole->>'giorniIntegrazione')::int, $3))::text AS entro FROM tavolo t WHERE t.ambito_id = $1 AND t.id = $2`,
    [tx.ambitoId, tavoloId, REGOLE_PREDEFINITE.giorniIntegrazione],
  );
  return row?.entro ?? '';
}

/** What was sent back is not refused as long as its ente has time. @throws ProblemError `designazione.da_completare` */
export async function demandTempoScaduto(tx: Tx, place: ResolvedPlace, now: Date): Promise<void> {
  const [row] = await tx.db.query<{ stato: StatoDesignazione; integrareEntro: string | null }[]>(
    'SELECT stato, integrare_entro::text AS "integrareEntro" FROM designazione WHERE ambito_id = $1 AND id = $2',
    [tx.ambitoId, place.id],
  );
  if (row !== undefined && puoAncoraIntegrare(row, instantToRomeWall(now).slice(0, 10)))
    throw new ProblemError('designazione.da_completare');
}

type Nominata = Tolta & {
  readonly id: string;
  readonly ruolo: RuoloRappresentante;
  readonly consenso: StatoConsenso;
  readonly continua: boolean;
  readonly chiesta: boolean;
};

/** What becomes of the people, by the list that comes in again: who is named still keeps their answer and their link. */
export interface Cambio {
  readonly restano: readonly { readonly id: string; readonly persona: RappresentanteInput; readonly ordine: number }[];
  readonly nuove: readonly { readonly persona: RappresentanteInput; readonly ordine: number }[];
  /** Who was asked, or has said yes, and is named no more. Whoever sits already in what this replaces goes on sitting there, and hears nothing. */
  readonly tolte: readonly Tolta[];
}

/** The same person: same name, same address, same role. Of anybody else the answer would not hold. */
const chi = (p: { ruolo: RuoloRappresentante; nome: string; cognome: string; email: string }): string =>
  [p.ruolo, p.nome, p.cognome, p.email].join('\n').toLowerCase();

const NOMINATE = `
  SELECT r.id, r.ruolo, r.nome, r.cognome, r.email, r.consenso, r.continua_id IS NOT NULL AS continua, r.segreto_hash IS NOT NULL AS chiesta
  FROM rappresentante r WHERE r.ambito_id = $1 AND r.designazione_id = $2 ORDER BY r.ordine FOR NO KEY UPDATE`;

/** Its ente is what it says still, and the people fit the seats. @throws ProblemError `ente.non_verificato`, `designazione.posti` */
export async function confronta(tx: Tx, { id }: ResolvedPlace, persone: readonly RappresentanteInput[] | undefined): Promise<Cambio> {
  const [posti] = await tx.db.query<{ stato: string; titolari: number; supplenti: number }[]>(
    `SELECT e.stato, coalesce(v.posti_titolari, o.titolari) AS titolari, coalesce(v.posti_supplenti, o.supplenti) AS supplenti
     FROM designazione d JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
     LEFT JOIN avviso v ON v.ambito_id = d.ambito_id AND v.id = d.avviso_id
     LEFT JOIN posto_diretto o ON o.ambito_id = d.ambito_id AND o.id = d.posto_id
     WHERE d.ambito_id = $1 AND d.id = $2 FOR SHARE OF e`,
    [tx.ambitoId, id],
  );
  if (posti?.stato !== 'verificato') throw new ProblemError('ente.non_verificato');
  if (persone === undefined) return { restano: [], nuove: [], tolte: [] };
  demandPosti(persone, posti);
  const prima = await tx.db.query<Nominata[]>(NOMINATE, [tx.ambitoId, id]);
  const restanti = new Map(prima.map(p => [chi(p), p]));
  const restano: Cambio['restano'][number][] = [];
  const nuove: Cambio['nuove'][number][] = [];
  for (const [ordine, persona] of persone.entries()) {
    const gia = restanti.get(chi(persona));
    if (gia === undefined) nuove.push({ persona, ordine });
    else restano.push({ id: gia.id, persona, ordine });
    restanti.delete(chi(persona));
  }
  const scritti = new Set(nuove.map(({ persona }) => persona.email.toLowerCase()));
  const tolte = [...restanti.values()].filter(
    p => p.chiesta && !p.continua && inAscolto(p.consenso) && !scritti.has(p.email.toLowerCase()),
  );
  return { restano, nuove, tolte };
}

const inAscolto = (consenso: StatoConsenso): boolean => consenso === 'dato' || consenso === 'in_attesa';

/**
 * Who sat in what this was to replace, and came over when that ended, goes back to it with the history of where they sat: the row that stood for them
 * there gives way.
 */
const TORNANO = `
  WITH tornano AS (
    SELECT r.id, v.id AS copia, v.designazione_id AS vecchia, v.ordine FROM rappresentante r
    JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id
    JOIN rappresentante v ON v.ambito_id = r.ambito_id AND v.continua_id = r.id AND v.designazione_id = d.sostituisce_id
    WHERE r.ambito_id = $1 AND d.id = $2 AND NOT (r.id = ANY($3::uuid[]))
  ), copie AS (DELETE FROM rappresentante x USING tornano t WHERE x.ambito_id = $1 AND x.id = t.copia)
  UPDATE rappresentante r SET designazione_id = t.vecchia, ordine = t.ordine FROM tornano t WHERE r.ambito_id = $1 AND r.id = t.id`;

/** Writes it. Nothing where the people stay as they were. */
export async function cambiaPersone(tx: Tx, designazioneId: string, { restano, nuove }: Cambio): Promise<void> {
  if (restano.length + nuove.length === 0) return;
  const via = [tx.ambitoId, designazioneId, restano.map(({ id }) => id)];
  await tx.db.query(TORNANO, via);
  await tx.db.query('DELETE FROM rappresentante WHERE ambito_id = $1 AND designazione_id = $2 AND NOT (id = ANY($3::uuid[]))', via);
  for (const { id, persona, ordine } of restano)
    await tx.db.query('UPDATE rappresentante SET ordine = $3, telefono = $4, qualifica = $5 WHERE ambito_id = $1 AND id = $2', [
      tx.ambitoId,
      id,
      ordine,
      persona.telefono,
      persona.qualifica,
    ]);
  for (const { persona, ordine } of nuove) await aggiungi(tx.db, tx.ambitoId, designazioneId, persona, ordine);
}
