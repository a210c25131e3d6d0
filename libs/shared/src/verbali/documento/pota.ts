import { CARATTERI_MASSIMI, NODI_MASSIMI, type Documento, type Nodo } from './documento.tipi.js';
import { figli, misura } from './nodi.js';

interface Bilancio {
  caratteri: number;
  nodi: number;
}

/** Nothing more is taken after the first thing that did not fit: a text with its end missing is understood, one with holes is not. */
function basta(bilancio: Bilancio): null {
  bilancio.nodi = 0;
  return null;
}

function potaTesto(text: string, bilancio: Bilancio): string | null {
  if (text.length <= bilancio.caratteri) {
    bilancio.caratteri -= text.length;
    return text;
  }
  // Half of a character outside the basic plane is not a character.
  const tagliato = text.slice(0, bilancio.caratteri).replace(/[\ud800-\udbff]$/, '');
  basta(bilancio);
  return tagliato === '' ? null : tagliato;
}

function potaNodo<T extends Nodo>(nodo: T, bilancio: Bilancio): T | null {
  if (bilancio.nodi < 1) return null;
  if (nodo.type === 'tableRow') {
    const { caratteri, nodi } = misura(nodo);
    if (caratteri > bilancio.caratteri || nodi > bilancio.nodi) return basta(bilancio);
  }
  bilancio.nodi -= 1;
  if (nodo.type === 'text') {
    const text = potaTesto(nodo.text, bilancio);
    return text === null ? null : { ...nodo, text };
  }
  const content: Nodo[] = [];
  for (const figlio of figli(nodo)) {
    const tenuto = potaNodo(figlio, bilancio);
    if (!tenuto) break;
    content.push(tenuto);
  }
  if (content.length > 0) return { ...nodo, content };
  if (nodo.type !== 'paragraph' && nodo.type !== 'heading') return null;
  const { content: _vuoto, ...resto } = nodo;
  return resto as T;
}

/** As much of the document, from its beginning, as a document may hold. */
export function pota(doc: Documento): Documento {
  const potato = potaNodo(doc, { caratteri: CARATTERI_MASSIMI, nodi: NODI_MASSIMI });
  return potato ?? { type: 'doc', content: [{ type: 'paragraph' }] };
}
