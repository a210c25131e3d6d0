import { oneLine } from '../one-line.js';
import { DeliveryError } from '../email-transport.js';

const LONGEST_WORDS = 500;

/** Connection closed, refused, cut, not found: what nodemailer calls it -> what staff read. */
const WORDS: Readonly<Record<string, string>> = {
  EABORT: 'Il server di posta non ha risposto in tempo.',
  ETIMEDOUT: 'Il server di posta non ha risposto in tempo.',
  ECONNECTION: 'Il server di posta ha chiuso la connessione.',
  ESOCKET: 'Il server di posta non è raggiungibile.',
  EDNS: 'Il server di posta non si trova.',
  ETLS: 'La connessione al server di posta non è sicura.',
  EAUTH: 'Il server di posta non accetta le nostre credenziali.',
  EMESSAGE: 'Il messaggio è troppo grande per il server di posta.',
};

/** What the server answers to these is about one recipient or one message. */
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(['RCPT TO', 'DATA']);

interface SmtpFailure {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

/**
 * What an error of nodemailer means for the mail. Only a 5xx about this recipient or this message is final (RFC 5321 §4.2.1): a refused
 * login, sender, greeting or certificate is ours to mend, and meanwhile the mail waits.
 */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const failure = (typeof error === 'object' && error !== null ? error : {}) as SmtpFailure;
  const known = WORDS[failure.code ?? ''];
  const cause = oneLine(`${failure.code ?? ''} ${failure.message ?? ''}`, LONGEST_WORDS);
  const words = failure.response
    ? failure.response
    : known === undefined
      ? `Non è stato possibile spedire il messaggio (${cause}).`
      : `${known} (${cause})`;
  const permanent = isPermanent(failure);
  return new DeliveryError(
    permanent,
    oneLine(words, LONGEST_WORDS),
    !permanent && failure.code !== undefined && !ABOUT_THE_MAIL.has(failure.command ?? ''),
  );
}

function isPermanent({ code, command, responseCode }: SmtpFailure): boolean {
  if (responseCode === undefined) return code === 'EMESSAGE' && command === 'MAIL FROM'; // larger than the size the server announced
  if (responseCode < 500 || responseCode === 503) return false; // 503: the conversation went wrong, not the mail
  return command === 'RCPT TO' || command === 'DATA' || (command === 'MAIL FROM' && responseCode === 552);
}
