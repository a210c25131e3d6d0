import { buffer } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import type { BlobStore } from '../../storage/blob-store.js';
import type { EmailPace } from '../email-pace.js';
import { DeliveryError, type EmailTransport, type OutgoingEmail } from '../email-transport.js';
import { BAD_ADDRESS, mailbox } from '../one-line.js';
import { deliveryError } from './smtp-answers.js';
import { smtpOptions } from './smtp-options.js';

interface Identity {
  readonly smtpUrl: string;
  /** The address of the envelope and of `From`. */
  readonly mailFrom: string;
  /** Its host names the messages. */
  readonly publicOrigin: string;
}

/** Sends through the server of `SMTP_URL`, on connections that are kept for the next mails. */
export class SmtpTransport implements EmailTransport {
  private readonly mailer;
  private readonly closing = new AbortController();

  constructor(
    private readonly identity: Identity,
    private readonly blobs: Pick<BlobStore, 'open'>,
    private readonly pace: Pick<EmailPace, 'concurrency' | 'attemptMs'>,
  ) {
    this.mailer = createTransport({ ...smtpOptions(identity.smtpUrl), pool: true, maxConnections: pace.concurrency });
  }

  async deliver(email: OutgoingEmail): Promise<void> {
    // Never a recipient string: names and addresses in one text can be made to hold further recipients.
    const address = mailbox(email.to.address);
    if (address === null) throw new DeliveryError(true, BAD_ADDRESS);
    const attempt = AbortSignal.any([this.closing.signal, AbortSignal.timeout(this.pace.attemptMs)]);
    try {
      const attachments = await this.attachments(email);
      await this.mailer.sendMail({
        envelope: { from: this.identity.mailFrom, to: [address] },
        from: { name: email.from, address: this.identity.mailFrom },
        to: { name: email.to.name, address },
        ...(email.replyTo === null ? {} : { replyTo: { name: email.from, address: email.replyTo } }),
        subject: email.subject,
        messageId: this.messageId(email.id),
        // The first of a thread was never sent: readers put under one head whatever refers to it.
        ...(email.filo === null ? {} : { references: this.messageId(`filo.${email.filo}`) }),
        date: email.createdAt,
        headers: { 'Auto-Submitted': 'auto-generated', ...oneClick(email) },
        text: email.text,
        html: email.html,
        attachments,
        ...(email.calendar === null
          ? {}
          : { icalEvent: { method: email.calendar.method, filename: 'invito.ics', content: email.calendar.ics } }),
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: attempt,
      });
    } catch (error) {
      throw deliveryError(error);
    }
  }

  private messageId(name: string): string {
    return `<${name}@${new URL(this.identity.publicOrigin).hostname}>`;
  }

  close(): void {
    this.closing.abort();
    this.mailer.close();
  }

  /** Read before the server is spoken to: a file that cannot be read leaves no mail half sent. */
  private attachments(email: OutgoingEmail): Promise<{ filename: string; contentType: string; content: Buffer }[]> {
    return Promise.all(
      email.files.map(async ({ name, sha256, mediaType }) => ({
        filename: name,
        contentType: mediaType,
        content: await buffer(await this.blobs.open(sha256)),
      })),
    );
  }
}

/** RFC 8058: readers' programs show a way out that needs no page. */
function oneClick({ rinuncia }: OutgoingEmail): Record<string, string> {
  return rinuncia === null ? {} : { 'List-Unsubscribe': `<${rinuncia}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
