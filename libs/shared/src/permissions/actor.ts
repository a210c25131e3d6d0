import { dichiarazioneDi, ruoliTenuti, type Dove, type Ruolo, type RuoloIncarico } from './ruoli.js';

/** Who is asking, with every relation they hold at this moment. Built by the API from the session; the web receives its own. */
export interface Actor {
  /** Account id; null for the public. */
  readonly id: string | null;
  readonly nome: string;
  readonly amministratore: boolean;
  /** The roles that the office gave them. What a row says counts only as its role is declared (`relazioniDi`). */
  readonly incarichi: readonly {
    readonly ruolo: RuoloIncarico;
    readonly ambitoId: string;
    readonly tavoloId: string | null;
    readonly incontroId?: string | null;
  }[];
  readonly enti: readonly { readonly ambitoId: string; readonly enteId: string }[];
  /** The tavoli where they sit. */
  readonly tavoli: readonly { readonly ambitoId: string; readonly tavoloId: string }[];
}

export const PUBBLICO: Actor = { id: null, nome: 'Pubblico', amministratore: false, incarichi: [], enti: [], tavoli: [] };

/** Where something stands. A role counts only if the place names the ambito, tavolo, ente or incontro the role is held in. */
export interface Place {
  readonly ambitoId: string | null;
  readonly tavoloId?: string | null;
  readonly enteId?: string | null;
  /** The incontro that it is, or that it is about. */
  readonly incontroId?: string | null;
  /** All the tavoli that something common to several belongs to, `tavoloId`, which called it, included. Where `tavoloId` is null it belongs to no referente. */
  readonly tavoli?: readonly string[];
  /** Whoever asks holds the mailed secret that opens it. */
  readonly holder?: boolean;
}

/** A role held, and where: `oggettoId` is the tavolo, the ente or the incontro; null where it is held over a whole ambito or everywhere. */
export interface Relazione {
  readonly ruolo: Ruolo;
  readonly dove: Dove;
  readonly ambitoId: string | null;
  readonly oggettoId: string | null;
}

/** Every role that `actor` holds anywhere, as declared; what is not declared, or not held where its declaration says, is not there. */
export function relazioniDi(actor: Actor): Relazione[] {
  if (actor.id === null) return [];
  const righe: RigaDiRelazione[] = [
    ...(actor.amministratore ? [{ ruolo: 'amministratore', ambitoId: null }] : []),
    ...actor.incarichi.map(i => ({ ...i, incarico: true })),
    ...actor.enti.map(e => ({ ruolo: 'operatore', ...e })),
    ...actor.tavoli.map(t => ({ ruolo: 'rappresentante', ...t })),
  ];
  return righe.flatMap(riga => relazione(riga) ?? []);
}

type Campo = 'tavoloId' | 'enteId' | 'incontroId';
const CAMPI: readonly Campo[] = ['tavoloId', 'enteId', 'incontroId'];
type RigaDiRelazione = { readonly ruolo: string; readonly ambitoId: string | null; readonly incarico?: boolean } & {
  readonly [C in Campo]?: string | null;
};

/** What a role held there names, and all that it may name. */
const NOMINA: Readonly<Record<Dove, Campo | null>> = {
  chiunque: null,
  account: null,
  segreto: null,
  installazione: null,
  ambito: null,
  tavolo: 'tavoloId',
  tavoli: 'tavoloId',
  ente: 'enteId',
  incontro: 'incontroId',
  seggio: 'tavoloId',
};

function relazione(riga: RigaDiRelazione): Relazione | null {
  const dichiarata = dichiarazioneDi(riga.ruolo);
  if (dichiarata === undefined || (riga.incarico === true) !== (dichiarata.incarico !== undefined)) return null;
  const campo = NOMINA[dichiarata.dove];
  if (CAMPI.some(c => ((riga[c] ?? null) !== null) !== (c === campo))) return null;
  return {
    ruolo: riga.ruolo as Ruolo,
    dove: dichiarata.dove,
    ambitoId: riga.ambitoId,
    oggettoId: campo === null ? null : (riga[campo] ?? null),
  };
}

/** Whether what is held at `oggettoId` of the ambito of `place` is held at `place` itself. What is held by no relation is never found so. */
const QUI: Readonly<Record<Dove, (place: Place, oggettoId: string | null) => boolean>> = {
  chiunque: () => false,
  account: () => false,
  segreto: () => false,
  tavoli: () => false,
  installazione: () => true,
  ambito: () => true,
  tavolo: (place, id) => id !== null && place.tavoloId === id,
  ente: (place, id) => id !== null && place.enteId === id,
  incontro: (place, id) => id !== null && place.incontroId === id,
  seggio: (place, id) => id !== null && tavoliDi(place).includes(id),
};

const tavoliDi = ({ tavoloId, tavoli }: Place): readonly string[] => tavoli ?? (tavoloId ? [tavoloId] : []);

/** The roles `actor` holds at `place`. */
export function rolesIn(actor: Actor, place: Place): Ruolo[] {
  const roles = new Set<Ruolo>(['pubblico']);
  if (place.holder) for (const ruolo of ruoliTenuti('segreto')) roles.add(ruolo);
  if (actor.id === null) return [...roles];
  roles.add('cittadino');
  for (const { ruolo, dove, ambitoId, oggettoId } of relazioniDi(actor)) {
    if (dove !== 'installazione' && (ambitoId === null || ambitoId !== place.ambitoId)) continue;
    if (QUI[dove](place, oggettoId)) roles.add(ruolo);
    else if (dove === 'tavolo') for (const congiunto of congiuntoQui(ruolo, place, oggettoId)) roles.add(congiunto);
  }
  return [...roles];
}

/** What a role of one tavolo counts as in what it does together with the tavolo that called it. */
function congiuntoQui(ruolo: Ruolo, place: Place, tavoloId: string | null): Ruolo[] {
  const congiunto = congiuntoDi(ruolo);
  return congiunto !== null && place.tavoloId && tavoloId !== null && tavoliDi(place).includes(tavoloId) ? [congiunto] : [];
}

/** What it counts as where several tavoli meet on the call of another; null: nothing. */
export function congiuntoDi(ruolo: Ruolo): Ruolo | null {
  const congiunto = dichiarazioneDi(ruolo)?.congiunto;
  return congiunto !== undefined && dichiarazioneDi(congiunto)?.dove === 'tavoli' ? (congiunto as Ruolo) : null;
}
