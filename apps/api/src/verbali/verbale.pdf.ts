import { formatData, formatDataOra, nomeEsteso, type Blocco, type DecisioneInput, type Documento, type Testo, type VerbalePubblicoView } from '@tavoli/shared';
import type { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { luogoDi, quandoDi } from '../incontri/incontro.parole.js';
import { frasePresenze } from '../incontri/presenze.pdf.js';

type Verbale = Pick<VerbalePubblicoView, 'numero' | 'incontro' | 'tavoli' | 'sede' | 'fineAt' | 'quorum' | 'sezioni' | 'presenti'>;

/** A run of text as the template draws it. */
type Tratto = readonly [text: string, stile: '' | 'b' | 'i' | 'bi'];
/** A block as the template draws it: kind, and runs or items. */
type Pezzo = { readonly tipo: 'p' | 'h'; readonly testo: readonly Tratto[] } | { readonly tipo: 'ul' | 'ol'; readonly voci: readonly (readonly Tratto[])[] } | { readonly tipo: 'tab'; readonly righe: readonly (readonly string[])[] };

const MODI: Readonly<Record<DecisioneInput['modo'], string>> = { unanimita: 'all’unanimità', maggioranza: 'a maggioranza', presa_atto: 'presa d’atto' };

/** The public verbale as PDF/UA-1, dated by its publication: the same text gives the same bytes. @throws ProblemError `pdf.non_disponibile` */
export function renderVerbale(pdf: PdfRenderer, ambito: { nome: string; capofila: string }, v: Verbale, at: Date): Promise<Buffer> {
  const titolo = v.numero === null ? 'Verbale' : `Verbale n. ${v.numero.numero}/${v.numero.anno}`;
  const dove = { sede: v.sede, linkVideo: null };
  return pdf.render(
    'verbali/verbale.typ',
    {
      titolo: `${titolo}: ${v.incontro.titolo}`,
      ambito: nomeEsteso(ambito.nome),
      sottotitolo: `Comune capofila: ${ambito.capofila}`,
      riferimento: titolo,
      piede: `Pubblicato: ${formatDataOra(at)}`,
      emessoAt: at.toISOString(),
      tavoli: v.tavoli.map(t => t.nome).join(', '),
      quando: quandoDi({ inizioAt: new Date(v.incontro.inizioAt), fineAt: new Date(v.fineAt) }),
      dove: luogoDi(dove),
      numero: v.quorum === null ? 'Presenze non rilevate.' : frasePresenze(v.quorum),
      presenti: v.presenti.map(p => [p.ente, p.presente === null ? 'assente' : p.presente === 'titolare' ? 'presente' : 'presente con il supplente']),
      sezioni: v.sezioni.map(s => ({
        titolo: s.titolo, pezzi: pezzi(s.documento), decisioni: s.decisioni.map(decisione), impegni: s.impegni.map(i => [i.testo, i.chi, i.entro === null ? '—' : formatData(new Date(`${i.entro}T12:00Z`))]),
      })),
    },
    { standard: 'ua-1' },
  );
}

function decisione(d: DecisioneInput): string {
  const voti = d.modo === 'maggioranza' ? ` (favorevoli ${d.favorevoli ?? 0}, contrari ${d.contrari ?? 0}, astenuti ${d.astenuti ?? 0})` : '';
  return `${d.testo} — ${MODI[d.modo]}${voti}.`;
}

const pezzi = (doc: Documento): Pezzo[] => doc.content.flatMap(pezzo);

function pezzo(b: Blocco): Pezzo[] {
  switch (b.type) {
    case 'paragraph': return b.content === undefined ? [] : [{ tipo: 'p', testo: b.content.map(tratto) }];
    case 'heading': return b.content === undefined ? [] : [{ tipo: 'h', testo: b.content.map(tratto) }];
    case 'table': return [{ tipo: 'tab', righe: b.content.map(r => r.content.map(c => c.content.flatMap(p => p.content ?? []).map(t => t.text).join(''))) }];
    // What stands inside an item, further lists included, follows it line by line.
    default: return [{ tipo: b.type === 'bulletList' ? 'ul' : 'ol', voci: b.content.map(item => item.content.flatMap(inner => (inner.type === 'paragraph' ? (inner.content ?? []).map(tratto) : listaInLinea(inner)))) }];
  }
}

function listaInLinea(lista: Extract<Blocco, { type: 'bulletList' | 'orderedList' }>): Tratto[] {
  return lista.content.flatMap((item, i) => item.content.flatMap(inner => [[` ${lista.type === 'orderedList' ? `${i + 1}.` : '–'} `, ''] as Tratto, ...(inner.type === 'paragraph' ? (inner.content ?? []).map(tratto) : listaInLinea(inner))]));
}

function tratto(t: Testo): Tratto {
  const has = (type: 'bold' | 'italic') => t.marks?.some(m => m.type === type) === true;
  return [t.text, `${has('bold') ? 'b' : ''}${has('italic') ? 'i' : ''}` as Tratto[1]];
}
