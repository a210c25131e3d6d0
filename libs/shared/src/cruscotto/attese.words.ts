import { conta } from '../kernel/italiano.js';
import { instantToRomeWall } from '../kernel/rome-time.js';
import type { NomeAttesa, Tempi, Urgenza } from './attese.js';

const DAY = 86_400_000;
const giorno = (at: Date): number => Date.parse(`${instantToRomeWall(at).slice(0, 10)}T00:00Z`) / DAY;
/** Calendar days in Rome from one instant to another. */
const giorni = (da: Date, a: Date): number => giorno(a) - giorno(da);

/** `da oggi`, `da ieri`, `da 6 giorni` */
export function daQuando(dal: Date, ora: Date): string {
  const n = Math.max(0, giorni(dal, ora));
  return n === 0 ? 'da oggi' : n === 1 ? 'da ieri' : `da ${conta(n, 'giorno', 'giorni')}`;
}

/** `scade oggi`, `scade fra 3 giorni`, `scaduta ieri`, `scaduto da 4 giorni`; of what begins, `comincia domani`. */
export function entroQuando({ genere, entro: verbo = 'scade' }: NomeAttesa, entro: Date, ora: Date): string {
  const n = giorni(ora, entro);
  if (n > 1) return `${verbo} fra ${conta(n, 'giorno', 'giorni')}`;
  if (n === 1) return `${verbo} domani`;
  const passato = verbo === 'scade' ? (genere === 'f' ? 'scaduta' : 'scaduto') : genere === 'f' ? 'cominciata' : 'cominciato';
  if (n === 0) return entro > ora ? `${verbo} oggi` : `${passato} oggi`;
  return n === -1 ? `${passato} ieri` : `${passato} da ${conta(-n, 'giorno', 'giorni')}`;
}

/** When one thing is to be done, or since when it waits; empty where nothing is known. */
export const quandoVoce = (nome: NomeAttesa, { dal, entro }: Tempi, ora: Date): string =>
  entro !== null ? entroQuando(nome, entro, ora) : dal !== null ? daQuando(dal, ora) : '';

/** `57 enti da verificare`, `nessun …` is never asked: a kind of which there is none is not shown. */
export const titoloAttese = ({ una, molte }: NomeAttesa, quante: number): string => conta(quante, una, molte);

/** Of many, the one that presses most: `il più vecchio da 6 giorni`, `la prima scade domani`. Of one, its own words. */
export function quandoAttese(nome: NomeAttesa, quante: number, prima: Tempi, ora: Date): string {
  const quando = quandoVoce(nome, prima, ora);
  if (quando === '' || quante === 1) return quando;
  const quale =
    prima.entro !== null ? (nome.genere === 'f' ? 'la prima' : 'il primo') : nome.genere === 'f' ? 'la più vecchia' : 'il più vecchio';
  return `${quale} ${quando}`;
}

/** Days, from today on, that are near. */
const VICINI = 7;

/** @param pazienza days after which what has no term is late all the same (our own choice, kind by kind); undefined: never */
export function urgenzaDi({ dal, entro }: Tempi, pazienza: number | undefined, ora: Date): Urgenza {
  if (entro !== null) {
    const n = giorni(ora, entro);
    return n <= 0 ? 'subito' : n <= VICINI ? 'presto' : 'in_attesa';
  }
  return dal !== null && pazienza !== undefined && giorni(dal, ora) > pazienza ? 'subito' : 'in_attesa';
}
