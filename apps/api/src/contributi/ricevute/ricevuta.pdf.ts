import { ETICHETTE_CANALE, ETICHETTE_TIPO_CONTRIBUTO, formatDataOra } from '@tavoli/shared';
import type { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import type { RicevutaContributo } from './ricevuta.data.js';

/** The receipt as PDF/A-2a: code, words as they were sent, what comes next. @throws ProblemError `pdf.non_disponibile` */
export function renderRicevutaContributo(pdf: PdfRenderer, r: RicevutaContributo): Promise<Buffer> {
  return pdf.render('contributi/ricevute/ricevuta.typ', {
    titolo: 'Ricevuta del contributo',
    ambito: r.ambito.nome,
    sottotitolo: `${r.ambito.capofila}, ente capofila`,
    riferimento: r.codice,
    piede: 'Ricevuta rilasciata dal portale dei Tavoli Tematici',
    emessoAt: r.inviatoAt.toISOString(),
    codice: r.codice,
    tavolo: r.tavolo,
    tipo: ETICHETTE_TIPO_CONTRIBUTO[r.tipo],
    canale: r.raccoltoDa === null ? ETICHETTE_CANALE[r.canale] : `${ETICHETTE_CANALE[r.canale]} (raccolto da ${r.raccoltoDa})`,
    inviato: formatDataOra(r.inviatoAt),
    daConfermare: r.daConfermare,
    contributo: { titolo: r.testi.titolo, testo: r.testi.testo.split(/\n+/), risposte: r.testi.risposte.map(x => [x.domanda, x.testo]) },
    allegati: r.allegati,
    giorniModerazione: r.giorniModerazione,
    giorniRisposta: r.giorniRisposta,
    impronta: r.impronta,
  });
}
