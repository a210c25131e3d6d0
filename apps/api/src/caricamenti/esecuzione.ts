import { isDeepStrictEqual } from 'node:util';
import { type AzioneCaricamentoInput, type Celle, type TipoCaricamento } from '@tavoli/shared';
import type { Tx } from '../platform/commands/commands.js';
import type { Held } from '../platform/procedura/hold.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import type { Riga } from './lettura/foglio.js';
import { simula, type DaScrivere, type RigaPiano, type Simulazione } from './simulazione.js';
import { TIPI_API } from './tipi/index.js';
import type { Scelte } from './tipi/tipo.js';

/** What a caricamento holds, as its steps judge it. */
export interface Preso extends Held<'simulazione' | 'eseguito' | 'annullato'> {
  readonly tipo: TipoCaricamento;
  readonly righe: readonly Riga[] | null;
  readonly colonne: readonly (string | null)[];
  readonly piano: readonly RigaPiano[] | null;
  readonly nuove: readonly string[];
  readonly effetti: Effetti | null;
  readonly eseguitoAt: Date | null;
}

/** What was left of each thing that was written, so that it can be undone: its trace, and the cells that were there before. */
export interface Effetti {
  readonly nuove: readonly { readonly id: string; readonly traccia: string }[];
  readonly aggiornate: readonly { readonly id: string; readonly traccia: string; readonly prima: Celle }[];
}

/** The rows of the file without its headings. */
export const datiDi = (righe: readonly Riga[]): readonly Riga[] => righe.slice(1);

/**
 * The simulation again, with everything held: what it says now must be what was looked at.
 * @throws ProblemError `caricamento.dimenticato`, `caricamento.superato`, `caricamento.vuoto`
 */
export async function riprova(tx: Tx, id: string, { tipo, righe, colonne, piano }: Preso): Promise<Simulazione> {
  if (righe === null || piano === null) throw new ProblemError('caricamento.dimenticato');
  await tx.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`caricamento ${tx.ambitoId}`]);
  await TIPI_API[tipo].blocca(tx.db, tx.ambitoId);
  const ora = await simula(tx.db, tx.ambitoId, tipo, datiDi(righe), colonne);
  const cambiate = ora.piano.filter((riga, i) => !isDeepStrictEqual(riga, piano[i])).map(r => r.riga);
  if (cambiate.length > 0) throw new ProblemError('caricamento.superato', { detail: parole(cambiate) });
  if (ora.daScrivere.length === 0) throw new ProblemError('caricamento.vuoto');
  return ora;
}

const MOSTRATE = 10;
function parole(righe: readonly number[]): string {
  const [prime, altre] = [righe.slice(0, MOSTRATE).join(', '), righe.length - MOSTRATE];
  const quali = righe.length === 1 ? `la riga ${prime} avrebbe` : `le righe ${prime}${altre > 0 ? ` e altre ${altre}` : ''} avrebbero`;
  return `Dopo la simulazione i dati del portale sono cambiati: ${quali} un altro esito. Non è stato scritto niente. Ripeti la simulazione e guarda di nuovo.`;
}

/** What was chosen for the whole. @throws ProblemError 400 on `/messaggi`, `/atto` */
export function scelteDi(id: string, { messaggi, statoEnti, atto }: AzioneCaricamentoInput): Scelte {
  if (messaggi === undefined) throw fieldProblem('richiesta.non_valida', '/messaggi', 'Scegli quando scrivere.');
  const verificati = statoEnti === 'verificato';
  if (verificati && atto === undefined)
    throw fieldProblem(
      'richiesta.non_valida',
      '/atto',
      'Indica da dove viene la verifica, per esempio «dal registro precedente, atto n. 12 del 2024».',
    );
  return { caricamentoId: id, verificati, atto: verificati ? (atto ?? null) : null };
}

/** Writes all the rows. @returns what undoes it */
export async function scriviTutte(tx: Tx, { tipo }: Preso, righe: readonly DaScrivere[], scelte: Scelte): Promise<Effetti> {
  const t = TIPI_API[tipo];
  const nuove = righe.flatMap(r => (r.esistente === null ? [{ id: t.id(r.chiave), valore: r.valore, chiave: r.chiave }] : []));
  const vecchie = righe.flatMap(({ esistente, valore, chiave }) =>
    esistente === null ? [] : [{ id: esistente.id, valore, chiave, prima: esistente.celle }],
  );
  if (nuove.length > 0) await t.inserisci(tx, nuove, scelte);
  if (vecchie.length > 0) await t.aggiorna(tx, vecchie, scelte);
  const { esistenti } = await t.leggi(tx.db, tx.ambitoId);
  const traccia = (chiave: string): string => esistenti.get(chiave)?.traccia ?? '';
  return {
    nuove: nuove.map(({ id, chiave }) => ({ id, traccia: traccia(chiave) })),
    aggiornate: vecchie.map(({ id, chiave, prima }) => ({ id, traccia: traccia(chiave), prima })),
  };
}
