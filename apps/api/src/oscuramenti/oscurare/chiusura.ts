import type { TipoTesto } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Cosa, Oscurabile } from './oscurabile.js';

/** Everything published that may tell the words of these things because of them, however far; none of these. */
export async function chiusura(
  oscurabili: { di(tipo: TipoTesto): Oscurabile },
  db: EntityManager,
  ambitoId: string,
  cose: readonly Cosa[],
): Promise<Cosa[]> {
  const sue = new Set(cose.map(c => c.id));
  const trovati = new Map<string, Cosa>();
  const daVedere = [...cose];
  for (let c = daVedere.shift(); c !== undefined; c = daVedere.shift()) {
    for (const altro of await oscurabili.di(c.tipo).derivati(db, ambitoId, c.id)) {
      if (sue.has(altro.id) || trovati.has(altro.id)) continue;
      trovati.set(altro.id, altro);
      daVedere.push(altro);
    }
  }
  return [...trovati.values()].sort((a, b) => a.id.localeCompare(b.id));
}
