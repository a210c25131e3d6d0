import { randomUUID } from 'node:crypto';
import { ORIGIN, type World } from '../app.js';
import { Client, type Answer } from '../client.js';

/** Good for every rule, and evidently of a test. */
export const PASSWORD = 'zattera ombrosa e fanale 73';
export const OTHER_PASSWORD = 'merletti, granchi e 4 vele';

export const newAddress = (): string => `chi-${randomUUID()}@prova.test`;
let networks = 0;
/** An address on a network of its own, so that the limits of one test say nothing to another. */
export const newNetwork = (): string => `10.${(networks += 1) >> 8}.${networks & 255}.7`;

/** A browser: keeps the session cookie it is given. For worlds that trust the proxy, which tells the address it comes from. */
export class Visitor {
  /** As it would stand in the Cookie header. */
  cookie: string | null = null;
  /** The last Set-Cookie, whole. */
  setCookie: string | null = null;

  /** What tells this browser from others when somebody signs in again. */
  private device: string | null = null;

  constructor(
    private readonly world: World,
    readonly address: string = newNetwork(),
    private readonly origin: string = ORIGIN,
  ) {}

  get = <T = never>(path: string) => this.send<T>('GET', path);
  post = <T = never>(path: string, body: unknown = {}) => this.send<T>('POST', path, body);
  put = <T = never>(path: string, body: unknown) => this.send<T>('PUT', path, body);
  delete = <T = never>(path: string) => this.send<T>('DELETE', path);

  /** Another browser with the same cookie: what a thief would have. */
  copy(): Visitor {
    return Object.assign(new Visitor(this.world, this.address, this.origin), { cookie: this.cookie });
  }

  private keep(given: string): void {
    const pair = given.split(';')[0] ?? '';
    if (/^(?:__Host-)?dispositivo=/.test(pair)) {
      this.device = pair;
      return;
    }
    this.setCookie = given;
    this.cookie = pair.endsWith('=') ? null : pair;
  }

  private async send<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer<T>> {
    const headers = {
      'x-forwarded-for': this.address,
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    };
    const cookies = [this.cookie, this.device].filter(cookie => cookie !== null).join('; ');
    const answer = await new Client(this.world.app, this.origin, cookies || null).send<T>(method, path, body, { headers });
    for (const given of [answer.headers['set-cookie'] ?? []].flat().map(String)) this.keep(given);
    return answer;
  }
}

/** What the mails to an address said, the latest first. */
export function mailsTo(world: World, address: string): Promise<{ tipo: string; subject: string; testo: string }[]> {
  return world.db.query('SELECT tipo, subject, testo FROM email WHERE a_indirizzo = $1 ORDER BY creata_at DESC, id', [address]);
}

/** The secret of the latest mail of a kind. */
export async function secretIn(world: World, address: string, tipo: string): Promise<string> {
  const mail = (await mailsTo(world, address)).find(m => m.tipo === `account.${tipo}`);
  const secret = /#([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(mail?.testo ?? '')?.[1];
  if (secret === undefined) throw new Error(`No mail account.${tipo} with a secret was sent to ${address}.`);
  return secret;
}

export interface Registered {
  readonly email: string;
  readonly password: string;
  readonly visitor: Visitor;
}

/** Somebody who has registered, confirmed, and is signed in. */
export async function registered(
  world: World,
  fields: { email?: string; password?: string } = {},
  origin: string = ORIGIN,
): Promise<Registered> {
  const { email = newAddress(), password = PASSWORD } = fields;
  const visitor = new Visitor(world, newNetwork(), origin);
  await visitor.post('/account', registration({ email }));
  const answer = await visitor.post('/account/conferma', confirmation(await secretIn(world, email, 'conferma'), { password }));
  if (answer.status !== 204) throw new Error(`Not confirmed: ${answer.status} ${answer.text}`);
  return { email, password, visitor };
}

export const registration = (fields: Record<string, unknown> = {}) => ({ email: newAddress(), informativaLetta: true, ...fields });
/** What whoever opens the mail of a registration says of themselves. */
export const confirmation = (segreto: string, fields: Record<string, unknown> = {}) => ({
  segreto,
  nome: 'Persona',
  cognome: 'Inventata',
  password: PASSWORD,
  ...fields,
});
