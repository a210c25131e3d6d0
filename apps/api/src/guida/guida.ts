import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PAGINE_GUIDA, type BloccoGuida, type NomeGuida, type PaginaGuida } from '@tavoli/shared';
import { projectRoot } from '../platform/pdf/project-root.js';
import { remember } from '../platform/remember.js';
import { blocchiDi, type Misura } from './blocchi.js';

/** The guide as the site shows it: its pages, and its index. */
export interface Guida {
  readonly indice: PaginaGuida;
  readonly pagine: ReadonlyMap<NomeGuida, PaginaGuida>;
}

const CARTELLA = join(projectRoot(), 'docs/guida');
const FIGURE = /\]\(immagini\/([a-z0-9-]+\.png)\)/g;

/** Read once, by whoever first asks, from the files that are read on paper too: the guide is written in one place. */
export const guida = remember(leggi);

async function leggi(): Promise<Guida> {
  const pagine = await Promise.all(PAGINE_GUIDA.map(async nome => [nome, await paginaDi(nome)] as const));
  return { indice: await paginaDi(null), pagine: new Map(pagine) };
}

/** @throws Error naming the file that has what the site does not draw */
async function paginaDi(nome: NomeGuida | null): Promise<PaginaGuida> {
  const file = `${nome ?? 'README'}.md`;
  const testo = await readFile(join(CARTELLA, file), 'utf8');
  const [, titolo, resto] = /^# (.+)\n([^]*)$/.exec(testo) ?? [];
  if (titolo === undefined || resto === undefined) throw new Error(`${file} does not begin with its title.`);
  const misure = await misureDi([...testo.matchAll(FIGURE)].map(([, figura = '']) => figura));
  try {
    const blocchi = blocchiDi(resto, nome, misure);
    demandUnique(blocchi);
    return { titolo, blocchi };
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

function demandUnique(blocchi: readonly BloccoGuida[]): void {
  const ancore = blocchi.flatMap(b => (b.tipo === 'titolo' ? [b.ancora] : []));
  const doppia = ancore.find((ancora, i) => ancore.indexOf(ancora) !== i);
  if (doppia !== undefined) throw new Error(`Two headings are «${doppia}».`);
}

/** A PNG says its size in bytes 16 to 24: the page keeps the place of a picture before it comes. */
async function misureDi(figure: readonly string[]): Promise<Misura> {
  const lette = await Promise.all(
    figure.map(async file => {
      const bytes = await readFile(join(CARTELLA, 'immagini', file));
      return [file, { larghezza: bytes.readUInt32BE(16), altezza: bytes.readUInt32BE(20) }] as const;
    }),
  );
  const misure = new Map(lette);
  return file => misure.get(file) ?? { larghezza: 0, altezza: 0 };
}
