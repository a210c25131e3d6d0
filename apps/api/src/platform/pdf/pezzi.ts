import type { Blocco, Documento, Testo } from '@tavoli/shared';

/** A run of text as the template draws it. */
export type Tratto = readonly [text: string, stile: '' | 'b' | 'i' | 'bi'];
/** A block as the template draws it: kind, and runs or items. */
export type Pezzo =
  | { readonly tipo: 'p' | 'h'; readonly testo: readonly Tratto[] }
  | { readonly tipo: 'ul' | 'ol'; readonly voci: readonly (readonly Tratto[])[] }
  | {
      readonly tipo: 'tab';
      readonly righe: readonly (readonly string[])[];
      /** Relative widths; none: all alike. */ readonly colonne?: readonly number[];
    };

/** A text in the language of the verbali as `pezzi.typ` draws it. */
export const pezzi = (doc: Documento): Pezzo[] => doc.content.flatMap(pezzo);

function pezzo(b: Blocco): Pezzo[] {
  switch (b.type) {
    case 'paragraph':
      return b.content === undefined ? [] : [{ tipo: 'p', testo: b.content.map(tratto) }];
    case 'heading':
      return b.content === undefined ? [] : [{ tipo: 'h', testo: b.content.map(tratto) }];
    case 'table':
      return [{ tipo: 'tab', righe: b.content.map(riga => riga.content.map(cella)) }];
    // What stands inside an item, further lists included, follows it line by line.
    default:
      return [
        {
          tipo: b.type === 'bulletList' ? 'ul' : 'ol',
          voci: b.content.map(item =>
            item.content.flatMap(inner => (inner.type === 'paragraph' ? (inner.content ?? []).map(tratto) : listaInLinea(inner))),
          ),
        },
      ];
  }
}

type Cella = Extract<Blocco, { type: 'table' }>['content'][number]['content'][number];
const cella = ({ content }: Cella): string =>
  content
    .flatMap(p => p.content ?? [])
    .map(t => t.text)
    .join('');

function listaInLinea(lista: Extract<Blocco, { type: 'bulletList' | 'orderedList' }>): Tratto[] {
  return lista.content.flatMap((item, i) =>
    item.content.flatMap(inner => [
      [` ${lista.type === 'orderedList' ? `${i + 1}.` : '–'} `, ''] as Tratto,
      ...(inner.type === 'paragraph' ? (inner.content ?? []).map(tratto) : listaInLinea(inner)),
    ]),
  );
}

function tratto(t: Testo): Tratto {
  const has = (type: 'bold' | 'italic') => t.marks?.some(m => m.type === type) === true;
  return [t.text, `${has('bold') ? 'b' : ''}${has('italic') ? 'i' : ''}` as Tratto[1]];
}
