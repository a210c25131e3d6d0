import { createRequire } from 'node:module';

/** Shorter ones say nothing about a password of twelve characters. */
const SHORTEST = 5;
const LONGEST = 40;

/** Read when the first password is chosen, not when the portal starts: half a megabyte of words. */
let known: ReadonlySet<string> | undefined;

/** Some fifty thousand passwords that people were found to use, the most used first; lower case. */
export function commonPasswords(): ReadonlySet<string> {
  return (known ??= read());
}

function read(): ReadonlySet<string> {
  const { dictionary } = createRequire(import.meta.url)('@zxcvbn-ts/language-common') as { dictionary: { passwords: readonly string[] } };
  return new Set(dictionary.passwords.filter(({ length }) => length >= SHORTEST && length <= LONGEST));
}
