import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { slugify, type ComuneItalianoView } from '@tavoli/shared';
import { projectRoot } from '../platform/pdf/project-root.js';
import { remember } from '../platform/remember.js';

/**
 * The comuni of Italy, from `comuni-italiani.txt` beside this file: facts of the list of ISTAT, with their source and date in its first lines. Read once, by
 * whoever first asks; never part of the site.
 */
interface Elenco {
  readonly comuni: readonly (ComuneItalianoView & { readonly cercato: string })[];
  readonly perCodice: ReadonlyMap<string, ComuneItalianoView>;
}

const elenco = remember(leggi);

async function leggi(): Promise<Elenco> {
  const testo = await readFile(join(projectRoot(), 'apps/api/src/ambiti/comuni-italiani.txt'), 'utf8');
  const [province = '', righe = ''] = testo
    .replace(/^#.*\n/gm, '')
    .trim()
    .split('\n\n');
  const dove = new Map(province.split('\n').map(riga => [riga.slice(0, 3), riga.slice(4).split(';')]));
  const comuni = righe.split('\n').map(riga => {
    const [istat = '', belfiore = '', abitanti = '', nome = ''] = riga.split(';');
    const [provincia = '', regione = ''] = dove.get(istat.slice(0, 3)) ?? [];
    return { istat, nome, belfiore, abitanti: Number(abitanti), provincia, regione, cercato: slugify(nome) };
  });
  return { comuni, perCodice: new Map(comuni.map(({ cercato: _, ...comune }) => [comune.istat, comune])) };
}

/** The comune with this code of ISTAT; null: there is none. */
export const trovaComune = async (istat: string): Promise<ComuneItalianoView | null> => (await elenco()).perCodice.get(istat) ?? null;

/** Comuni whose name has these words: those that begin with them first, then by name; at most `limit`. */
export async function cercaComuni(parole: string, regione: string | undefined, limit: number): Promise<ComuneItalianoView[]> {
  const cercate = slugify(parole);
  if (cercate === '' && regione === undefined) return [];
  const trovati = (await elenco()).comuni.filter(c => c.cercato.includes(cercate) && (regione === undefined || c.regione === regione));
  const inizia = (nome: string): number => (nome === cercate ? 0 : nome.startsWith(cercate) ? 1 : 2);
  return trovati
    .sort((a, b) => inizia(a.cercato) - inizia(b.cercato) || a.cercato.localeCompare(b.cercato))
    .slice(0, limit)
    .map(({ cercato: _, ...comune }) => comune);
}
