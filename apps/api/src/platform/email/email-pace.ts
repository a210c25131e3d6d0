/** How fast mails are sent, how often tried again, how long waited for. */
export interface EmailPace {
  /** Mails under way at once in this process, each on a connection of its own. */
  readonly concurrency: number;
  /** Minutes from a failed attempt to the next one; the last stands for all that follow. */
  readonly retryMinutes: readonly number[];
  /** Hours after which a mail that nobody took is given up. */
  readonly giveUpHours: number;
  /** A mail whose worker died is taken up by another after this; renewed three times as often while it lives. */
  readonly leaseSeconds: number;
  /** What one attempt may take, whatever the server does meanwhile. RFC 5321 §4.5.3.2.6 asks to wait ten minutes for the last answer. */
  readonly attemptMs: number;
  /** Wakes at least this often, should an announcement be missed. */
  readonly pollMs: number;
  /** What a stop leaves to the attempts under way. */
  readonly drainMs: number;
}

/** Injection token of the `EmailPace`. */
export const EMAIL_PACE = Symbol('EMAIL_PACE');

export const DEFAULT_PACE: EmailPace = {
  concurrency: 5,
  retryMinutes: [1, 5, 15, 30, 60, 120],
  giveUpHours: 72,
  leaseSeconds: 60,
  attemptMs: 12 * 60_000,
  pollMs: 30_000,
  drainMs: 8_000,
};
