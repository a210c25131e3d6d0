import type { Blocco, Documento } from '@tavoli/shared';
import { pdfLinks, pdfStructure } from '../../../testing/files/pdf-structure.js';
import { pdfGlyphs } from '../../../testing/files/pdf-text.js';
import { PdfRenderer } from './pdf-renderer.js';
import { pezzi } from './pezzi.js';

type Lista = Extract<Blocco, { type: 'bulletList' | 'orderedList' }>;

const p = (text: string): Extract<Blocco, { type: 'paragraph' }> => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const lista = (type: Lista['type'], ...voci: readonly Lista['content'][number]['content'][]): Lista => ({
  type,
  content: voci.map(content => ({ type: 'listItem', content })),
});
const titolo = (level: 3 | 4, text: string): Blocco => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] });
const doc = (...content: Blocco[]): Documento => ({ type: 'doc', content });

describe('a text in a PDF', () => {
  const renderer = new PdfRenderer();
  afterAll(() => renderer.onModuleDestroy());

  /** In the template of an allegato, which is no more than its parts. */
  const stampa = (testo: Documento): Promise<Buffer> =>
    renderer.render('piani/dossier/allegato.typ', {
      titolo: 'Prova',
      ambito: 'Ambito',
      sottotitolo: '',
      riferimento: '',
      piede: '',
      emessoAt: '2026-11-23T09:15:00.000Z',
      introduzione: null,
      parti: [{ titolo: 'Sezione', livello: 2, fatti: [['Tavolo', 'Famiglie']], pezzi: pezzi(testo) }],
    });

  it('keeps lists within lists as lists, whatever their kind', async () => {
    const dentro = lista('orderedList', [p('primo passo')], [p('secondo passo'), lista('bulletList', [p('in fondo')])]);
    const tags = pdfStructure(await stampa(doc(lista('bulletList', [p('uno'), dentro], [p('due')]))));
    expect(tags.match(/\bL\(/g)).toHaveLength(3);
    expect(tags).toMatch(/\bL\(LI\(Lbl LBody\([^]*\bL\(LI\(Lbl LBody[^]*\bL\(LI\(Lbl LBody/);
  });

  it('keeps the paragraphs of an item inside it', async () => {
    const pdf = await stampa(doc(lista('bulletList', [p('uno'), p('ancora uno')])));
    expect(pdfGlyphs(pdf)).toContain('unoancorauno');
    expect(pdfStructure(pdf).match(/\bLI\(/g)).toHaveLength(1);
  });

  it('tells its headings under the one of its section, and skips no level', async () => {
    expect(pdfStructure(await stampa(doc(titolo(3, 'Primo'), p('x'), titolo(4, 'Sotto'))))).toMatch(/H1 H2 Table[^]* H3 P H4/);
    expect(pdfStructure(await stampa(doc(titolo(4, 'Solo'), p('x'))))).toMatch(/H1 H2 Table[^]* H3 P/);
  });

  it('leads where its links lead, whole however long they are', async () => {
    const href = `https://esempio.it/${'a'.repeat(400)}?b=1&c=é`;
    const pdf = await stampa(
      doc({
        type: 'paragraph',
        content: [
          { type: 'text', text: 'vedi ' },
          { type: 'text', text: 'qui', marks: [{ type: 'link', attrs: { href } }, { type: 'bold' }] },
        ],
      }),
    );
    expect(pdfLinks(pdf)).toEqual([new URL(href).href]);
    expect(pdfStructure(pdf)).toContain('Link');
  });

  it('has tables whose headers are told as such, of facts too', async () => {
    const cella = (type: 'tableHeader' | 'tableCell', text: string) => ({ type, content: [p(text)] });
    const tabella: Blocco = {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cella('tableHeader', 'Che cosa'), cella('tableHeader', 'Chi')] },
        { type: 'tableRow', content: [cella('tableCell', 'spese'), cella('tableCell', 'comune')] },
      ],
    };
    const tags = pdfStructure(await stampa(doc(tabella)));
    expect(tags.match(/Table\(THead\(TR\(TH[^)]*\)? TH/g)).toHaveLength(2);
  });
});
