import {
  componi,
  giornoIso,
  IncontroInput,
  INCONTRI,
  romeWallToInstant,
  scomponi,
  STATI_PRESENZA,
  vesteNaturale,
  type Celle,
  type StatoPresenza,
  type Veste,
} from '@tavoli/shared';
import { chiave, quando, type RigaEsistente, type Valore } from './incontri.righe.js';
import type { Luoghi } from './luoghi.js';
import { giudicaCon, type ErroreCampo, type Giudizio } from './tipo.js';

export interface Contesto {
  readonly luoghi: Luoghi;
  readonly vesti: ReadonlyMap<string, Veste>;
  readonly esistenti: ReadonlyMap<string, RigaEsistente>;
  /** What rows of this file have said of an incontro so far. */
  readonly detti: Map<string, string>;
}

/** A row beside what there is: an incontro of the portal is never changed by a file. */
export function giudica(celle: Celle, esistente: RigaEsistente | null, contesto: Contesto): Giudizio {
  const nodo = componi(INCONTRI, celle);
  const prima = contesto.esistenti.get(chiave({ ...celle, ente: '' })) ?? null;
  const errori = [
    ...contesto.luoghi.errori(celle, false),
    ...erroriPresenza(celle, nodo['presenza']),
    ...erroriIncontro(celle, prima, contesto.detti),
  ];
  const giudizio = giudicaCon(INCONTRI, IncontroInput, incontroDi(nodo, celle, errori), errori, () => ({ ...celle }));
  if ('errori' in giudizio) return { errori: giudizio.errori.map(dove) };
  const tavoloId = contesto.luoghi.tavolo(celle['tavolo'])?.id ?? '';
  const valore: Valore = {
    incontroId: esistente?.incontroId ?? prima?.incontroId ?? null,
    quando: quando(celle),
    tavoloId,
    incontro: giudizio.valore as IncontroInput,
    presenza: presenzaDi(celle, tavoloId, nodo['presenza'] as StatoPresenza, contesto),
  };
  return { valore, celle: { ...celle, presenza: scomponi(INCONTRI, { presenza: nodo['presenza'] })['presenza'] ?? '' } };
}

/** What the form of an incontro would send; what is wrong with day and hours is added to `errori`. */
function incontroDi(nodo: Readonly<Record<string, unknown>>, celle: Celle, errori: ErroreCampo[]): object {
  const inizio = istante(nodo['giorno'], celle['inizio'], 'inizio', errori);
  const fine = istante(nodo['giorno'], celle['fine'], 'fine', errori);
  if (inizio !== null && inizio > new Date()) errori.push({ campo: 'giorno', messaggio: 'Si importano solo gli incontri già svolti.' });
  return {
    titolo: nodo['titolo'],
    inizioAt: inizio?.toISOString(),
    fineAt: fine?.toISOString(),
    sede: nodo['sede'] === null ? null : { ...(nodo['sede'] as object), accessibile: null },
    linkVideo: nodo['linkVideo'],
    punti: [],
    altriTavoli: [],
    membri: [],
    ospiti: [],
    secondaConvocazione: false,
  };
}

function presenzaDi(celle: Celle, tavoloId: string, stato: StatoPresenza, { luoghi, vesti }: Contesto): Valore['presenza'] {
  const ente = luoghi.ente(celle['ente']);
  return ente === null ? null : { enteId: ente.id, veste: vesti.get(`${tavoloId} ${ente.id}`) ?? vesteNaturale(ente.natura), stato };
}

/** What the form asks of the whole stands, in the file, beside the sede; its instants stand beside the hours. */
const dove = (errore: ErroreCampo): ErroreCampo => ({ ...errore, campo: errore.campo ?? 'sede.nome' });

function istante(giorno: unknown, cella: string | undefined, campo: string, errori: ErroreCampo[]): Date | null {
  if (giornoIso(String(giorno)) === null) {
    errori.push({ campo: 'giorno', messaggio: 'Scrivi il giorno, per esempio 05/03/2024.' });
    return null;
  }
  const letto = romeWallToInstant(`${String(giorno)}T${cella ?? ''}`);
  if (letto.ok) return letto.instant;
  errori.push({ campo, messaggio: 'Scrivi l’ora, per esempio 15:30.' });
  return null;
}

function erroriPresenza(celle: Celle, presenza: unknown): ErroreCampo[] {
  const [ente, detta] = [(celle['ente'] ?? '') !== '', (celle['presenza'] ?? '') !== ''];
  if (ente && !STATI_PRESENZA.includes(presenza as StatoPresenza))
    return [{ campo: 'presenza', messaggio: 'Scrivi se l’ente c’era: Titolare, Supplente, Giustificato o Assente.' }];
  return !ente && detta ? [{ campo: 'ente', messaggio: 'Indica di quale ente è la presenza.' }] : [];
}

const DELL_INCONTRO = ['titolo', 'fine', 'sede.nome', 'sede.indirizzo', 'linkVideo'] as const;

function erroriIncontro(celle: Celle, prima: RigaEsistente | null, detti: Map<string, string>): ErroreCampo[] {
  const diverso = prima === null ? undefined : DELL_INCONTRO.find(campo => (celle[campo] ?? '') !== (prima.celle[campo] ?? ''));
  if (diverso !== undefined)
    return [{ campo: diverso, messaggio: 'Questo incontro c’è già, con un dato diverso: si cambia dalla sua pagina.' }];
  if (prima !== null && !prima.importato && (celle['ente'] ?? '') !== '')
    return [{ campo: 'ente', messaggio: 'Questo incontro è stato tenuto nel portale: le sue presenze si cambiano dalla sua pagina.' }];
  const detto = JSON.stringify(DELL_INCONTRO.map(campo => celle[campo] ?? ''));
  const gia = detti.get(quando(celle)) ?? detto;
  detti.set(quando(celle), gia);
  return gia === detto
    ? []
    : [{ campo: 'titolo', messaggio: 'Un’altra riga di questo file dice dello stesso incontro un titolo, un’ora o una sede diversi.' }];
}
