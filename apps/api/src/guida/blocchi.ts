import type { BloccoGuida, NomeGuida } from '@tavoli/shared';
import { trattiDi } from './tratti.js';

/** How large a picture is drawn, by its file. */
export type Misura = (file: string) => { readonly larghezza: number; readonly altezza: number };

type Voce = { righe: string[]; sotto: string[][] };

const VOCE = /^(\d+)\. |^- /;
const SOTTO = /^ {2,3}- /;
const TITOLO = /^(##|###) (.+)$/;
const FIGURA = /^!\[([^[\]]+)\]\(immagini\/([a-z0-9-]+\.png)\)$/;
/** The way back to the index, which the site draws by itself. */
const RITORNO = /^\[[^[\]]+\]\(README\.md\)$/;

/** As GitHub makes the anchor of a heading: the links of the guide are those of its files. */
export const ancoraDi = (titolo: string): string =>
  titolo
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/ /g, '-');

/**
 * The small part of Markdown that the guide is written in: headings of two levels, paragraphs, lists with at most one below, tables, pictures.
 * @throws Error on anything else, so that no page can show what we do not draw
 */
export function blocchiDi(testo: string, dove: NomeGuida | null, misura: Misura): BloccoGuida[] {
  const leggi = new Lettura(testo.split('\n'));
  const blocchi: BloccoGuida[] = [];
  for (let riga = leggi.qui(); riga !== undefined; riga = leggi.qui()) {
    const blocco = riga.trim() === '' || RITORNO.test(riga) ? leggi.salta() : bloccoA(riga, leggi, dove, misura);
    if (blocco !== null) blocchi.push(blocco);
  }
  return blocchi;
}

function bloccoA(riga: string, leggi: Lettura, dove: NomeGuida | null, misura: Misura): BloccoGuida {
  const [, segno, titolo] = TITOLO.exec(riga) ?? [];
  if (titolo !== undefined) {
    leggi.salta();
    return { tipo: 'titolo', livello: segno === '##' ? 2 : 3, ancora: ancoraDi(titolo), tratti: trattiDi(titolo, dove) };
  }
  const [, descrizione, file] = FIGURA.exec(riga) ?? [];
  if (descrizione !== undefined && file !== undefined) {
    leggi.salta();
    return { tipo: 'figura', file, descrizione, ...misura(file) };
  }
  if (riga.startsWith('|'))
    return tabella(
      leggi.finche(r => r.startsWith('|')),
      dove,
    );
  if (VOCE.test(riga))
    return elenco(
      leggi.finche(r => VOCE.test(r) || r.startsWith('  ')),
      dove,
    );
  if (/^[\s#>!+~]|^---/.test(riga)) throw new Error(`Markup that the guide does not use: «${riga}».`);
  const righe = leggi.finche(r => r !== '' && !VOCE.test(r) && !/^[#|!]/.test(r));
  return { tipo: 'paragrafo', tratti: trattiDi(righe.join(' '), dove) };
}

function elenco(righe: readonly string[], dove: NomeGuida | null): BloccoGuida {
  const voci: Voce[] = [];
  const ordinato = /^\d/.test(righe[0] ?? '');
  for (const riga of righe) {
    const numero = VOCE.exec(riga)?.[1];
    const ultima = voci.at(-1);
    const aperta = ultima?.sotto.at(-1) ?? ultima?.righe;
    if (VOCE.test(riga)) {
      if (ordinato ? numero !== String(voci.length + 1) : numero !== undefined) throw new Error(`A list out of order: «${riga}».`);
      voci.push({ righe: [riga.replace(VOCE, '')], sotto: [] });
    } else if (SOTTO.test(riga)) ultima?.sotto.push([riga.replace(SOTTO, '')]);
    else aperta?.push(riga.trim());
  }
  const parole = (insieme: readonly string[]) => trattiDi(insieme.join(' '), dove);
  return { tipo: 'elenco', ordinato, voci: voci.map(v => ({ tratti: parole(v.righe), sotto: v.sotto.map(parole) })) };
}

function tabella(righe: readonly string[], dove: NomeGuida | null): BloccoGuida {
  const celle = (riga: string) =>
    riga
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(cella => trattiDi(cella.trim(), dove));
  const [prima = '', linea = '', ...altre] = righe.map(r => r.trim());
  const intestazione = celle(prima);
  const corpo = altre.map(celle);
  if (!/^(?:\|-{3,})+\|$/.test(linea) || corpo.some(r => r.length !== intestazione.length))
    throw new Error(`A table that is not one: «${prima}».`);
  return { tipo: 'tabella', intestazione, righe: corpo };
}

/** Lines, and how far they have been read. */
class Lettura {
  private at = 0;
  constructor(private readonly righe: readonly string[]) {}

  qui(): string | undefined {
    return this.righe[this.at];
  }

  salta(): null {
    this.at += 1;
    return null;
  }

  finche(vale: (riga: string) => boolean): string[] {
    const inizio = this.at;
    while (this.at < this.righe.length && vale(this.righe[this.at] ?? '')) this.at += 1;
    return this.righe.slice(inizio, this.at);
  }
}
