import { indirizzoEmail, normalizzaSpazi, senzaControlli } from '@tavoli/shared';

/** Text that may stand in the body of a mail: no control, bidirectional or invisible character, no half character. */
export const plain = (value: string): string => senzaControlli(value.toWellFormed());

/** Text that may stand in a header: besides, one line of at most `max` characters. */
export function oneLine(value: string, max: number): string {
  const line = normalizzaSpazi(plain(value.slice(0, max * 4)));
  return line.length <= max ? line : `${line.slice(0, max - 1).toWellFormed()}…`;
}

/** Said to staff of a mail whose recipient is not one mailbox. */
export const BAD_ADDRESS = 'L’indirizzo del destinatario non è valido.';

/** The one mailbox that `address` names, or null: lists, groups, comments, quotes and folds name none. */
export function mailbox(address: string): string | null {
  const parsed = indirizzoEmail.safeParse(address);
  // What a field would clean is not cleaned here: nothing stands around an address that was kept.
  return parsed.success && parsed.data === address.trim().toLowerCase() ? parsed.data : null;
}
