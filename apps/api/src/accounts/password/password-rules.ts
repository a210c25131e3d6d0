import { commonPasswords } from './password-list.js';
import { COMMON_WORDS, RUNS } from './password-words.js';

export interface PasswordOwner {
  readonly email: string;
  readonly nome: string;
  readonly cognome: string;
}

/** The password counts as this many unpredictable characters, or it is refused. */
const ENOUGH = 8;
const SHORTEST_RUN = 4;
const SHORTEST_WORD = 3;
const LONGEST_WORD = 40;
const FORBIDDEN = ['password', 'tavoli', 'pianodizona'];
const SEPARATORS = ' -._,';

const OWN = 'Non mettere nella password il tuo nome o il tuo indirizzo e-mail.';
const PORTAL = 'Non usare nella password parole come «password» o «tavoli»: sono le prime che si provano.';
const REPEATED = 'Questa password ripete gli stessi caratteri: scegline una più varia.';
const COMMON = 'Questa password è facile da indovinare: prova con quattro o cinque parole che non c’entrano l’una con l’altra.';

/**
 * Why a password that is long enough is still easy to guess, in words for who chose it; null when it is good. Looks for what people
 * and attackers think of first: passwords found in use, names, teams, towns, roles, months, years, rows of the keyboard, one word over
 * and over.
 */
export function passwordWeakness(password: string, owner: PasswordOwner): string | null {
  const plain = fold(password);
  const spelled = spell(plain);
  const has = (word: string): boolean => plain.includes(word) || spelled.includes(word);
  if (ownWords(owner).some(has)) return OWN;
  if (FORBIDDEN.some(has)) return PORTAL;
  if (new Set(plain).size < 5 || isOneBlockRepeated(plain)) return REPEATED;
  return Math.min(surprise(plain, spelled), leastSurprise(plain, spelled)) < ENOUGH ? COMMON : null;
}

/** Lower case, without accents. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const SUBSTITUTES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};

/** `p4$$w0rd` read as `password`, character by character. */
function spell(plain: string): string {
  return plain.replace(/[0134578@$!€]/g, char => SUBSTITUTES[char] ?? char);
}

function ownWords({ email, nome, cognome }: PasswordOwner): string[] {
  const [local = '', domain = ''] = fold(email).split('@');
  const fromMail = [local, ...local.split(/[^a-z]+/), domain.split('.').at(-2) ?? ''].filter(word => word.length >= 5);
  const fromName = [nome, cognome]
    .flatMap(name => [fold(name).replace(/[^a-z]/g, ''), ...fold(name).split(/[^a-z]+/)])
    .filter(word => word.length >= 4);
  return [...fromMail, ...fromName];
}

function isOneBlockRepeated(text: string): boolean {
  for (let size = 1; size <= text.length / 3; size += 1) {
    if (
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length)
    )
      return true;
  }
  return false;
}

/**
 * Roughly how many characters of the password are worth a guess each: a common word or password counts 2 (0 when it comes again), a run of
 * neighbours, a year or a repeated character 1, a figure or a separator 1/2.
 */
function surprise(plain: string, spelled: string): number {
  const seen = new Set<string>();
  let worth = 0;
  for (let at = 0; at < plain.length;) {
    const word = wordAt(plain, spelled, at);
    const run = runAt(plain, at);
    if (word.length >= run) {
      if (word === '') worth += letter(plain, at);
      else if (!seen.has(word)) worth += 2;
      seen.add(word);
      at += word.length || 1;
    } else {
      worth += 1;
      at += run;
    }
  }
  return worth;
}

/** The longest common word that starts there. */
const wordAt = (plain: string, spelled: string, at: number): string => wordsAt(plain, spelled, at)[0] ?? '';

/** All common words that start there, the longest first. */
function wordsAt(plain: string, spelled: string, at: number): string[] {
  const found: string[] = [];
  for (let length = Math.min(LONGEST_WORD, plain.length - at); length >= SHORTEST_WORD; length -= 1) {
    const word = [plain, spelled]
      .map(text => text.slice(at, at + length))
      .find(text => COMMON_WORDS.has(text) || commonPasswords().has(text));
    if (word !== undefined) found.push(word);
  }
  return found;
}

/** The least that it can be worth, however it is cut into words: `del|tavolo` and not `delta|volo`. A word that comes again counts again. */
function leastSurprise(plain: string, spelled: string): number {
  const from: number[] = Array.from({ length: plain.length + 1 }, () => 0);
  for (let at = plain.length - 1; at >= 0; at -= 1) {
    const run = runAt(plain, at);
    const cuts = [
      letter(plain, at) + (from[at + 1] ?? 0),
      ...wordsAt(plain, spelled, at).map(word => 2 + (from[at + word.length] ?? 0)),
      ...(run > 1 ? [1 + (from[at + run] ?? 0)] : []),
    ];
    from[at] = Math.min(...cuts);
  }
  return from[0] ?? 0;
}

const letter = (plain: string, at: number): number => (/\d/.test(plain.charAt(at)) || SEPARATORS.includes(plain.charAt(at)) ? 0.5 : 1);

/** The length of the year, repetition, or run of neighbours (`1234`, `asdf`, `fedcba`) that starts there. */
function runAt(plain: string, at: number): number {
  const rest = plain.slice(at, at + 40);
  const repeated = /^(.)\1{2,}/.exec(rest)?.[0].length ?? 0;
  const year = /^(?:18|19|20)\d\d(?!\d)/.test(rest) ? 4 : 0;
  let longest = Math.max(repeated, year);
  for (let length = rest.length; length >= SHORTEST_RUN && length > longest; length -= 1) {
    if (RUNS.some(run => run.includes(rest.slice(0, length)))) longest = length;
  }
  return longest;
}
