import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A message that came whole, whatever the server then answered. */
export interface Received {
  readonly from: string;
  /** Recipients of the envelope. */
  readonly to: readonly string[];
  readonly raw: string;
}

/** An answer such as `550 5.1.1 Nobody of that name`; null or undefined: accepted; `drop`: the connection is cut without one. */
export type Answer = string | 'drop' | null | undefined;

interface Behaviour {
  /** Answers to `RCPT TO:<address>`. */
  readonly rcpt?: (address: string) => Answer | Promise<Answer>;
  /** Answers to the end of a message; it counts as received in any case. */
  readonly data?: (address: string) => Answer | Promise<Answer>;
  /** Answers to `MAIL FROM`. */
  readonly sender?: () => Answer;
  readonly options?: SMTPServerOptions;
}

export interface SmtpCatcher {
  readonly url: string;
  readonly received: readonly Received[];
  to(address: string): readonly Received[];
  close(): Promise<void>;
}

/** A real SMTP server on a free port of the loopback, without TLS and without login unless `options` say otherwise. */
export async function startSmtp({ rcpt, data, sender, options }: Behaviour = {}): Promise<SmtpCatcher> {
  const received: Received[] = [];
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 20,
    onMailFrom: (_address, _session, done) => done(refusal(sender?.())),
    onRcptTo: ({ address }, session, done) => void answer(server, session.id, rcpt?.(address), done),
    onData(stream, session, done) {
      const whole = text(stream).then(raw => {
        const to = session.envelope.rcptTo.map(recipient => recipient.address);
        received.push({ from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '', to, raw });
        return answer(server, session.id, data?.(to[0] ?? ''), done);
      });
      whole.catch(() => undefined); // the client died halfway: nothing was received
    },
    ...options,
  });
  server.on('error', () => undefined); // a client that is killed resets its connections
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `${options?.secure ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    received,
    to: address => received.filter(message => message.to.includes(address)),
    close: () => new Promise(resolve => server.close(resolve)),
  };
}

export const parse = ({ raw }: Received): Promise<ParsedMail> => simpleParser(raw);

/** Headers of the message as they came, in order, one string each. */
export async function headersOf(message: Received): Promise<string[]> {
  return (await parse(message)).headerLines.map(line => line.line);
}

async function answer(
  server: SMTPServer,
  session: string,
  given: Answer | Promise<Answer>,
  done: (error?: Error | null) => void,
): Promise<void> {
  const what = await given;
  if (what !== 'drop') return done(refusal(what));
  for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>)
    if (connection.id === session) connection._socket.destroy();
}

function refusal(given: Answer): Error | null {
  if (given === null || given === undefined) return null;
  const [, code, words] = /^(\d{3}) (.*)$/.exec(given) ?? [];
  return Object.assign(new Error(words), { responseCode: Number(code) });
}
