import { NO_AMBITO } from './page-cache.js';

/** The parameters that the lists of an ambito read, by the word of the list in the address (a list of no ambito: by its address), each with what it may say; any other changes nothing, so it neither makes a page nor fills the cache. */
export type PageParameters = Readonly<Record<string, Readonly<Record<string, RegExp>>>>;
const NONE: PageParameters[string] = {};

const LONGEST_VALUE = 100;
const LONGEST_PATH = 300;

const LIST = /^\/[A-Za-z0-9_-]+\/([a-z]+)$/;
const PLAIN = /^(?:\/[A-Za-z0-9_-]+)+$/;

/** Where the page "not found" is rendered for addresses that no page of ours can have. */
export const NOWHERE = '/-/non-trovata';
/** Where the empty shell of personal pages is rendered, the same for all of them. */
export const SHELL = '/-/area';

/**
 * The address a page is kept by: no trailing slash, only known parameters, sorted. Two addresses with one key show the same page.
 * @returns null for a file that is not there (`/vecchio.js`, `/wp-login.php`): that is no page, and must not look like one
 */
export function pageKey(url: string, parameters: PageParameters): string | null {
  if (url === '/' || (PLAIN.test(url) && url.length <= LONGEST_PATH)) return url;
  const [path = '/', query] = splitOnce(url);
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  if (/\.[A-Za-z0-9]{1,12}$/.test(trimmed)) return null;
  if (trimmed !== '/' && (trimmed.length > LONGEST_PATH || !PLAIN.test(trimmed))) return NOWHERE;
  return trimmed + knownQuery(query, parametersOf(trimmed, parameters));
}

/** The ambito whose data a page shows: by its address, the first segment. */
export function ambitoOf(key: string): string {
  return /^\/([^/?]+)/.exec(key)?.[1] ?? NO_AMBITO;
}

function splitOnce(url: string): [path: string, query: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}

function knownQuery(query: string, parameters: PageParameters[string]): string {
  if (query === '') return '';
  const all = [...new URLSearchParams(query)];
  const known = all.filter(
    ([name, value]) => value !== '' && value.length <= LONGEST_VALUE && Object.hasOwn(parameters, name) && parameters[name]?.test(value),
  );
  const text = new URLSearchParams([...new Map(known)].sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return text === '' ? '' : `?${text}`;
}

function parametersOf(path: string, lists: PageParameters): PageParameters[string] {
  const word = LIST.exec(path)?.[1] ?? path;
  return (Object.hasOwn(lists, word) ? lists[word] : undefined) ?? NONE;
}
