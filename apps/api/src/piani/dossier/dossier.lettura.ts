import { numeroAllegato, type Numerazione, type TipoAllegato } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { comuneNelGiorno } from '../../ambiti/comuni.sql.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import type { ContenutoAllegato, FonteAllegato, Richiesta } from '../fonti/fonte.js';
import { RIGHE_ALLEGATI } from '../piano/piani.sql.js';
import type { FontiAllegato } from '../fonti/index.js';

/** What was asked for: a row of `dossier`. */
export interface Lavoro {
  readonly id: string;
  readonly ambitoId: string;
  readonly pianoId: string;
  readonly versione: number;
  readonly finale: boolean;
  /** Made anew of a Piano that is closed already, because something in it was blacked out. */
  readonly rifatto: boolean;
  readonly pianoVersion: number;
  readonly richiestoDa: string | null;
  readonly richiestoNome: string;
  readonly at: Date;
}

export interface AllegatoLetto {
  readonly id: string;
  readonly numero: string;
  readonly tipo: TipoAllegato;
  readonly titolo: string;
  readonly etichetta: string;
  readonly contenuto: ContenutoAllegato;
}

/** All that a dossier shows, as it was at one instant. */
export interface DossierLetto {
  readonly lavoro: Lavoro;
  /** How many oscuramenti there were in the ambito: with one more, this is of no use. */
  readonly oscuramenti: number;
  readonly ambito: { readonly slug: string; readonly nome: string; readonly capofila: string; readonly comuni: readonly string[] };
  readonly piano: { readonly titolo: string; readonly dal: number; readonly al: number };
  readonly allegati: readonly AllegatoLetto[];
  /** Registers and digests that close every dossier, unless an allegato is just that. */
  readonly registri: readonly { readonly titolo: string; readonly contenuto: ContenutoAllegato }[];
}

const TESTATA = `
  SELECT a.slug, a.nome_esteso AS nome, a.capofila, a.numerazione_allegati AS numerazione, p.titolo, p.dal, p.al,
    (SELECT coalesce(jsonb_agg(c.nome ORDER BY c.nome), '[]') FROM comune c WHERE c.ambito_id = a.id AND ${comuneNelGiorno('c')}) AS comuni
  FROM ambito a JOIN piano_di_zona p ON p.ambito_id = a.id WHERE a.id = $1 AND p.id = $2`;

type Testata = DossierLetto['ambito'] & DossierLetto['piano'] & { numerazione: Numerazione };
type Riga = Pick<Richiesta, 'tavoloId' | 'elaboratoId' | 'file'> & {
  id: string;
  tipo: TipoAllegato;
  titolo: string;
  numero: string | null;
};

/** Reads a dossier through one snapshot: give it a REPEATABLE READ transaction. `letto` is told after each allegato. */
export async function leggiDossier(
  db: EntityManager,
  fonti: FontiAllegato,
  lavoro: Lavoro,
  letto: (fatti: number, quanti: number) => Promise<void>,
): Promise<DossierLetto> {
  const [testata] = await db.query<Testata[]>(TESTATA, [lavoro.ambitoId, lavoro.pianoId]);
  if (!testata) throw new ProblemError('risorsa.non_trovata');
  const oscuramenti = await contaOscuramenti(db, lavoro.ambitoId);
  const { slug, nome, capofila, comuni, numerazione, ...piano } = testata;
  const ambito = { slug, nome, capofila, comuni };
  const righe = await db.query<Riga[]>(RIGHE_ALLEGATI, [lavoro.ambitoId, lavoro.pianoId]);
  const base = { db, ambitoId: lavoro.ambitoId, pianoId: lavoro.pianoId, ambito, at: lavoro.at };
  const allegati: AllegatoLetto[] = [];
  for (const [posto, { id, tipo, titolo, numero, ...riga }] of righe.entries()) {
    const fonte = fonti.di(tipo);
    const contenuto = (await fonte.contenuto({ ...base, ...riga })) ?? VUOTO;
    allegati.push({ id, numero: numero ?? numeroAllegato(posto, numerazione), tipo, titolo, etichetta: fonte.etichetta, contenuto });
    await letto(posto + 1, righe.length);
  }
  const gia = (tipo: TipoAllegato) => righe.some(r => r.tipo === tipo && r.tavoloId === null);
  return { lavoro, oscuramenti, ambito, piano, allegati, registri: await registri(fonti, base, gia) };
}

export async function contaOscuramenti(db: EntityManager, ambitoId: string): Promise<number> {
  const [{ quanti } = { quanti: 0 }] = await db.query<{ quanti: number }[]>(
    'SELECT count(*)::int AS quanti FROM oscuramento WHERE ambito_id = $1',
    [ambitoId],
  );
  return quanti;
}

const VUOTO: ContenutoAllegato = { introduzione: 'Non c’è ancora nulla da allegare.', parti: [], originali: [] };

async function registri(
  fonti: FontiAllegato,
  base: Omit<Richiesta, 'tavoloId' | 'elaboratoId' | 'file'>,
  gia: (tipo: TipoAllegato) => boolean,
): Promise<DossierLetto['registri']> {
  const tutto: Richiesta = { ...base, tavoloId: null, elaboratoId: null, file: null };
  const found: { titolo: string; contenuto: ContenutoAllegato }[] = [];
  for (const tipo of ['registro_presenze', 'contributi'] as const) {
    const fonte: FonteAllegato = fonti.di(tipo);
    const contenuto = gia(tipo) ? null : await fonte.contenuto(tutto);
    if (contenuto !== null) found.push({ titolo: (await fonte.titolo(tutto)) ?? fonte.etichetta, contenuto });
  }
  return found;
}
