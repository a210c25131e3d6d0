import { NO_AMBITO } from './page-cache.js';

/** The parameters of the calendar of an ambito. */
const CALENDARIO = /^\/[A-Za-z0-9_-]+\/incontri$/;
const DEL_CALENDARIO: ReadonlySet<string> = new Set(['data', 'tavolo', 'vista']);
/** Those of the search. */
const RICERCA = /^\/[A-Za-z0-9_-]+\/ricerca$/;
const DELLA_RICERCA: ReadonlySet<string> = new Set(['q', 'tipo', 'tavolo', 'anno', 'pagina']);
/** Those of the list of contributi. */
const CONTRIBUTI = /^\/[A-Za-z0-9_-]+\/contributi$/;
const DEI_CONTRIBUTI: ReadonlySet<string> = new Set(['tavolo', 'stato', 'tipo', 'comune', 'ordine']);
const NESSUNO: ReadonlySet<string> = new Set();

/** What some may say: nonsense neither makes a page nor fills the cache. */
const FORME: Readonly<Record<string, RegExp>> = {
  data: /^20\d{2}-[01]\d-[0-3]\d$/,
  tavolo: /^[a-z0-9-]{1,60}$/,
  vista: /^(?:agenda|mese|settimana)$/,
  tipo: /^[a-z_]{1,30}$/,
  stato: /^[a-z_]{1,30}$/,
  ordine: /^(?:recenti|stato)$/,
  comune: /^\d{6}$/,
  anno: /^20\d{2}$/,
  pagina: /^\d{1,3}$/,
};

/**
 * The parameters that the public page at `path` reads. A page that begins to read one adds its name here; any other changes nothing, so it
 * neither makes a page nor fills the cache.
 */
function parametersOf(path: string): ReadonlySet<string> {
  if (CALENDARIO.test(path)) return DEL_CALENDARIO;
  if (CONTRIBUTI.test(path)) return DEI_CONTRIBUTI;
  return RICERCA.test(path) ? DELLA_RICERCA : NESSUNO;
}
const LONGEST_VALUE = 100;
const LONGEST_PATH = 300;

const PLAIN = /^(?:\/[A-Za-z0-9_-]+)+$/;

/** Where the page "not found" is rendered for addresses that no page of ours can have. */
export const NOWHERE = '/-/non-trovata';
/** Where the empty shell of personal pages is rendered, the same for all of them. */
export const SHELL = '/-/area';

/**
 * The address a page is kept by: no trailing slash, only known parameters, sorted. Two addresses with one key show the same page.
 * @returns null for a file that is not there (`/vecchio.js`, `/wp-login.php`): that is no page, and must not look like one
 */
export function pageKey(url: string, parameters?: ReadonlySet<string>): string | null {
  if (url === '/' || (PLAIN.test(url) && url.length <= LONGEST_PATH)) return url;
  const [path = '/', query] = splitOnce(url);
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  if (/\.[A-Za-z0-9]{1,12}$/.test(trimmed)) return null;
  if (trimmed !== '/' && (trimmed.length > LONGEST_PATH || !PLAIN.test(trimmed))) return NOWHERE;
  return trimmed + knownQuery(query, parameters ?? parametersOf(trimmed));
}

/** The ambito whose data a page shows: by its address, the first segment. */
export function ambitoOf(key: string): string {
  return /^\/([^/?]+)/.exec(key)?.[1] ?? NO_AMBITO;
}

function splitOnce(url: string): [path: string, query: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}

function knownQuery(query: string, parameters: ReadonlySet<string>): string {
  if (query === '' || parameters.size === 0) return '';
  const all = [...new URLSearchParams(query)];
  const known = all.filter(
    ([name, value]) => parameters.has(name) && value !== '' && value.length <= LONGEST_VALUE && (FORME[name]?.test(value) ?? true),
  );
  const text = new URLSearchParams([...new Map(known)].sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return text === '' ? '' : `?${text}`;
}
