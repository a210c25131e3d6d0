import { DOCUMENTO_VUOTO, ripulisci, type Documento } from '@tavoli/shared';
import { Node, Schema } from '@tiptap/pm/model';

/** What can be written: the closed language of verbali (`libs/shared/src/verbali/documento`) without tables, which only imported texts have. */
export const SCHEMA = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'text*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      attrs: { level: { default: 3 } },
      content: 'text*',
      group: 'block',
      defining: true,
      parseDOM: [
        ...['h1', 'h2', 'h3'].map(tag => ({ tag, attrs: { level: 3 } })),
        ...['h4', 'h5', 'h6'].map(tag => ({ tag, attrs: { level: 4 } })),
      ],
      toDOM: node => [`h${String(node.attrs['level'])}`, 0],
    },
    bulletList: { content: 'listItem+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    orderedList: { content: 'listItem+', group: 'block', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    listItem: {
      content: 'paragraph (paragraph | bulletList | orderedList)*',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: element => ({ href: element.getAttribute('href') }) }],
      toDOM: mark => ['a', { href: String(mark.attrs['href']) }, 0],
    },
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    omissis: {
      attrs: { motivo: {} },
      parseDOM: [],
      toDOM: mark => ['mark', { class: 'omissis', title: `Omissis: ${String(mark.attrs['motivo'])}` }, 0],
    },
  },
});

/** A stored text, ready to be written on. A table becomes its lines. */
export function nodoDi(documento: Documento): Node {
  const content = documento.content.flatMap(b =>
    b.type === 'table'
      ? b.content.map(riga => ({
          type: 'paragraph' as const,
          content: riga.content.flatMap((c, i) => [
            ...(i > 0 ? [{ type: 'text' as const, text: ' · ' }] : []),
            ...(c.content[0]?.content ?? []),
          ]),
        }))
      : [b],
  );
  return Node.fromJSON(SCHEMA, ripulisci({ type: 'doc', content: content.length > 0 ? content : DOCUMENTO_VUOTO.content }));
}

/** What is written, as it is stored: nothing that the API would refuse. */
export const documentoDi = (node: Node): Documento => ripulisci(node.toJSON());
