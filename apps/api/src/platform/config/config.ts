import { isIP } from 'node:net';
import { resolve } from 'node:path';
import * as z from 'zod';

const DEFAULT_PORT = 3000;
const intero = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** Every variable the product reads, with the words for what it must be; README documents the same table (a test compares the two). */
export const ENVIRONMENT = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').describe('development, test o production'),
  HOST: z.string().min(1).default('0.0.0.0').describe('un indirizzo su cui ascoltare, per esempio 127.0.0.1'),
  PORT: intero(0, 65535).default(DEFAULT_PORT).describe('un numero intero da 0 a 65535'),
  METRICS_PORT: intero(0, 65535).optional().describe('un numero intero da 0 a 65535'),
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('un indirizzo http o https, per esempio https://tavoli.example.it'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional()
    .describe('un indirizzo che comincia con postgres://'),
  MIGRATION_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional()
    .describe('un indirizzo che comincia con postgres://'),
  DATABASE_POOL: intero(2, 200).default(10).describe('un numero intero da 2 a 200'),
  DATA_DIR: z.string().min(1).default('data').describe('una cartella'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional()
    .describe('un indirizzo che comincia con smtp:// o smtps://'),
  MAIL_FROM: z.email().default('tavoli@portale.invalid').describe('un indirizzo e-mail'),
  PROCESS: z.enum(['all', 'web', 'worker']).default('all').describe('all, web o worker'),
  CONNECTIONS_PER_ADDRESS: intero(10, 100_000).default(256).describe('un numero intero da 10 a 100000'),
  BURST_PER_ADDRESS: intero(10, 1_000_000).default(120).describe('un numero intero da 10 a 1000000'),
  TRUST_PROXY: z
    .string()
    .default('false')
    .transform(proxies)
    .describe('un elenco di indirizzi o reti dei proxy, per esempio 10.0.0.5,172.16.0.0/12, oppure false'),
  UPLOAD_MAX_MB: intero(1, 100).default(10).describe('un numero intero da 1 a 100'),
  UPLOAD_WAITING_MB: intero(1, 1_000_000).default(2000).describe('un numero intero da 1 a 1000000'),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(https:\/\/|mailto:|tel:)\S+$/)
    .optional()
    .describe('un indirizzo che comincia con https:, mailto: o tel:'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info').describe('silent, error, warn, info o debug'),
});
type Variable = keyof typeof ENVIRONMENT.shape;

export interface Config {
  readonly env: 'development' | 'test' | 'production';
  readonly host: string;
  readonly port: number;
  /** Loopback port of `/metrics`; null: not served. */
  readonly metricsPort: number | null;
  /** Where people reach the portal: links in mails, CSRF check, cookie prefix. */
  readonly publicOrigin: string;
  readonly databaseUrl: string | null;
  /** Of the role that owns the schema and applies migrations; null: the application's own. */
  readonly migrationDatabaseUrl: string | null;
  readonly databasePool: number;
  readonly dataDir: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly process: 'all' | 'web' | 'worker';
  /** Connections that one address (IPv6: one /64) may hold at once; wider networks hold four times as many. */
  readonly connectionsPerAddress: number;
  /** Pages to be made, and as many files and searches, that one address may ask for at once; they come back in half a minute. */
  readonly burstPerAddress: number;
  /** Whose `X-Forwarded-For` is believed: addresses and networks; or whoever connects (`true`); or nobody. */
  readonly trustProxy: boolean | readonly string[];
  /** Where weaknesses are reported (RFC 9116); null: the page `/sicurezza` says so. */
  readonly securityContact: string | null;
  readonly uploadMaxBytes: number;
  /** Of files that strangers uploaded and that nobody has sent or confirmed yet, all together. */
  readonly uploadWaitingMaxBytes: number;
  readonly logLevel: string;
  /** The invented ambito, its mailbox and its "enter as" page: never in production, never on a real database. */
  readonly demo: boolean;
}

/** Parses the environment. @throws Error with one sentence per wrong variable, naming it. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const e = parse(env);
  requireForProduction(e);
  return {
    env: e.NODE_ENV,
    host: e.HOST,
    port: e.PORT,
    metricsPort: e.METRICS_PORT ?? null,
    publicOrigin: new URL(e.PUBLIC_ORIGIN ?? `http://localhost:${e.PORT}`).origin,
    databaseUrl: e.DATABASE_URL ?? null,
    migrationDatabaseUrl: e.MIGRATION_DATABASE_URL ?? null,
    databasePool: e.DATABASE_POOL,
    dataDir: resolve(e.DATA_DIR),
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM,
    process: e.PROCESS,
    burstPerAddress: e.BURST_PER_ADDRESS,
    connectionsPerAddress: e.CONNECTIONS_PER_ADDRESS,
    trustProxy: e.TRUST_PROXY,
    securityContact: e.SECURITY_CONTACT ?? null,
    uploadMaxBytes: e.UPLOAD_MAX_MB * 1024 * 1024,
    uploadWaitingMaxBytes: e.UPLOAD_WAITING_MB * 1024 * 1024,
    logLevel: e.LOG_LEVEL,
    demo: e.NODE_ENV !== 'production' && e.DATABASE_URL === undefined,
  };
}

/** @throws Error with one sentence per wrong variable */
function parse(env: NodeJS.ProcessEnv): z.infer<typeof ENVIRONMENT> {
  const declared = Object.fromEntries(Object.keys(ENVIRONMENT.shape).map(key => [key, env[key] === '' ? undefined : env[key]]));
  const parsed = ENVIRONMENT.safeParse(declared);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(issue => issue.path[0] as Variable));
    // The value itself is not repeated: it may hold a password.
    throw new Error(
      [...wrong].map(name => `La variabile ${name} non è valida: deve essere ${ENVIRONMENT.shape[name].description ?? ''}.`).join('\n'),
    );
  }
  return parsed.data;
}

/** What `TRUST_PROXY` says; undefined for what is neither addresses nor one of the old words. */
function proxies(value: string, context: z.RefinementCtx): boolean | readonly string[] {
  if (value === 'true' || value === 'false') return value === 'true';
  const list = value.split(',').map(part => part.trim());
  if (!list.every(isNetwork)) context.addIssue({ code: 'custom' });
  return list;
}

function isNetwork(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    rest.length === 0 && longest > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest && Number(bits) > 0))
  );
}

const isThisMachine = (hostname: string): boolean =>
  hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** What whoever runs the portal should know, and that does not stop it: one sentence each, in Italian. */
export function advice({ env, trustProxy }: Pick<Config, 'env' | 'trustProxy'>): string[] {
  if (env !== 'production' || trustProxy !== true) return [];
  return [
    'TRUST_PROXY=true crede a chiunque si colleghi: se il portale si raggiunge anche senza passare dal proxy, chiunque può fingere un altro indirizzo. Indica invece gli indirizzi del proxy, per esempio TRUST_PROXY=10.0.0.5.',
  ];
}

function requireForProduction(e: z.infer<typeof ENVIRONMENT>): void {
  if (e.NODE_ENV !== 'production') return;
  for (const name of ['DATABASE_URL', 'PUBLIC_ORIGIN', 'SMTP_URL'] as const) {
    if (e[name] === undefined) throw new Error(`In produzione la variabile ${name} è obbligatoria.`);
  }
  const { protocol, hostname } = new URL(e.PUBLIC_ORIGIN ?? '');
  if (protocol !== 'https:' && !isThisMachine(hostname))
    throw new Error(
      'In produzione la variabile PUBLIC_ORIGIN deve cominciare con https:// (solo su questa macchina, per una prova, va bene http://localhost).',
    );
}
