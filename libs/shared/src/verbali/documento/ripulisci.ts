import {
  COLONNE_MASSIME,
  LISTE_MASSIME,
  RIGHE_MASSIME,
  type Blocco,
  type Cella,
  type Documento,
  type Lista,
  type Paragrafo,
  type Riga,
  type Tabella,
  type Titolo,
  type Voce,
} from './documento.tipi.js';
import { PROFONDITA_LETTA, attributi, contenuto, leggiTesti, nuovaLettura, tipoDi, type Lettura } from './leggi-testi.js';
import { pota } from './pota.js';

/** Where reading has come: how much is left, how deep the nodes, how many lists around. */
interface Qui {
  lettura: Lettura;
  livello: number;
  liste: number;
}

const dentro = (qui: Qui): Qui => ({ ...qui, livello: qui.livello + 1 });
const paragrafo = (v: unknown, qui: Qui): Paragrafo => ({ type: 'paragraph', ...leggiTesti(v, qui.lettura) });

function titolo(v: unknown, qui: Qui): Titolo {
  const level = Number(attributi(v)['level']) >= 4 ? 4 : 3;
  return { type: 'heading', attrs: { level }, ...leggiTesti(v, qui.lettura) };
}

/** An item holds paragraphs and lists: a heading in it becomes a paragraph, a table its cells. */
function inVoce(blocco: Blocco): Voce['content'] {
  if (blocco.type === 'heading') return [{ type: 'paragraph', ...(blocco.content ? { content: blocco.content } : {}) }];
  return blocco.type === 'table' ? blocco.content.flatMap(r => r.content.flatMap(c => c.content)) : [blocco];
}

function voce(v: unknown, qui: Qui): Voce {
  const content = (tipoDi(v) === 'listItem' ? sequenza(v, qui) : blocco(v, qui)).flatMap(inVoce);
  return { type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] };
}

/** Lists deeper than are kept lose their dots, not their words. */
function lista(v: unknown, type: Lista['type'], qui: Qui): Blocco[] {
  const voci = contenuto(v, qui.lettura).map(figlio => voce(figlio, { ...dentro(qui), liste: qui.liste + 1 }));
  if (qui.liste >= LISTE_MASSIME) return voci.flatMap(x => x.content);
  return voci.length > 0 ? [{ type, content: voci }] : [];
}

function cella(v: unknown, qui: Qui): Cella {
  return { type: tipoDi(v) === 'tableHeader' ? 'tableHeader' : 'tableCell', content: [paragrafo(v, qui)] };
}

const vuota = (): Cella => ({ type: 'tableCell', content: [{ type: 'paragraph' }] });

/** A table too wide becomes a paragraph for each row; one too long becomes several; short rows are filled. */
function tabella(v: unknown, qui: Qui): Blocco[] {
  const righe = contenuto(v, qui.lettura)
    .map(riga => contenuto(riga, qui.lettura).map(c => cella(c, qui)))
    .filter(celle => celle.length > 0);
  const colonne = righe.reduce((massimo, r) => Math.max(massimo, r.length), 0);
  if (colonne > COLONNE_MASSIME) return righe.map(content => paragrafo({ content }, { ...qui, lettura: nuovaLettura() }));
  const piene = righe.map((r): Riga => ({
    type: 'tableRow',
    content: [...r, ...Array.from({ length: colonne - r.length }, vuota)],
  }));
  return Array.from({ length: Math.ceil(piene.length / RIGHE_MASSIME) }, (_, i): Tabella => {
    return { type: 'table', content: piene.slice(i * RIGHE_MASSIME, (i + 1) * RIGHE_MASSIME) };
  });
}

/** What a node becomes; of one that is not known its blocks stay, or its text. */
function blocco(v: unknown, qui: Qui): Blocco[] {
  if (qui.livello > PROFONDITA_LETTA) return [];
  const tipo = tipoDi(v);
  if (tipo === 'paragraph') return [paragrafo(v, qui)];
  if (tipo === 'heading') return [titolo(v, qui)];
  if (tipo === 'bulletList' || tipo === 'orderedList') return lista(v, tipo, qui);
  if (tipo === 'table') return tabella(v, qui);
  return sequenza(v, dentro(qui));
}

/** The blocks in a node; text that stands loose among them is a paragraph. */
function sequenza(v: unknown, qui: Qui): Blocco[] {
  const blocchi: Blocco[] = [];
  let sciolti: unknown[] = [];
  const chiudi = () => {
    const p = paragrafo({ content: sciolti }, { ...qui, lettura: nuovaLettura() });
    if (p.content) blocchi.push(p);
    sciolti = [];
  };
  for (const figlio of tipoDi(v) === 'text' ? [v] : contenuto(v, qui.lettura)) {
    if (tipoDi(figlio) === 'text' || tipoDi(figlio) === 'hardBreak') sciolti.push(figlio);
    else {
      chiudi();
      blocchi.push(...blocco(figlio, dentro(qui)));
    }
  }
  chiudi();
  return blocchi;
}

/**
 * A document out of anything: what is allowed stays, the rest goes. Words are kept wherever there is a place for them; an omitted
 * passage is never uncovered. A document is given back as it is, and cleaning twice is cleaning once.
 */
export function ripulisci(value: unknown): Documento {
  const content = sequenza(value, { lettura: nuovaLettura(), livello: 0, liste: 0 });
  return pota({ type: 'doc', content });
}
