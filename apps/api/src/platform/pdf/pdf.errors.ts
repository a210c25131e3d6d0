import { ProblemError } from '../problem/problem.error.js';

/** There is no compiler here: the rest of the portal works, PDFs answer 503. */
export class PdfUnavailable extends ProblemError {
  constructor(cause: string) {
    const sentence = `Su questa piattaforma i PDF non sono disponibili: ${cause}`;
    super('pdf.non_disponibile', { detail: sentence });
    this.message = sentence;
  }
}

export type PdfFailure = 'template' | 'too-long' | 'timeout' | 'crash' | 'busy' | 'closed' | 'abandoned';

/** Words for the user; what went wrong inside stays in `message`, for the log. */
const DETAILS: Record<PdfFailure, string> = {
  template: 'Non è stato possibile comporre il documento.',
  'too-long': 'Il documento è troppo lungo per un PDF: scarica il CSV.',
  timeout: 'Comporre il documento ha richiesto troppo tempo.',
  crash: 'Non è stato possibile comporre il documento.',
  busy: 'Troppi documenti in preparazione: riprova tra poco.',
  abandoned: 'Il documento non serviva più a nessuno.',
  closed: 'Il portale si sta fermando: riprova tra poco.',
};

/** One document could not be made; the next may. */
export class PdfFailed extends ProblemError {
  constructor(
    readonly reason: PdfFailure,
    technical: string = reason,
  ) {
    super('pdf.non_disponibile', { detail: DETAILS[reason] });
    this.message = `pdf: ${technical}`;
  }
}
