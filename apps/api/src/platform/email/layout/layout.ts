import { frase, leggi, type Genere } from '@tavoli/shared';
import { layoutHtml } from './layout.html.js';
import { layoutText } from './layout.text.js';
import { oneLine, plain } from '../one-line.js';
import type { EmailContent } from './email-content.js';
import type { EmailDraft, EmailSender } from '../email.types.js';

/** The name of the product, as in the header of its pages. */
export const PORTAL = 'Tavoli Tematici';

const LONGEST_SUBJECT = 250;

/**
 * A draft as it will be read: plain text and HTML that say the same.
 * @param genere of who reads it, where they have said
 * @param origin of the portal; every link begins with it, whatever the draft holds
 * @throws Error when the path of the action leads out of the portal: a mistake of the feature
 */
export function layoutEmail(
  draft: EmailDraft,
  sender: EmailSender,
  origin: string,
  genere: Genere | null = null,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const detto = (testo: string): string => leggi(testo, sender.parole, genere);
  const name = oneLine(draft.to.name, 200);
  const content: EmailContent = {
    title: oneLine(detto(draft.subject), LONGEST_SUBJECT) || PORTAL,
    sender: oneLine(sender.name, 200),
    motto: sender.name === PORTAL ? 'La programmazione sociale, insieme' : detto(frase`${PORTAL} [del piano]`),
    greeting: name === '' ? 'Buongiorno,' : `Gentile ${name},`,
    paragraphs: draft.paragraphs.map(p => plain(detto(p)).trim()).filter(p => p !== ''),
    facts: (draft.facts ?? []).map(([label, value]) => [oneLine(label, 200), plain(detto(value)).trim()] as const),
    action: draft.action === undefined ? null : { label: oneLine(detto(draft.action.label), 200), url: linkTo(draft.action.path, origin) },
    links: (draft.links ?? []).map(({ label, path }) => ({ label: oneLine(label, 200), url: linkTo(path, origin) })),
    footer: footer({ ...draft, ...(draft.why === undefined ? {} : { why: detto(draft.why) }) }, sender),
    origin,
  };
  return { subject: content.title, text: layoutText(content), html: layoutHtml(content) };
}

/** @throws Error when the path leads out of the portal */
export function linkTo(path: string, origin: string): string {
  const url = new URL(path, origin);
  if (!path.startsWith('/') || url.origin !== new URL(origin).origin)
    throw new Error(`A mail may lead to a page of the portal only, not to ${path.split('#')[0]}.`);
  return url.href;
}

function footer(draft: EmailDraft, sender: EmailSender): string[] {
  const why = `Ricevi questo messaggio perché il tuo indirizzo, ${oneLine(draft.to.address, 254)}, è indicato nel portale.`;
  return [
    sender.name === PORTAL
      ? `Messaggio inviato dal portale ${PORTAL}.`
      : `Messaggio inviato da ${oneLine(sender.name, 200)} con il portale ${PORTAL}.`,
    draft.why === undefined ? why : plain(draft.why),
    ...(draft.secret && draft.action ? ['Il collegamento è personale: non inoltrare questo messaggio.'] : []),
    sender.replyTo === null
      ? 'È un messaggio automatico: non rispondere a questo indirizzo.'
      : 'Se hai bisogno di aiuto, rispondi a questo messaggio.',
  ];
}
