import type { Genere, ParoleAmbito } from '@tavoli/shared';
import type { TipoEmail } from './mails.js';

/** One mail to one person, as a feature writes it. The layout and the sending belong to the platform. */
export interface EmailDraft {
  /** Idempotency: the same `chiave` is never stored twice. By convention `<tipo>:<object id>:<recipient>:<occasion>`. */
  readonly chiave: string;
  /** Kind of mail, declared in the `MAILS` of its feature. */
  readonly tipo: TipoEmail;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Paragraphs in plain Italian, made by `frase` where they name a word of the ambito or who reads them; no markup: the layout makes text and HTML from them. The first follows "Gentile …,". */
  readonly paragraphs: readonly string[];
  /** The one thing to do, as a button. `path` is relative to the portal's origin and may carry a #secret. */
  readonly action?: { readonly label: string; readonly path: string };
  /** Other things that may be done instead, as plain links under the button. */
  readonly links?: readonly { readonly label: string; readonly path: string }[];
  /** Name/value lines shown as a table (ente, tavolo, number…). */
  readonly facts?: readonly (readonly [label: string, value: string])[];
  /** Why this person receives it, one sentence for the footer; a general one stands there by default. */
  readonly why?: string;
  /** Its words let their reader act as somebody: they are blanked once delivered (but in the demo). */
  readonly secret?: boolean;
  /** To an address whose holder had confirmed it until this very act. */
  readonly known?: true;
  readonly files?: readonly EmailFile[];
  /** A calendar message (iTIP): readers offer it as an invitation, and it travels as a file too. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly ics: string };
  /** Path that turns this kind of mail off for its reader with one click (RFC 8058); only for mails not due by law. */
  readonly rinuncia?: string;
  /**
   * What it is about, so that staff see its delivery state there. `filo`: the id of the thing whose thread it goes on, where that is another;
   * `anche`: the ids of other things that it tells of as much.
   */
  readonly about?: {
    readonly ambitoId: string;
    readonly tipo: string;
    readonly id: string;
    readonly tavoloId?: string | null;
    readonly filo?: string;
    readonly anche?: readonly string[];
  };
}

/** A stored file that travels with a mail. */
export interface EmailFile {
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
}

/** How who reads a mail wants to be written to; null: they have not said. */
export type GenereDi = (address: string) => Genere | null;

/** In whose name a mail leaves. */
export interface EmailSender {
  /** The name of the ambito in full; the portal's own name for mails that concern none. */
  readonly name: string;
  /** How things are called there: what fills the places of `frase`. */
  readonly parole: ParoleAmbito;
  /** Where answers go; null: nobody reads them. */
  readonly replyTo: string | null;
}
