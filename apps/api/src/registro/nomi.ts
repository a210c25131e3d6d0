import { type DettaglioAttoView, formatDataOra } from '@tavoli/shared';
import type { Lettore } from '../platform/procedura/kind.js';
import type { Kinds } from '../platform/procedura/kinds.js';

export interface Nominato {
  readonly tipo: string;
  readonly id: string;
  readonly titolo: string;
  readonly riferimento: string;
  readonly pagina: string | null;
}

/** One SELECT of how the things of a page are called by who reads it: those that have a name, and that they may see. Null: none may have one. */
export function nomiSql(
  kinds: Kinds,
  lettore: Lettore,
  oggetti: readonly { readonly oggettoTipo: string; readonly oggettoId: string }[],
): string | null {
  const gruppi = Map.groupBy(oggetti, o => o.oggettoTipo);
  const parti = [...gruppi].flatMap(([tipo, righe]) => {
    const nome = kinds.nameIfAny(tipo);
    if (nome === undefined) return [];
    const ids = `$${lettore.args.push([...new Set(righe.map(r => r.oggettoId))])}`;
    const detto = `$${lettore.args.push(tipo)}`;
    return [
      `SELECT ${detto}::text AS tipo, q.id, q.titolo, q.riferimento, coalesce(q.area, q.pubblico) AS pagina FROM (${nome(lettore)}) q WHERE q.ambito_id = $1 AND q.id = ANY(${ids}::uuid[])`,
    ];
  });
  return parti.length === 0 ? null : parti.join(' UNION ALL ');
}

/** Told elsewhere on the line, or of no meaning to who reads. */
const TACIUTI = new Set(['attore', 'motivazione', 'prima', 'dopo', 'cambi']);
const IDENTIFICATIVO = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** As PostgreSQL and JSON write an instant. */
const ISTANTE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)$/;

const testo = (valore: string): string | null => {
  if (IDENTIFICATIVO.test(valore)) return null;
  return ISTANTE.test(valore) ? formatDataOra(new Date(valore)) : valore;
};

const scritto = (valore: unknown): string | null => {
  if (valore === null || valore === undefined || valore === '') return null;
  if (typeof valore === 'string') return testo(valore);
  if (typeof valore === 'number') return String(valore);
  if (typeof valore === 'boolean') return valore ? 'sì' : 'no';
  return null;
};

type Oggetto = Readonly<Record<string, unknown>>;
const oggetto = (valore: unknown): Oggetto => (typeof valore === 'object' && valore !== null ? (valore as Oggetto) : {});

/** What an act recorded, field by field: how it was and how it is, or what it said of itself. Ids say nothing to who reads, and are left out. */
export function dettagliDi(contenuto: Oggetto): DettaglioAttoView[] {
  const prima = oggetto(contenuto['prima']);
  const dopo = oggetto(contenuto['dopo']);
  const confronto = [...new Set([...Object.keys(prima), ...Object.keys(dopo)])]
    .map(campo => ({ campo, prima: scritto(prima[campo]), dopo: scritto(dopo[campo]) }))
    .filter(d => d.prima !== d.dopo);
  const cambi = Object.entries(oggetto(contenuto['cambi'])).map(([campo, valori]) => {
    const [da, a] = Array.isArray(valori) ? (valori as unknown[]) : [];
    return { campo, prima: scritto(da), dopo: scritto(a) };
  });
  const altro = Object.entries(contenuto)
    .filter(([campo]) => !TACIUTI.has(campo))
    .map(([campo, valore]) => ({ campo, prima: null, dopo: scritto(valore) }))
    .filter(d => d.dopo !== null);
  return [...confronto, ...cambi, ...altro];
}
