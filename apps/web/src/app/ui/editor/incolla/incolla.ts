import { elenchi } from './elenchi';
import { enfasi, scarta } from './stili';

const INVISIBILI = new Set(['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad']);
const BLOCCHI = 'p, h1, h2, h3, h4, h5, h6, li, div, td, th';

/**
 * Text copied from a word processor, a page or a sheet, as the tags that the editor reads: emphasis said by styles, lists made of paragraphs,
 * lines broken within a paragraph, tables (which nobody writes here: a line for each row). Nothing that was words is lost.
 */
export function pulisciIncollato(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('style, script, title, meta, link, xml')) element.remove();
  for (const element of body.querySelectorAll('*')) if (element.localName.includes(':')) scarta(element);
  titoli(body);
  enfasi(body);
  testi(body);
  tabelle(body);
  aCapo(body);
  elenchi(body);
  collegamenti(body);
  return body.innerHTML;
}

/** Word calls the title of a document by a class. */
function titoli(body: Element): void {
  for (const element of body.querySelectorAll('p.MsoTitle, p.MsoSubtitle')) {
    const heading = body.ownerDocument.createElement(element.classList.contains('MsoTitle') ? 'h3' : 'h4');
    heading.append(...element.childNodes);
    element.replaceWith(heading);
  }
}

/** Blanks that only keep words together where they were, and marks that nobody sees. */
function testi(body: Element): void {
  const walker = body.ownerDocument.createTreeWalker(body, 4 /* text */);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    text.data = [...text.data.replaceAll('\u00a0', ' ')].filter(letter => !INVISIBILI.has(letter)).join('');
  }
}

/** A table that only places things is what stands in it; another, a line for each row with its cells apart. */
function tabelle(body: Element): void {
  // The innermost first: a table in a cell is lines already when its row is read.
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    const rows = [...table.querySelectorAll('tr')].map(row => [...row.children].filter(cell => cell.matches('td, th')));
    const lines = rows.every(cells => cells.length <= 1)
      ? rows.flat().flatMap(cell => (cell.querySelector('p, ul, ol, h1, h2, h3, h4') ? [...cell.childNodes] : [riga(table, [cell])]))
      : rows.map(cells => riga(table, cells));
    table.replaceWith(...lines);
  }
}

function riga(table: Element, cells: readonly Element[]): Element {
  const line = table.ownerDocument.createElement('p');
  cells
    .filter(cell => cell.textContent.trim() !== '')
    .forEach((cell, n) => {
      if (n > 0) line.append(' · ');
      const blocks = [...cell.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6')];
      for (const block of blocks.slice(0, -1)) block.append(' ');
      for (const block of [...blocks, ...cell.querySelectorAll('ul, ol')]) scarta(block);
      for (const br of cell.querySelectorAll('br')) br.replaceWith(' ');
      line.append(...cell.childNodes);
    });
  return line;
}

/** A line broken by hand begins a paragraph: there is nothing between the two here, and words would run together. */
function aCapo(body: Element): void {
  for (let br = body.querySelector('br'); br !== null; br = body.querySelector('br')) {
    const block = br.parentElement?.closest(BLOCCHI);
    if (block && body.contains(block)) spezza(br, block);
    else chiudi(br);
  }
}

/** Of words that stand in no paragraph: those before `br`, as far as there is none, are one. */
function chiudi(br: Element): void {
  const before: ChildNode[] = [];
  for (
    let node = br.previousSibling;
    node !== null && !(node instanceof Element && node.matches(`${BLOCCHI}, ul, ol`));
    node = node.previousSibling
  )
    before.unshift(node);
  const line = br.ownerDocument.createElement('p');
  br.replaceWith(line);
  line.append(...before);
  if (line.textContent.trim() === '') line.remove();
}

/** What follows `br` in its block goes into another such block, with the emphasis it had; in an item or a cell, into a paragraph. */
function spezza(br: Element, block: Element): void {
  const range = block.ownerDocument.createRange();
  range.setStartAfter(br);
  range.setEndAfter(block.lastChild ?? br);
  const after = range.extractContents();
  br.remove();
  if (after.textContent.trim() === '' && after.querySelector('br, ul, ol') === null) return;
  const inside = block.matches('li, td, th, div');
  const next = inside ? block.ownerDocument.createElement('p') : (block.cloneNode(false) as Element);
  next.append(after);
  if (inside) block.append(next);
  else block.after(next);
}

/** A link by way of a page that counts who follows it leads where it leads; one that goes nowhere from here is its words. */
function collegamenti(body: Element): void {
  for (const link of body.querySelectorAll('a')) {
    const href = vero(link.getAttribute('href') ?? '');
    if (/^(?:https?:\/\/|mailto:)\S+$/.test(href)) link.setAttribute('href', href);
    else scarta(link);
  }
}

function vero(href: string): string {
  const url = URL.parse(href);
  const through = url?.hostname === 'www.google.com' && url.pathname === '/url' ? url.searchParams.get('q') : null;
  return through ?? href;
}
