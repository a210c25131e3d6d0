import { formatData, formatDataOra, type DecisioneInput, type StampatoVerbale, type VerbalePubblicoView } from '@tavoli/shared';
import type { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { pezzi } from '../platform/pdf/pezzi.js';
import { luogoDi, quandoDi } from '../incontri/incontro/incontro.parole.js';
import { frasePresenze } from '../incontri/documenti/presenze.pdf.js';

/** What is printed. Words of other things are in `stampato` alone, which stays with the file that is published. */
type Verbale = Pick<VerbalePubblicoView, 'numero' | 'fineAt' | 'orari' | 'anticipo' | 'quorum' | 'sezioni' | 'presenti' | 'rettifica'> & {
  readonly incontro: Pick<VerbalePubblicoView['incontro'], 'inizioAt'>;
  readonly stampato: StampatoVerbale;
  readonly pubblicazione?: { readonly oscuratoAt: string | null } | null;
};

/** The names that a verbale is printed with, as they are now. */
export const stampatoDi = ({ incontro, tavoli, sede }: Pick<VerbalePubblicoView, 'incontro' | 'tavoli' | 'sede'>): StampatoVerbale => ({
  incontro: { id: incontro.id, titolo: incontro.titolo },
  tavoli: tavoli.map(({ id, nome }) => ({ id, nome })),
  sede,
});

/** The plan is never told as what happened. */
const ORA_NON_ANNOTATA = 'L’ora effettiva non è stata annotata: quella indicata è l’ora prevista.';

const MODI: Readonly<Record<DecisioneInput['modo'], string>> = {
  unanimita: 'all’unanimità',
  maggioranza: 'a maggioranza',
  presa_atto: 'presa d’atto',
};

/** The public verbale as PDF/UA-1, dated by its publication: the same text gives the same bytes. `riservato`: the whole text, and its foot says so. @throws ProblemError `pdf.non_disponibile` */
export function renderVerbale(
  pdf: PdfRenderer,
  ambito: { nome: string; capofila: string },
  v: Verbale,
  at: Date,
  riservato = false,
): Promise<Buffer> {
  const titolo = v.numero === null ? 'Verbale' : `Verbale n. ${v.numero.numero}/${v.numero.anno}`;
  const { incontro, tavoli, sede } = v.stampato;
  return pdf.render(
    'verbali/verbale.typ',
    {
      titolo: `${titolo}: ${incontro.titolo}`,
      ambito: ambito.nome,
      sottotitolo: `${ambito.capofila}, ente capofila`,
      riferimento: titolo,
      piede: piede(v, at, riservato),
      emessoAt: at.toISOString(),
      tavoli: tavoli.map(t => t.nome).join(', '),
      ...quando(v),
      dove: luogoDi({ sede, linkVideo: null }),
      anticipo: v.anticipo === null ? '' : anticipoInParole(v.anticipo),
      rettifica: v.rettifica === null ? '' : rettificaInParole(v.rettifica),
      numero: v.quorum === null ? 'Presenze non rilevate.' : frasePresenze(v.quorum),
      presenti: v.presenti.map(p => [p.ente, PRESENZA[p.presente ?? 'assente']]),
      sezioni: v.sezioni.map(sezione),
    },
    { standard: 'ua-1' },
  );
}

const tra = (inizio: string, fine: string): string => quandoDi({ inizioAt: new Date(inizio), fineAt: new Date(fine) });
/** As it was called, and as it was held. */
const quando = ({ incontro, fineAt, orari }: Verbale) => ({
  quando: tra(incontro.inizioAt, fineAt),
  svolto: orari === null ? ORA_NON_ANNOTATA : tra(orari.inizioAt, orari.fineAt),
});

const PRESENZA = { assente: 'assente', titolare: 'presente', supplente: 'presente con il supplente' } as const;

const piede = (v: Verbale, at: Date, riservato: boolean): string =>
  riservato
    ? `Versione integrale, riservata a chi siede al tavolo. Stampata: ${formatDataOra(at)}`
    : `Pubblicato: ${formatDataOra(at)}${oscurato(v.pubblicazione?.oscuratoAt)}`;

const rettificaInParole = ({ numero, motivo }: NonNullable<Verbale['rettifica']>): string =>
  `Corregge il verbale${numero === null ? '' : ` n. ${numero.numero}/${numero.anno}`}. ${motivo}`;

const sezione = (s: Verbale['sezioni'][number]) => ({
  titolo: s.titolo,
  pezzi: pezzi(s.documento),
  decisioni: s.decisioni.map(decisione),
  impegni: s.impegni.map(i => [i.testo, i.chi, i.entro === null ? '—' : formatData(new Date(`${i.entro}T12:00Z`))]),
});

function anticipoInParole(a: NonNullable<Verbale['anticipo']>): string {
  return `Approvato ${formatDataOra(new Date(a.approvatoAt))}, prima della fine del tempo per proporre correzioni (${formatDataOra(new Date(a.revisioneFinoAt))}). Motivo: ${a.motivo}`;
}

/** Said where a file was made anew without what was blacked out. */
const oscurato = (at: string | null | undefined): string => (at ? `. Parti oscurate: ${formatDataOra(new Date(at))}` : '');

function decisione(d: DecisioneInput): string {
  const voti =
    d.modo === 'maggioranza' ? ` (favorevoli ${d.favorevoli ?? 0}, contrari ${d.contrari ?? 0}, astenuti ${d.astenuti ?? 0})` : '';
  return `${d.testo} — ${MODI[d.modo]}${voti}.`;
}
