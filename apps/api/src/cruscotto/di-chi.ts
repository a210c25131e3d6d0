import { congiuntoDi, hasPermission, relazioniDi, rolesIn, type Actor, type Dove, type Relazione, type Ruolo } from '@tavoli/shared';
import type { Compito } from './attese/attesa.js';

/** SQL over the row `m`, given the ids at which a role is held. */
type Prova = (ids: string) => string;

const INSIEME = (ids: string): string =>
  `EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = $1 AND nt.incontro_id = m.incontro AND nt.tavolo_id = ANY(${ids}::uuid[]))`;

/** Where a row is of who holds a role there; of an incontro of several tavoli, it is of those who sit at each. */
const QUI: Readonly<Partial<Record<Dove, Prova>>> = {
  tavolo: ids => `m.tavolo = ANY(${ids}::uuid[])`,
  ente: ids => `m.ente = ANY(${ids}::uuid[])`,
  incontro: ids => `m.incontro = ANY(${ids}::uuid[])`,
  seggio: ids => `(m.tavolo = ANY(${ids}::uuid[]) OR ${INSIEME(ids)})`,
};

/** What several tavoli do on the call of one of them: the others hold it as the role that theirs counts as there. */
const CONGIUNTO: Prova = ids => `(m.tavolo IS NOT NULL AND ${INSIEME(ids)})`;

/**
 * The rows `m` that are for `actor` to do, as SQL: the same permission, held at the same places, that the page and the step behind it ask for. Pushes
 * its parameters onto `args`. Null: nowhere, so that the kind is not even asked of the database. What a role gives to everybody, or to whoever has an account, is
 * held at no place: only a kind of the reader alone may ask for that.
 */
export function diChi({ permesso, propria, solo }: Compito, actor: Actor, ambitoId: string, args: unknown[]): string | null {
  if (propria) return hasPermission(rolesIn(actor, { ambitoId }), permesso) ? 'true' : null;
  const qui = relazioniDi(actor)
    .filter(r => r.dove === 'installazione' || r.ambitoId === ambitoId)
    .filter(r => solo === undefined || solo.includes(r.dove));
  if (qui.some(r => (r.dove === 'ambito' || r.dove === 'installazione') && hasPermission([r.ruolo], permesso))) return 'true';
  const puo = (ruolo: Ruolo | null): boolean => ruolo !== null && hasPermission([ruolo], permesso);
  const prove = [...Map.groupBy(qui, r => r.ruolo)].flatMap(([ruolo, relazioni]) => [
    ...(puo(ruolo) ? prova(QUI[relazioni[0]?.dove ?? 'chiunque'], relazioni, args) : []),
    ...(puo(congiuntoDi(ruolo)) ? prova(CONGIUNTO, relazioni, args) : []),
  ]);
  return prove.length === 0 ? null : `(${prove.join(' OR ')})`;
}

function prova(test: Prova | undefined, relazioni: readonly Relazione[], args: unknown[]): string[] {
  const ids = relazioni.flatMap(r => r.oggettoId ?? []);
  return test === undefined || ids.length === 0 ? [] : [test(`$${args.push(ids)}`)];
}
