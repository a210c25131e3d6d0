import type { EmailDraft, EmailFile } from './email.types.js';

/** A mail as the worker takes it from the queue. */
export interface OutgoingEmail {
  readonly id: string;
  readonly from: string;
  readonly replyTo: string | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly files: readonly EmailFile[];
  readonly calendar: NonNullable<EmailDraft['calendar']> | null;
  /** Id of the thing whose mails stand in one thread; null: it stands alone. */
  readonly filo: string | null;
  /** Address that turns this kind of mail off with one click; null: it is due. */
  readonly rinuncia: string | null;
  /** When the act happened: the date of the mail, also when it is sent late or twice. */
  readonly createdAt: Date;
}

/** What becomes of a mail: to an SMTP server, or in the demo nowhere. */
export interface EmailTransport {
  /** Resolves when somebody has taken the mail in charge. @throws DeliveryError */
  deliver(email: OutgoingEmail): Promise<void>;
  /** Gives up what is under way, and closes connections. */
  close(): void;
}

/** Injection token of the `EmailTransport`. */
export const EMAIL_TRANSPORT = Symbol('EMAIL_TRANSPORT');

/** The mail was not taken. */
export class DeliveryError extends Error {
  /**
   * @param permanent whether another attempt would get the same answer
   * @param words for the people of the ambito: the server's own where it spoke
   * @param unreachable whether no mail at all would have been taken: it is the server, and neither this recipient nor this message
   */
  constructor(
    readonly permanent: boolean,
    readonly words: string,
    readonly unreachable = false,
  ) {
    super(words);
  }
}

/** Nothing leaves: the mailbox of the demo reads the queue itself. */
export class DemoTransport implements EmailTransport {
  async deliver(): Promise<void> {}
  close(): void {}
}
