import type { LiveEvent } from '@tavoli/shared';

/** What replicas tell each other; small enough for one NOTIFY (8,000 bytes). */
export type BusEvent =
  /** Public pages of an ambito may show something else now. */
  | { readonly t: 'pagine'; readonly ambitoSlug: string }
  /** Open pages in these rooms should read again. */
  | { readonly t: 'live'; readonly ambitoId: string; readonly rooms: readonly string[]; readonly event: LiveEvent }
  /** Roles or sessions of an account have changed: whatever it has open must authenticate again. */
  | { readonly t: 'account'; readonly accountId: string }
  /** One session has ended. */
  | { readonly t: 'sessione'; readonly sessioneId: string }
  /** Work of a feature is waiting to be done, by whoever does it. */
  | { readonly t: 'work'; readonly name: string }
  /** Mails are waiting to be sent. */
  | { readonly t: 'email' };

export type BusEventType = BusEvent['t'];
export type BusEventOf<T extends BusEventType> = Extract<BusEvent, { t: T }>;
