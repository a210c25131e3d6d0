import { formatDataBreve, formatDataOra, type EnteAlTavoloView, type RuoloRappresentante } from '@tavoli/shared';
import type { PdfRenderer } from '../platform/pdf/pdf-renderer.js';

/** Who sits at a tavolo, as its public page says it: names only of those who consented (`inAttesa` counts the others). */
export interface ElencoRappresentantiData {
  readonly ambito: { readonly nome: string; readonly capofila: string };
  readonly tavolo: { readonly nome: string; readonly piano: string; readonly referente: string | null };
  readonly enti: readonly EnteAlTavoloView[];
  /** The instant of the last change shown, not of the download: equal lists give equal bytes. */
  readonly aggiornatoAt: Date;
}

/**
 * The elenco as PDF/UA-1, since it is published for everyone.
 * @throws ProblemError `pdf.non_disponibile`
 */
export function renderElencoRappresentanti(pdf: PdfRenderer, data: ElencoRappresentantiData): Promise<Buffer> {
  const seduti = data.enti.filter(ente => ente.rappresentanti.length > 0);
  const attesi = data.enti.filter(ente => ente.rappresentanti.length === 0);
  return pdf.render(
    'tavoli/elenco-rappresentanti.typ',
    {
      titolo: `Elenco dei rappresentanti: ${data.tavolo.nome}`,
      ambito: data.ambito.nome,
      sottotitolo: `${data.ambito.capofila}, ente capofila`,
      riferimento: data.tavolo.nome,
      piede: `Aggiornato: ${formatDataOra(data.aggiornatoAt)}`,
      emessoAt: data.aggiornatoAt.toISOString(),
      tavolo: data.tavolo.nome,
      piano: data.tavolo.piano,
      referente: data.tavolo.referente,
      righe: seduti.map(riga),
      attesi: attesi.map(ente => ente.denominazione),
      inAttesa: seduti.some(ente => ente.inAttesa > 0),
    },
    { standard: 'ua-1', pubblico: true },
  );
}

function riga(ente: EnteAlTavoloView): readonly string[] {
  return [ente.denominazione, nomi(ente, 'titolare'), nomi(ente, 'supplente'), ente.veste, formatDataBreve(new Date(ente.dal))];
}

function nomi(ente: EnteAlTavoloView, ruolo: RuoloRappresentante): string {
  const persone = ente.rappresentanti.filter(p => p.ruolo === ruolo).map(p => `${p.nome} ${p.cognome}`);
  return persone.length === 0 ? '—' : persone.join(', ');
}
