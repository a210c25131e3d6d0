declare const declared: unique symbol;

/** The kind of a mail that is declared, such as `designazione.inviata`: only `mails()` makes one, so nothing else can be sent. */
export type TipoEmail<T extends string = string> = T & { readonly [declared]: true };

/** To whom a mail goes and when, in words that end a sentence (Italian): what `docs/MAILS.md` says of it. */
export interface MailWords {
  readonly to: string;
  readonly when: string;
}

/** A mail of the portal, as its feature declares it. */
export interface Mail<T extends string = string> extends MailWords {
  readonly tipo: TipoEmail<T>;
}

const garantite = new Set<string>();

/** Whether only somebody whom the office has verified can cause this kind: whoever causes it is counted by their account, and not by the network they share. */
export const garantita = (tipo: TipoEmail): boolean => garantite.has(tipo);

/**
 * The mails of a feature: `export const MAILS = mails('ente', { verificato: { to: …, when: … } })` in its `x.emails.ts`.
 * `garantite`: all of them are caused by enti that the office has verified, or by an office. A draft takes its `tipo` from here; `docs/MAILS.md` is made of all of them.
 */
export function mails<P extends string, K extends string>(
  about: P,
  words: Readonly<Record<K, MailWords>>,
  { garantite: di = false }: { readonly garantite?: boolean } = {},
): { readonly [k in K]: Mail<`${P}.${k}`> } {
  const made = Object.entries<MailWords>(words).map(([name, said]) => [name, { tipo: `${about}.${name}`, ...said }]);
  if (di) for (const [name] of made) garantite.add(`${about}.${name}`);
  return Object.fromEntries(made) as { readonly [k in K]: Mail<`${P}.${k}`> };
}
