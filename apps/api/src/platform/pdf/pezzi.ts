import type { Blocco, Documento, Testo } from '@tavoli/shared';

/** A run of text as the template draws it, and where it leads. */
export type Tratto = readonly [text: string, stile: '' | 'b' | 'i' | 'bi', href?: string];
/** A block as the template draws it: kind, and runs or items. */
export type Pezzo =
  | { readonly tipo: 'p'; readonly testo: readonly Tratto[] }
  /** `grado`: how far below the heading that the text stands under, from 1. */
  | { readonly tipo: 'h'; readonly testo: readonly Tratto[]; readonly grado?: number }
  | {
      readonly tipo: 'ul' | 'ol';
      readonly voci: readonly (readonly Tratto[])[];
      /** What stands inside each item after its text, in the same order; none: nothing does. */
      readonly dentro?: readonly (readonly Pezzo[])[];
    }
  | {
      readonly tipo: 'tab';
      readonly righe: readonly (readonly string[])[];
      /** Relative widths; none: all alike. */ readonly colonne?: readonly number[];
    };

/** A text in the language of the verbali as `pezzi.typ` draws it. */
export function pezzi(doc: Documento): Pezzo[] {
  const alto = Math.min(...doc.content.map(b => (b.type === 'heading' ? b.attrs.level : Infinity)));
  return doc.content.flatMap(b => pezzo(b, alto));
}

/** @param alto the level of the highest heading of the text: no level is skipped below it */
function pezzo(b: Blocco, alto: number): Pezzo[] {
  switch (b.type) {
    case 'paragraph':
      return b.content === undefined ? [] : [{ tipo: 'p', testo: b.content.map(tratto) }];
    case 'heading':
      return b.content === undefined ? [] : [{ tipo: 'h', testo: b.content.map(tratto), ...(b.attrs.level > alto ? { grado: 2 } : {}) }];
    case 'table':
      return [{ tipo: 'tab', righe: b.content.map(riga => riga.content.map(cella)) }];
    default:
      return [lista(b)];
  }
}

type Lista = Extract<Blocco, { type: 'bulletList' | 'orderedList' }>;

/** The first paragraph of an item is its text; whatever follows, further lists included, stands inside it. */
function lista({ type, content }: Lista): Pezzo {
  const voci = content.map(({ content: [primo, ...resto] }) =>
    primo?.type === 'paragraph'
      ? { testo: (primo.content ?? []).map(tratto), dentro: resto.flatMap(b => pezzo(b, 0)) }
      : { testo: [], dentro: [primo, ...resto].flatMap(b => (b === undefined ? [] : pezzo(b, 0))) },
  );
  const lista = { tipo: type === 'bulletList' ? 'ul' : 'ol', voci: voci.map(v => v.testo) } as const;
  // How much a document may hold is counted value by value: what is empty is not said.
  return voci.every(v => v.dentro.length === 0) ? lista : { ...lista, dentro: voci.map(v => v.dentro) };
}

type Cella = Extract<Blocco, { type: 'table' }>['content'][number]['content'][number];
const cella = ({ content }: Cella): string =>
  content
    .flatMap(p => p.content ?? [])
    .map(t => t.text)
    .join('');

function tratto(t: Testo): Tratto {
  const has = (type: 'bold' | 'italic') => t.marks?.some(m => m.type === type) === true;
  const stile = `${has('bold') ? 'b' : ''}${has('italic') ? 'i' : ''}` as Tratto[1];
  const link = t.marks?.find(m => m.type === 'link');
  // As programs read an address: nothing in it is left that has no shape, or breaks a line.
  return link === undefined || !URL.canParse(link.attrs.href) ? [t.text, stile] : [t.text, stile, new URL(link.attrs.href).href];
}
