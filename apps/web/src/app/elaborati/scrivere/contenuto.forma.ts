import { blocchi, ContenutoSezione, jsonCanonico, type SezioneElaboratoView, type TipoContenuto } from '@tavoli/shared';
import type { Forma, Rifiuto } from '../../scrittura/autosalvataggio.tipi';

/** Where each kind of part keeps its rows; null: it has none. */
const RIGHE: Readonly<Record<TipoContenuto, 'righe' | 'voci' | 'istat' | 'codici' | null>> = {
  testo: null,
  collegamento: null,
  tempi: null,
  dati: 'righe',
  elenco: 'voci',
  priorita: 'voci',
  destinatari: 'righe',
  azioni: 'righe',
  comuni: 'istat',
  risorse: 'righe',
  indicatori: 'righe',
  leps: 'codici',
  obiettivi_regionali: 'codici',
  campi: 'righe',
};

type Aperto = ContenutoSezione & Readonly<Record<string, unknown>>;

function righeDi(c: ContenutoSezione): readonly unknown[] {
  const campo = RIGHE[c.tipo];
  return campo === null ? [] : ((c as Aperto)[campo] as readonly unknown[]);
}

/** One row as the API keeps it; undefined while it is not complete. */
function riga(c: ContenutoSezione, valore: unknown): unknown {
  const campo = RIGHE[c.tipo] ?? '';
  const letto = ContenutoSezione.safeParse({ ...c, [campo]: [valore] }).data as Aperto | undefined;
  return (letto?.[campo] as readonly unknown[] | undefined)?.[0];
}

/** What keeps one row from being saved, by its column. @param valore the row as it is in the part */
export function problemiRiga(c: ContenutoSezione, valore: unknown): Record<string, string> {
  const letto = ContenutoSezione.safeParse({ ...c, [RIGHE[c.tipo] ?? '']: [valore] });
  const problemi = (letto.error?.issues ?? []).map(({ path, message }) => [String(path[2] ?? 'voce'), message] as const);
  return Object.fromEntries(problemi.reverse());
}

const POSTO = /^\/contenuto\/\w+\/(\d+)(?:\/(\w+))?$/;

/** What the API refused of one row, by its column: it knows rows by their place among those that it was sent. */
export function rifiutiRiga(c: ContenutoSezione, rifiuti: readonly Rifiuto[], valore: unknown): Record<string, string> {
  const sua = jsonCanonico(riga(c, valore) ?? null);
  const mandate = righeDi(inviabile(c)).map(r => jsonCanonico(r));
  return Object.fromEntries(
    rifiuti.flatMap(({ pointer, message }) => {
      const [, posto, colonna = 'voce'] = POSTO.exec(pointer) ?? [];
      return posto !== undefined && mandate[Number(posto)] === sua ? [[colonna, message] as const] : [];
    }),
  );
}

const conRighe = (c: ContenutoSezione, righe: readonly unknown[]): ContenutoSezione =>
  RIGHE[c.tipo] === null ? c : ({ ...c, [RIGHE[c.tipo] ?? '']: righe } as ContenutoSezione);

/** The part with the rows that the API takes; a period that ends before it begins stays without its end, a field that is not answered rightly without its answer. */
export function inviabile(c: ContenutoSezione): ContenutoSezione {
  if (c.tipo === 'tempi') return ContenutoSezione.safeParse(c).success ? c : { ...c, al: null };
  if (c.tipo === 'campi')
    return conRighe(
      c,
      c.righe.map(r => riga(c, r) ?? { ...r, valore: null }),
    );
  return conRighe(
    c,
    righeDi(c).flatMap(r => riga(c, r) ?? []),
  );
}

const incompleti = (c: ContenutoSezione): number =>
  c.tipo === 'tempi' ? Number(!ContenutoSezione.safeParse(c).success) : righeDi(c).filter(r => riga(c, r) === undefined).length;

/** The same whatever way it is written: rows as the API keeps them, texts as their words. */
function detto(c: ContenutoSezione): string {
  if (c.tipo === 'testo') return jsonCanonico(blocchi(c.documento).map(({ chiave }) => chiave));
  return jsonCanonico(
    conRighe(
      c,
      righeDi(c).map(r => riga(c, r) ?? r),
    ),
  );
}

/** How the parts of an elaborato are written (`ui/scrittura`). */
export const FORMA_ELABORATO: Forma<ContenutoSezione, SezioneElaboratoView> = {
  di: sezione => sezione.contenuto,
  uguali: (a, b) => detto(a) === detto(b),
  inviabile,
  incompleti,
};

/** What stays in the browser until it is complete, in words. */
export const incompletiInParole = (n: number): string =>
  n === 1 ? 'Una riga è ancora da completare: per ora resta solo qui.' : `${n} righe sono ancora da completare: per ora restano solo qui.`;

/** What a browser kept, if it is a part of this kind. */
export const leggiContenuto =
  (tipo: TipoContenuto) =>
  (value: unknown): ContenutoSezione | null => {
    const c = value as ContenutoSezione | null;
    if (typeof c !== 'object' || c?.tipo !== tipo) return null;
    const campo = RIGHE[tipo];
    if (campo !== null) return Array.isArray((c as Aperto)[campo]) ? c : null;
    return ContenutoSezione.safeParse(c).success ? c : null;
  };
