/**
 * The tags of a PDF made by the portal, as who reads with a screen reader meets them: `H1 Table(THead(TR(TH TH)) …)`.
 * It knows only what Typst writes: plain objects, each with its kind (`/S`) and its children (`/K`), in order.
 */
export function pdfStructure(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const elements = new Map<string, { kind: string; children: string[] }>();
  for (const [, id = '', body = ''] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)) {
    const kind = /\/Type \/StructElem\b[^]*?\/S \/(\w+)/.exec(body)?.[1];
    if (kind === undefined) continue;
    const kids = /\/K \[([^\]]*)\]/.exec(body)?.[1] ?? '';
    // Marked content is a bare number, and an annotation stands in brackets: the rest are elements.
    const children = kids
      .split(' 0 R')
      .slice(0, -1)
      .map(kid => (kid.includes('/') ? '' : (kid.split(/[\s>]/).at(-1) ?? '')));
    elements.set(id, { kind, children });
  }
  const draw = (id: string): string => {
    const found = elements.get(id);
    if (found === undefined) return '';
    const inner = found.children.map(draw).filter(Boolean).join(' ');
    return inner === '' ? found.kind : `${found.kind}(${inner})`;
  };
  return [...elements]
    .filter(([, { kind }]) => kind === 'Document')
    .map(([id]) => draw(id))
    .join(' ');
}

/** Where the links of a PDF lead. */
export const pdfLinks = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/URI \(((?:\\[^]|[^\\)])*)\)/g)].map(([, uri = '']) => uri.replace(/\\([^])/g, '$1'));
