import { stile } from './stili';

/** A paragraph that was an item of a list where it was written. */
interface Voce {
  readonly paragrafo: Element;
  readonly livello: number;
  readonly ordinata: boolean;
}

const PUNTI = new Set(['·', '•', '▪', '◦', '‣', '●', '○', '■', '–', '§']);
const NUMERO = /^\(?[0-9a-z]{1,4}[.)]$/i;
const PROFONDITA = 3;

/** Lists that Word writes as paragraphs, and those that somebody drew by hand with dots, as lists; lists put straight into lists, in the item before. */
export function elenchi(root: Element): void {
  for (const list of root.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const before = list.previousElementSibling;
    if (before?.localName === 'li') before.append(list);
  }
  let voci: Voce[] = [];
  for (const paragrafo of [...root.querySelectorAll('p'), null]) {
    const voce = paragrafo === null ? null : voceDi(paragrafo);
    const ultima = voci.at(-1)?.paragrafo;
    if (ultima && (voce === null || voce.paragrafo.previousElementSibling !== ultima)) {
      componi(voci);
      voci = [];
    }
    if (voce !== null) voci.push(voce);
  }
}

function voceDi(paragrafo: Element): Voce | null {
  if (paragrafo.closest('li, td, th') !== null) return null;
  const lista = stile(paragrafo, 'mso-list');
  if (lista !== '' && lista !== 'none' && lista !== 'ignore') return diWord(paragrafo, lista);
  return aMano(paragrafo);
}

/** `mso-list: l0 level2 lfo1`; its dot or number stands in a span that says to be ignored. */
function diWord(paragrafo: Element, lista: string): Voce {
  const livello =
    Number(
      lista
        .split(' ')
        .find(word => word.startsWith('level'))
        ?.slice('level'.length),
    ) || 1;
  const segni = [...paragrafo.querySelectorAll('span')].filter(span => stile(span, 'mso-list') === 'ignore');
  const segno = segni
    .map(span => span.textContent)
    .join('')
    .trim();
  for (const span of segni) span.remove();
  return { paragrafo, livello: Math.min(livello, PROFONDITA), ordinata: NUMERO.test(segno) };
}

/** Begins with a dot and a blank. A dash may begin a line of a dialogue, and a number a sentence: those stay as they are written. */
function aMano(paragrafo: Element): Voce | null {
  const testo = primoTesto(paragrafo);
  const parole = testo?.data.trimStart() ?? '';
  const [segno = ''] = parole;
  if (testo === null || segno === '–' || !PUNTI.has(segno) || !/^\s/.test(parole.slice(1))) return null;
  testo.data = parole.slice(1).trimStart();
  return { paragrafo, livello: 1, ordinata: false };
}

function primoTesto(element: Element): Text | null {
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* text */);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if ((node as Text).data.trim() !== '') return node as Text;
  return null;
}

/** Items that follow each other, as one list with the deeper ones inside. */
function componi(voci: readonly Voce[]): void {
  const [prima] = voci;
  if (prima === undefined) return;
  const { ownerDocument: dom } = prima.paragrafo;
  const nuova = (ordinata: boolean) => dom.createElement(ordinata ? 'ol' : 'ul');
  const radice = nuova(prima.ordinata);
  prima.paragrafo.before(radice);
  const aperte = [radice];
  for (const { paragrafo, livello, ordinata } of voci) {
    aperte.length = Math.min(aperte.length, livello);
    const sopra = aperte.at(-1)?.lastElementChild;
    if (livello > aperte.length && sopra) {
      const dentro = nuova(ordinata);
      sopra.append(dentro);
      aperte.push(dentro);
    }
    const voce = dom.createElement('li');
    voce.append(paragrafo);
    aperte.at(-1)?.append(voce);
  }
}
