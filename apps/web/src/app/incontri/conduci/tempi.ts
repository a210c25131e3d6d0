import type { IncontroView } from '@tavoli/shared';
import type { Passaggio } from '../presenze/coda-punti';
import { minutiInParole } from '../../ui/words/parole';

type ConTempi = {
  readonly punti: readonly { readonly id: string; readonly secondi: number | null }[];
} & Pick<IncontroView, 'puntoCorrente' | 'puntoDal'>;

/** For how many seconds each punto has been discussed by now, with the steps that wait on this phone; a punto that nobody counted is not there. */
export function secondiDiscussi(
  { punti, puntoCorrente, puntoDal }: ConTempi,
  passaggi: readonly Passaggio[],
  now: Date,
): ReadonlyMap<string, number> {
  const secondi = new Map(punti.flatMap(p => (p.secondi === null ? [] : [[p.id, p.secondi] as const])));
  let [corrente, dal] = [puntoCorrente, puntoDal];
  const conta = (fino: number) => {
    // The clock of the device may be a little behind the server's.
    if (corrente !== null && dal !== null)
      secondi.set(corrente, (secondi.get(corrente) ?? 0) + Math.max(0, Math.floor((fino - Date.parse(dal)) / 1000)));
  };
  for (const { puntoId, at } of passaggi) {
    conta(Date.parse(at));
    [corrente, dal] = [puntoId, at];
  }
  conta(now.getTime());
  return secondi;
}

const due = (n: number) => String(n).padStart(2, '0');

/** `12:05`, `1:02:00` */
export const cronometro = (secondi: number): string => {
  const [ore, minuti] = [Math.floor(secondi / 3600), Math.floor((secondi % 3600) / 60)];
  return `${ore > 0 ? `${ore}:${due(minuti)}` : String(minuti)}:${due(secondi % 60)}`;
};

/** `3 minuti oltre il previsto`; null within the time, or where none was foreseen. */
export function oltre(secondi: number, previsti: number | null): string | null {
  if (previsti === null || secondi < previsti * 60) return null;
  const minuti = Math.floor(secondi / 60) - previsti;
  return minuti === 0 ? 'tempo finito' : `${minutiInParole(minuti)} oltre il previsto`;
}

/** When it would end, if what is left took the time foreseen for it; null where that is not known, or nothing is left. */
export function finePrevista(
  punti: readonly { readonly id: string; readonly minuti: number | null; readonly stato: string }[],
  discussi: ReadonlyMap<string, number>,
  now: Date,
): Date | null {
  const restano = punti.filter(p => p.stato !== 'concluso');
  if (restano.length === 0 || restano.some(p => p.minuti === null)) return null;
  const secondi = restano.reduce((somma, p) => somma + Math.max(0, (p.minuti ?? 0) * 60 - (discussi.get(p.id) ?? 0)), 0);
  return new Date(now.getTime() + secondi * 1000);
}
