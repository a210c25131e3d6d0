import {
  type AnticipoVerbaleView,
  type DecisioneInput,
  formatDataOra,
  type ModoDecisione,
  type OrariVerbaleView,
  type Quorum,
  type StatoCorrezione,
  type StatoVerbale,
  type TipoAvvisoPrivacy,
  type VerbaleRigaView,
} from '@tavoli/shared';
import { maiuscola, quando } from '../ui/words/parole';
import type { BadgeTone } from '../ui/stati';

interface Etichetta {
  readonly label: string;
  readonly tone: BadgeTone;
}

export const STATI_VERBALE_IN_PAROLE: Readonly<Record<StatoVerbale, Etichetta>> = {
  bozza: { label: 'In scrittura', tone: 'neutral' },
  in_revisione: { label: 'In revisione', tone: 'warning' },
  approvato: { label: 'Approvato', tone: 'primary' },
  pubblicato: { label: 'Pubblicato', tone: 'success' },
};

export const STATI_CORREZIONE_IN_PAROLE: Readonly<Record<StatoCorrezione, Etichetta>> = {
  proposta: { label: 'Da decidere', tone: 'warning' },
  accolta: { label: 'Accolta', tone: 'success' },
  respinta: { label: 'Respinta', tone: 'danger' },
  rinviata: { label: 'Rinviata al prossimo incontro', tone: 'neutral' },
};

export const MODI: Readonly<Record<ModoDecisione, string>> = {
  unanimita: 'All’unanimità',
  maggioranza: 'A maggioranza',
  presa_atto: 'Presa d’atto',
};

export const AVVISI_PRIVACY: Readonly<Record<TipoAvvisoPrivacy, string>> = {
  codice_fiscale: 'Codice fiscale',
  iban: 'IBAN',
  telefono: 'Numero di telefono',
  email: 'Indirizzo e-mail',
};

/** `Verbale n. 3/2026`, or `Verbale` until it is approved. */
export const nomeVerbale = ({ numero }: Pick<VerbaleRigaView, 'numero'>): string =>
  numero === null ? 'Verbale' : `Verbale n. ${numero.numero}/${numero.anno}`;

/** `A maggioranza: 7 favorevoli, 2 contrari, 1 astenuto` */
export function comeDeciso({ modo, favorevoli, contrari, astenuti }: DecisioneInput): string {
  if (modo !== 'maggioranza') return MODI[modo];
  const voti = [
    conta(favorevoli, 'favorevole', 'favorevoli'),
    conta(contrari, 'contrario', 'contrari'),
    conta(astenuti, 'astenuto', 'astenuti'),
  ].filter(v => v !== '');
  return voti.length === 0 ? MODI[modo] : `${MODI[modo]}: ${voti.join(', ')}`;
}

const conta = (n: number | null, uno: string, tanti: string) => (n === null ? '' : n === 1 ? `1 ${uno}` : `${n} ${tanti}`);

/** `Raggiunto: 4 presenti su 6 posti (ne servivano 4)` */
export function quorumInParole({ presenti, posti, richiesti, raggiunto }: Quorum): string {
  const esito = richiesti === 0 ? 'Non richiesto' : raggiunto ? 'Raggiunto' : 'Non raggiunto';
  const serviva = richiesti === 0 ? '' : richiesti === 1 ? ' (ne serviva 1)' : ` (ne servivano ${richiesti})`;
  return `${esito}: ${conta(presenti, 'presente', 'presenti')} su ${conta(posti, 'posto', 'posti')}${serviva}`;
}

/** When it really was: the planned hour is never told as if it were. */
export const svoltoInParole = (orari: OrariVerbaleView | null): string =>
  orari === null ? 'L’ora effettiva non è stata annotata: quella qui sopra è l’ora prevista.' : maiuscola(quando(orari));

export const anticipoInParole = ({ approvatoAt, revisioneFinoAt, motivo }: AnticipoVerbaleView): string =>
  `Approvato ${formatDataOra(new Date(approvatoAt))}, prima della fine del tempo per proporre correzioni (${formatDataOra(new Date(revisioneFinoAt))}). Motivo: ${motivo}`;
