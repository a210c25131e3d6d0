import { formatData, formatDataOra, nomeEsteso, type DecisioneInput, type VerbalePubblicoView } from '@tavoli/shared';
import type { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { pezzi } from '../platform/pdf/pezzi.js';
import { luogoDi, quandoDi } from '../incontri/incontro.parole.js';
import { frasePresenze } from '../incontri/presenze.pdf.js';

type Verbale = Pick<VerbalePubblicoView, 'numero' | 'incontro' | 'tavoli' | 'sede' | 'fineAt' | 'quorum' | 'sezioni' | 'presenti' | 'rettifica'>;

const MODI: Readonly<Record<DecisioneInput['modo'], string>> = { unanimita: 'all’unanimità', maggioranza: 'a maggioranza', presa_atto: 'presa d’atto' };

/** The public verbale as PDF/UA-1, dated by its publication: the same text gives the same bytes. `riservato`: the whole text, and its foot says so. @throws ProblemError `pdf.non_disponibile` */
export function renderVerbale(pdf: PdfRenderer, ambito: { nome: string; capofila: string }, v: Verbale, at: Date, riservato = false): Promise<Buffer> {
  const titolo = v.numero === null ? 'Verbale' : `Verbale n. ${v.numero.numero}/${v.numero.anno}`;
  const dove = { sede: v.sede, linkVideo: null };
  return pdf.render(
    'verbali/verbale.typ',
    {
      titolo: `${titolo}: ${v.incontro.titolo}`,
      ambito: nomeEsteso(ambito.nome),
      sottotitolo: `Comune capofila: ${ambito.capofila}`,
      riferimento: titolo,
      piede: riservato ? `Versione integrale, riservata a chi siede al tavolo. Stampata: ${formatDataOra(at)}` : `Pubblicato: ${formatDataOra(at)}`,
      emessoAt: at.toISOString(),
      tavoli: v.tavoli.map(t => t.nome).join(', '),
      quando: quandoDi({ inizioAt: new Date(v.incontro.inizioAt), fineAt: new Date(v.fineAt) }),
      dove: luogoDi(dove),
      rettifica: v.rettifica === null ? '' : `Corregge il verbale${v.rettifica.numero === null ? '' : ` n. ${v.rettifica.numero.numero}/${v.rettifica.numero.anno}`}. ${v.rettifica.motivo}`,
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
