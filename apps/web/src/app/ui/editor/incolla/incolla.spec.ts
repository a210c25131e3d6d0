import { DOMParser } from '@tiptap/pm/model';
import { type Blocco, type Lista, type Paragrafo, ripulisci } from '@tavoli/shared';
import { SCHEMA } from '../editor-schema';
import { pulisciIncollato } from './incolla';

type Testo = NonNullable<Paragrafo['content']>[number];
type Segno = NonNullable<Testo['marks']>[number];

/** What stands in the text after pasting: a line for each block, `**bold**`, `_italic_`, `[link](address)`, and dots or numbers before items. */
function incolla(html: string): string[] {
  const dom = new window.DOMParser().parseFromString(pulisciIncollato(html), 'text/html').body;
  return ripulisci(DOMParser.fromSchema(SCHEMA).parse(dom).toJSON()).content.flatMap(b => righe(b, ''));
}

const eLista = (blocco: Blocco): blocco is Lista => blocco.type === 'bulletList' || blocco.type === 'orderedList';

function righe(blocco: Blocco, dentro: string): string[] {
  if (blocco.type === 'table') throw new Error('No table can be written.');
  if (eLista(blocco)) return voci(blocco, dentro);
  const titolo = blocco.type === 'heading' ? `${'#'.repeat(blocco.attrs.level)} ` : '';
  return [`${dentro}${titolo}${(blocco.content ?? []).map(scritto).join('')}`];
}

function scritto({ text, marks = [] }: Testo): string {
  const segni: Partial<Record<Segno['type'], (t: string, segno: Segno) => string>> = {
    bold: t => `**${t}**`,
    italic: t => `_${t}_`,
    link: (t, segno) => `[${t}](${segno.type === 'link' ? segno.attrs.href : ''})`,
  };
  return marks.reduce((t, segno) => segni[segno.type]?.(t, segno) ?? t, text);
}

const voci = (lista: Lista, dentro: string): string[] =>
  lista.content.flatMap(({ content }, i) => {
    const [prima = '', ...altre] = content.flatMap(b => righe(b, `${dentro}  `));
    return [`${dentro}${lista.type === 'orderedList' ? `${i + 1}.` : '-'} ${prima.trimStart()}`, ...altre];
  });

describe('Text that is pasted', () => {
  it('from Google Docs: the wrapper is no emphasis, spans are, headings are headings, nested lists are nested', () => {
    expect(
      incolla(
        `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h2 dir="ltr"><span style="font-size:16pt;font-weight:700;">Bisogni</span></h2>` +
          `<p dir="ltr"><span style="font-weight:400;">Servono </span><span style="font-weight:700;">dodici</span><span style="font-style:italic;"> posti</span><span> in più.</span></p>` +
          `<ul><li dir="ltr"><p><span>Famiglie</span></p></li><ul><li dir="ltr"><p><span>numerose</span></p></li></ul><li><p>Minori</p></li></ul></b><br class="Apple-interchange-newline">`,
      ),
    ).toEqual(['### Bisogni', 'Servono **dodici**_ posti_ in più.', '- Famiglie', '  - numerose', '- Minori']);
  });

  it('from Word: paragraphs of a list are a list again, by level and kind, without their dots', () => {
    const voce = (livello: number, segno: string, testo: string) =>
      `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${livello} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${segno}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${testo}<o:p></o:p></p>`;
    expect(
      incolla(
        `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0cm}</style></head><body lang=IT><p class=MsoTitle>Relazione</p><p class=MsoNormal>Sono emersi:<o:p></o:p></p>` +
          voce(1, '·', 'carenza di <b>trasporti</b>;') +
          voce(2, 'o', 'la sera') +
          voce(1, '·', 'liste d’attesa.') +
          `<p class=MsoNormal>Si propone:</p>` +
          voce(1, '1.', 'un pulmino;') +
          voce(1, '2.', 'una convenzione.') +
          `</body></html>`,
      ),
    ).toEqual([
      '### Relazione',
      'Sono emersi:',
      '- carenza di **trasporti**;',
      '  - la sera',
      '- liste d’attesa.',
      'Si propone:',
      '1. un pulmino;',
      '2. una convenzione.',
    ]);
  });

  it('dots drawn by hand make a list; a dash or a number that begins a sentence does not', () => {
    expect(
      incolla(
        '<p>·&nbsp;&nbsp; trasporti</p><p>• orari</p><p>– Lo sa bene, disse.</p><p>2. Il secondo punto resta com’è.</p><p>·senza spazio</p>',
      ),
    ).toEqual(['- trasporti', '- orari', '– Lo sa bene, disse.', '2. Il secondo punto resta com’è.', '·senza spazio']);
  });

  it('the cells of a table do not run together, nor do the lines of one cell', () => {
    expect(
      incolla(
        '<table><thead><tr><th>Ente</th><th>Voto</th></tr></thead><tbody><tr><td><p>Alfa</p></td><td>favorevole</td></tr><tr><td>Beta<br>onlus</td><td><p>contrario</p><p>con nota</p></td></tr></tbody></table><p>Fine.</p>',
      ),
    ).toEqual(['Ente · Voto', 'Alfa · favorevole', 'Beta onlus · contrario con nota', 'Fine.']);
  });

  it('a table that only places a text is that text', () => {
    expect(incolla('<table><tr><td><p>Prima riga</p><ul><li>voce</li></ul></td></tr><tr><td>Seconda riga</td></tr></table>')).toEqual([
      'Prima riga',
      '- voce',
      'Seconda riga',
    ]);
  });

  it('a line broken by hand begins a paragraph, and keeps its emphasis', () => {
    expect(incolla('<p>Via Inventata 1<br>87064 <b>Rossano<br>(CS)</b></p><ul><li>uno<br>e mezzo</li></ul>prima<br>dopo')).toEqual([
      'Via Inventata 1',
      '87064 **Rossano**',
      '**(CS)**',
      '- uno',
      '  e mezzo',
      'prima',
      'dopo',
    ]);
  });

  it('links lead where they lead; what cannot be followed from here is its words; invisible marks go', () => {
    expect(
      incolla(
        '<p><a href="https://www.google.com/url?q=https://www.comune.example/bando&amp;sa=D">il bando</a>, <a href="file:///C:/bozza.docx">la bozza</a>, <a href="javascript:alert(1)">qui</a>\u200b e\u00a0poi\ufeff.</p>',
      ),
    ).toEqual(['[il bando](https://www.comune.example/bando), la bozza, qui e poi.']);
  });

  it('what is written by people of a mailer or a sheet loses no word', () => {
    expect(
      incolla(
        '<div>Buongiorno,</div><div><br></div><div>ecco la <span style="font-weight: 600">nota</span>.</div><h1><b>Titolo</b></h1><google-sheets-html-origin><table><tr><td>1</td><td></td><td>tre</td></tr></table></google-sheets-html-origin>',
      ).filter(riga => riga !== ''),
    ).toEqual(['Buongiorno,', 'ecco la **nota**.', '### Titolo', '1 · tre']);
  });
});
