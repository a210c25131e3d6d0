import type { EmailDraft } from './email.types.js';

/**
 * The words of mails to an address whose holder has never said that they want them: ours alone, fixed, the same for everybody. Nothing
 * that anybody typed stands in them, neither in the subject nor beside the address.
 */
export interface FixedWords {
  readonly subject: string;
  /** @param n how many registrations wait, where that is told: a number is all that may differ */
  readonly paragraphs: (n: number) => readonly string[];
  readonly label: string;
  readonly why: string;
}

/** Injection token: the words of each kind of mail that a stranger may get (`fixed-words.ts` of the product). */
export const FIXED = Symbol('FIXED');

/** For a kind that has none of its own. */
export const GENERAL: FixedWords = {
  subject: 'Una comunicazione dal portale dei Tavoli Tematici',
  paragraphs: () => [
    'nel portale dei Tavoli Tematici c’è una comunicazione per chi usa questo indirizzo. Non la scriviamo qui perché l’indirizzo non è ancora confermato.',
    'Se non te lo aspettavi non devi fare nulla.',
  ],
  label: 'Vai al portale',
  why: 'Ricevi questo messaggio perché qualcuno ha scritto il tuo indirizzo in una pagina del portale.',
};

/** Drafts that were made of fixed words, here and nowhere else. */
const fixed = new WeakSet<EmailDraft>();
export const isFixed = (draft: EmailDraft): boolean => fixed.has(draft);

export type Stranger = Pick<EmailDraft, 'chiave' | 'tipo' | 'about' | 'secret'> & {
  readonly address: string;
  readonly path: string;
  readonly n?: number;
};

export const fixedEmail = (words: FixedWords, { address, path, n = 0, ...rest }: Stranger): EmailDraft =>
  withFixedWords({ ...rest, to: { name: '', address }, subject: '', paragraphs: [], action: { label: '', path } }, words, n);

/** The draft with nothing left of what anybody typed: its kind, its address, and where its button leads. */
export function withFixedWords({ chiave, tipo, to, action, about, secret }: EmailDraft, words: FixedWords = GENERAL, n = 0): EmailDraft {
  const { subject, paragraphs, label, why } = words;
  const draft: EmailDraft = {
    chiave,
    tipo,
    to: { name: '', address: to.address },
    subject,
    paragraphs: paragraphs(n),
    why,
    action: { label, path: action?.path ?? '/' },
    ...(about === undefined ? {} : { about }),
    ...(secret === undefined ? {} : { secret }),
  };
  fixed.add(draft);
  return draft;
}
