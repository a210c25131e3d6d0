import { slugify, type BloccoGuida, type NomeGuida, type RicercaGuida, type TrattoGuida, type TrovatoGuida } from '@tavoli/shared';
import { remember } from '../platform/remember.js';
import { guida } from './guida.js';

/** A section of a page, with its sentences as they are looked for. */
interface Sezione extends Omit<TrovatoGuida, 'brano'> {
  readonly titoli: string;
  readonly brani: readonly { readonly testo: string; readonly cercato: string }[];
}

const MASSIMO = 20;
const LUNGO = 220;

/** Words without accents, each between dashes: what is looked for begins one of them. */
const daCercare = (testo: string): string => `-${slugify(testo)}`;
const scritto = (tratti: readonly TrattoGuida[]): string => tratti.map(t => t.testo).join('');

/** A word without its last vowel: «bozza» finds «bozze». */
const radice = (parola: string): string => (parola.length > 4 ? parola.replace(/[aeio]$/, '') : parola);

const sezioni = remember(async (): Promise<Sezione[]> => {
  const { pagine } = await guida();
  return [...pagine].flatMap(([pagina, { titolo, blocchi }]) => sezioniDi(pagina, titolo, blocchi));
});

/** The sections in which all the words are: first where the heading has them, then in the order of the guide. */
export async function cercaNellaGuida(q: string): Promise<RicercaGuida> {
  const parole = slugify(q).split('-').filter(Boolean).map(radice);
  const trovati = (await sezioni())
    .map(sezione => ({ sezione, punti: puntiDi(sezione, parole) }))
    .filter(({ punti }) => punti > 0)
    .sort((a, b) => b.punti - a.punti);
  return { items: trovati.slice(0, MASSIMO).map(({ sezione }) => mostra(sezione, parole)), altri: trovati.length > MASSIMO };
}

function puntiDi({ titoli, brani }: Sezione, parole: readonly string[]): number {
  if (parole.length === 0) return 0;
  const ha = (dove: string) => parole.every(parola => dove.includes(`-${parola}`));
  if (ha(titoli)) return 3;
  if (brani.some(b => ha(b.cercato))) return 2;
  return ha([titoli, ...brani.map(b => b.cercato)].join('')) ? 1 : 0;
}

function mostra({ titoli: _, brani, ...sezione }: Sezione, parole: readonly string[]): TrovatoGuida {
  const quante = (cercato: string) => parole.filter(parola => cercato.includes(`-${parola}`)).length;
  const migliore = brani.reduce<Sezione['brani'][number] | undefined>(
    (scelto, b) => (scelto !== undefined && quante(scelto.cercato) >= quante(b.cercato) ? scelto : b),
    undefined,
  );
  const testo = migliore?.testo ?? '';
  return { ...sezione, brano: testo.length > LUNGO ? `${testo.slice(0, testo.lastIndexOf(' ', LUNGO))}…` : testo };
}

function sezioniDi(pagina: NomeGuida, titolo: string, blocchi: readonly BloccoGuida[]): Sezione[] {
  const fatte: (Omit<Sezione, 'brani'> & { brani: { testo: string; cercato: string }[] })[] = [];
  fatte.push({ pagina, titolo, sezione: null, ancora: null, titoli: daCercare(titolo), brani: [] });
  for (const blocco of blocchi) {
    const nome = blocco.tipo === 'titolo' ? scritto(blocco.tratti) : '';
    if (blocco.tipo === 'titolo') fatte.push({ pagina, titolo, sezione: nome, ancora: blocco.ancora, titoli: daCercare(nome), brani: [] });
    else fatte.at(-1)?.brani.push(...braniDi(blocco).map(testo => ({ testo, cercato: daCercare(testo) })));
  }
  return fatte;
}

function braniDi(blocco: BloccoGuida): string[] {
  if (blocco.tipo === 'paragrafo') return [scritto(blocco.tratti)];
  if (blocco.tipo === 'elenco') return blocco.voci.map(v => [v.tratti, ...v.sotto].map(scritto).join(' '));
  if (blocco.tipo === 'tabella') return blocco.righe.map(celle => celle.map(scritto).join(': '));
  return [];
}
