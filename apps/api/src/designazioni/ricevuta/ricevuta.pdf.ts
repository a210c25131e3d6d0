import {
  conDataOra,
  formatDataBreve,
  formatDataOra,
  formatNumeroDiRegistro,
  numeroSuAnno,
  type DichiarazioneResa,
  type RuoloRappresentante,
} from '@tavoli/shared';
import type { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';

/** What the receipt of a designazione says. No e-mail, no phone: the receipt is forwarded and printed. */
export interface RicevutaData {
  readonly ambito: { readonly nome: string; readonly capofila: string };
  readonly ente: { readonly denominazione: string; readonly codiceFiscale: string | null };
  readonly tavolo: { readonly nome: string };
  readonly avviso: { readonly titolo: string; readonly chiudeAt: Date };
  readonly numeroDiRegistro: { readonly numero: number; readonly anno: number };
  readonly inviataAt: Date;
  /** When it came in again, completed. The last sending is the date of the document, so that the same designazione always gives the same bytes. */
  readonly reinviataAt: Date | null;
  /** Sent after the closing, admitted as `consultivo`. */
  readonly tardiva: boolean;
  readonly rappresentanti: readonly {
    readonly ruolo: RuoloRappresentante;
    readonly nome: string;
    readonly cognome: string;
    readonly qualifica: string | null;
  }[];
  /** What was declared one by one, in the words of then; empty where the avviso asked nothing. */
  readonly dichiarazioni: readonly DichiarazioneResa[];
  /** SHA-256 of what was sent, 64 hexadecimal digits. */
  readonly sha256: string;
}

const RUOLI: Record<RuoloRappresentante, string> = { titolare: 'Titolare', supplente: 'Supplente' };

/**
 * The receipt as PDF/A-2a, which an office can keep for years.
 * @throws ProblemError `pdf.non_disponibile`
 */
export function renderRicevuta(pdf: PdfRenderer, data: RicevutaData): Promise<Buffer> {
  const riferimento = `${formatNumeroDiRegistro(data.numeroDiRegistro)} del ${formatDataBreve(data.inviataAt)}`;
  return pdf.render('designazioni/ricevuta/ricevuta.typ', {
    titolo: 'Ricevuta della designazione',
    ambito: data.ambito.nome,
    sottotitolo: `${data.ambito.capofila}, ente capofila`,
    riferimento,
    piede: 'Ricevuta rilasciata dal portale dei Tavoli Tematici',
    emessoAt: (data.reinviataAt ?? data.inviataAt).toISOString(),
    numeroDiRegistro: `${numeroSuAnno(data.numeroDiRegistro)} del ${formatDataBreve(data.inviataAt)}`,
    ricevuta: conDataOra('il', data.inviataAt),
    ente: data.ente.denominazione,
    codiceFiscale: data.ente.codiceFiscale,
    tavolo: data.tavolo.nome,
    avviso: data.avviso.titolo,
    scadenza: formatDataOra(data.avviso.chiudeAt),
    inviata: alSecondo(data.inviataAt),
    completata: data.reinviataAt === null ? null : alSecondo(data.reinviataAt),
    tardiva: data.tardiva,
    persone: data.rappresentanti.map(p => [RUOLI[p.ruolo], `${p.nome} ${p.cognome}`, p.qualifica ?? '—']),
    dichiarazioni: data.dichiarazioni.map(d => [d.testo, d.resa ? 'Sì' : 'No']),
    impronta: data.sha256,
  });
}

/** `lunedì 23 novembre 2026, ore 10:15:32`: deadlines count to the second, and every zone's seconds are those of UTC. */
function alSecondo(instant: Date): string {
  return `${formatDataOra(instant)}:${String(instant.getUTCSeconds()).padStart(2, '0')}`;
}
