import { conGiorno, ETICHETTE_VESTE, formatDataBreve, type ElencoAmmessiView } from '@tavoli/shared';
import type { PdfRenderer } from '../platform/pdf/pdf-renderer.js';

export interface ElencoAmmessiData {
  readonly ambito: string;
  readonly capofila: string;
  /** Its title. */
  readonly avviso: string;
  readonly elenco: ElencoAmmessiView;
}

/**
 * The elenco as PDF/UA-1, since it is published for everyone. No person is named: an ente is admitted.
 * @throws ProblemError `pdf.non_disponibile`
 */
export function renderElencoAmmessi(pdf: PdfRenderer, { ambito, capofila, avviso, elenco }: ElencoAmmessiData): Promise<Buffer> {
  const pubblicato = new Date(elenco.pubblicatoAt);
  const determina = `n. ${elenco.determinaNumero} ${conGiorno('del', elenco.determinaData)}`;
  return pdf.render(
    'elenchi/elenco-ammessi.typ',
    {
      titolo: `Elenco degli ammessi n. ${elenco.ordine}`,
      ambito,
      sottotitolo: `${capofila}, ente capofila`,
      riferimento: `Determina ${determina}`,
      piede: `Pubblicato il ${formatDataBreve(pubblicato)}`,
      emessoAt: elenco.pubblicatoAt,
      avviso,
      determina,
      tavoli: elenco.tavoli.map(({ tavolo, enti }) => ({ tavolo, righe: enti.map(e => [e.denominazione, ETICHETTE_VESTE[e.veste]]) })),
    },
    { standard: 'ua-1', pubblico: true },
  );
}
