import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../commands/context.js';
import { count, countNetwork, tryCount, type Limit } from '../limits/counter.js';

const HOUR = 3600;
/** Mails that one network may cause to one address; to one address from anywhere; and altogether. */
const MAIL: Limit = { name: 'posta', free: 5, firstWait: 60, longestWait: HOUR, forgetAfter: HOUR };
const MAIL_ADDRESS: Limit = { name: 'posta-indirizzo', free: 12, firstWait: 60, longestWait: HOUR, forgetAfter: HOUR };
const MAIL_NETWORK: Limit = { name: 'posta-rete', free: 60, firstWait: 10, longestWait: HOUR / 4, forgetAfter: HOUR };
/** Mails that one account may cause for an ente that the office has verified: many enti may sit behind one network on the last day of an avviso. */
const MAIL_ACCOUNT: Limit = { name: 'posta-account', free: 100, firstWait: 60, longestWait: HOUR, forgetAfter: HOUR };

type Asker = Pick<RequestContext, 'network' | 'actor'>;

/** What a request has already been counted for: its mails are not counted again when they are written. */
const counted = new WeakMap<object, Set<string>>();

/**
 * The one gate of mails that somebody may cause to an address whose holder has not said yes. Counted before it is known whether there
 * will be a mail, so that the answer tells nothing.
 * @returns false when the address has had enough from everywhere: whoever asks is not refused, since others may have used it up, but
 *   nothing need be written while an earlier mail is still good
 * @throws ProblemError 429 when this network has asked too often
 */
export async function countMail(db: EntityManager, ctx: Asker, address: string): Promise<boolean> {
  const email = address.toLowerCase();
  noteCounted(ctx, email);
  await countNetwork(db, MAIL_NETWORK, ctx.network);
  await countNetwork(db, MAIL, ctx.network, email);
  return (await tryCount(db, MAIL_ADDRESS, email)) !== null;
}

/**
 * As `countMail`, for mails that are due in any case: the act is refused.
 * @param byAccount of who asks for an ente that the office has verified their account is counted, and not their network
 * @throws ProblemError 429
 */
export async function demandMail(db: EntityManager, ctx: Asker, address: string, byAccount = false): Promise<void> {
  const email = address.toLowerCase();
  if (counted.get(ctx)?.has(email)) return;
  noteCounted(ctx, email);
  if (byAccount && ctx.actor.id !== null) await count(db, MAIL_ACCOUNT, ctx.actor.id);
  else {
    await countNetwork(db, MAIL_NETWORK, ctx.network);
    await countNetwork(db, MAIL, ctx.network, email);
  }
  await count(db, MAIL_ADDRESS, email);
}

function noteCounted(ctx: Asker, email: string): void {
  counted.set(ctx, (counted.get(ctx) ?? new Set()).add(email));
}
