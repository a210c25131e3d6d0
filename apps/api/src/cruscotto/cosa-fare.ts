import { conta, type CruscottoTavoloView, type Permission } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { argomenti, DA_FARE, leggiAttese, type Gruppo } from './attese.queries.js';

/** Of each kind and tavolo: a longer list is opened where it stands. */
const MOSTRATE = 5;

/** A sentence for each thing, or one for all of them where they have a list of the tavolo. */
function voci({ attesa: { compito, testo, percorso }, quante, righe }: Gruppo): CruscottoTavoloView['daFare'] {
  const tavolo = righe[0]?.tavolo ?? null;
  if (compito.aNumero !== undefined && tavolo !== null)
    return [{ testo: `${conta(quante, compito.nome.una, compito.nome.molte)}.`, percorso: compito.aNumero(tavolo) }];
  return righe.map(riga => ({ testo: testo(riga), percorso: percorso(riga) }));
}

/**
 * What is to be done at each tavolo (or at one), in the order of the attese, by who may do it: what a seat or an ente does is theirs. One query.
 * @param puo the permissions of the reader
 */
export async function cosaFare(
  db: EntityManager,
  ambitoId: string,
  tavoloId: string | null,
  puo: (permesso: Permission) => boolean,
): Promise<Map<string, CruscottoTavoloView['daFare']>> {
  const domanda = { ambitoId, accountId: null, limite: MOSTRATE, perTavolo: true } as const;
  const args = argomenti(domanda);
  const qui = `m.tavolo IS NOT NULL AND ($${args.push(tavoloId)}::uuid IS NULL OR m.tavolo = $${args.length})`;
  const cercate = DA_FARE.filter(({ compito }) => !compito.propria && compito.solo === undefined && puo(compito.permesso));
  const gruppi = await leggiAttese(
    db,
    domanda,
    cercate.map(attesa => ({ attesa, dove: qui })),
    args,
  );
  const perTavolo = Map.groupBy(gruppi, g => g.tavoloId ?? '');
  return new Map([...perTavolo].map(([id, suoi]) => [id, suoi.flatMap(voci)]));
}
