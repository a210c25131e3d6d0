import { esitoPosto, formatDataOra, type EsitoPosto, type PresenzeView, type Quorum } from '@tavoli/shared';
import type { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import type { DatiIncontro } from '../incontro/incontri.data.js';
import { luogoDi, quandoDi } from '../incontro/incontro.parole.js';

const PAROLE: Readonly<Record<EsitoPosto, string>> = {
  titolare: 'Presente (titolare)',
  supplente: 'Presente (supplente)',
  giustificato: 'Assente giustificato',
  assente: 'Assente',
  non_convocato: 'Non convocato',
  da_rilevare: 'Da rilevare',
};

/** `Presenti 7 posti su 12, ne servono 7: numero legale raggiunto.` */
export function frasePresenze({ posti, presenti, richiesti, raggiunto }: Quorum): string {
  const base = `Presenti ${presenti} ${posti === 1 ? 'posto' : 'posti'} su ${posti}`;
  return richiesti === 0
    ? `${base}. Il tavolo non chiede un numero legale.`
    : `${base}, ne servono ${richiesti}: numero legale ${raggiunto ? 'raggiunto' : 'non raggiunto'}.`;
}

/** The registro delle presenze as PDF/A-2a. Dated by the last thing recorded: the same presences give the same bytes. @throws ProblemError `pdf.non_disponibile` */
export function renderPresenze(pdf: PdfRenderer, d: DatiIncontro, presenze: PresenzeView): Promise<Buffer> {
  const emesso = presenze.posti.reduce(
    (last, p) => (p.rilevataAt !== null && p.rilevataAt > last ? p.rilevataAt : last),
    d.inizioAt.toISOString(),
  );
  const tavoli = new Set(presenze.posti.map(p => p.tavolo));
  return pdf.render('incontri/documenti/presenze.typ', {
    titolo: 'Registro delle presenze',
    ambito: d.ambito.nomeEsteso,
    sottotitolo: d.tavoli.map(t => t.nome).join(', '),
    riferimento: d.titolo,
    piede: `Presenze rilevate fino a ${formatDataOra(new Date(emesso))}`,
    emessoAt: emesso,
    incontro: d.titolo,
    quando: quandoDi(d),
    dove: luogoDi(d),
    numero: frasePresenze(presenze.quorum),
    righe: presenze.posti.map(p => [
      tavoli.size > 1 ? `${p.ente} (${p.tavolo})` : p.ente,
      p.titolare ?? '—',
      p.supplente ?? '—',
      p.veste,
      PAROLE[esitoPosto(p)],
    ]),
    ospiti: presenze.ospiti.map(o => (o.per === null ? o.nome : `${o.nome}, ${o.per}`)),
  });
}
