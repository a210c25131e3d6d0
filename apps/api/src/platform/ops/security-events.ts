import { Logger } from '@nestjs/common';
import { networkForLog } from '../http/network.js';

/**
 * What whoever watches over the portal must be able to see: every kind of security event there is. Answers are told by status, whatever
 * refused them; the rest is told where it happens. None says who: neither name nor address nor account, only a network (/24, /48).
 */
export const SECURITY_EVENTS = {
  'risposta.401': 'Asked for something that needs an account, without one',
  'risposta.403': 'Asked for something that they may not',
  'risposta.408': 'Sent a request too slowly',
  'risposta.421': 'Asked for a host that is not ours',
  'risposta.429': 'Asked more often than a limit allows',
  'risposta.431': 'Sent headers longer than allowed',
  'connessioni.troppe': 'Opened more connections than one network may hold',
  'canale.rifiutato': 'Asked for the live channel from elsewhere',
  'accesso.riuscito': 'Signed in',
  'accesso.fallito': 'Gave a wrong password',
  'accesso.rallentato': 'An account is being guessed at from many networks',
  'dispositivo.nuovo': 'Signed in from a device that the account had not used before',
  'password.cambiata': 'Changed or set anew a password',
  'email.cambiata': 'Changed the address of an account',
  'sessioni.chiuse': 'Ended sessions other than their own',
  'segreto.non_valido': 'Used a mailed link that is wrong, used or old',
  'incarico.cambiato': 'Gave or took away a role',
} as const;
export type SecurityEventName = keyof typeof SECURITY_EVENTS;

/** What may stand beside the event: our own words only. */
export interface SecurityFields {
  readonly id?: string;
  /** The pattern of the route, never the URL. */
  readonly route?: string;
  /** The code of the problem that was answered. */
  readonly code?: string;
}

/** A line of the log about security: its values are our own, and not scrubbed. */
export class SecurityEvent {
  readonly fields: Readonly<Record<string, string>>;

  constructor(evento: SecurityEventName, rete: string, fields: SecurityFields = {}) {
    this.fields = { evento, rete, ...fields };
  }
}

const logger = new Logger('Sicurezza');

/** Records a security event. @param from the address or the network that it comes from; only /24 or /48 of it is written */
export function securityEvent(event: SecurityEventName, from: string, fields: SecurityFields = {}): void {
  logger.warn(new SecurityEvent(event, networkForLog(from.split('/', 1)[0] ?? ''), fields));
}

const BY_STATUS: ReadonlyMap<number, SecurityEventName> = new Map(
  (Object.keys(SECURITY_EVENTS) as SecurityEventName[])
    .filter(name => name.startsWith('risposta.'))
    .map(name => [Number(name.slice('risposta.'.length)), name]),
);

/** The event that an answer with this status is, if it is one. */
export const eventOfStatus = (status: number): SecurityEventName | null => BY_STATUS.get(status) ?? null;
