import {
  giornoIso,
  INCONTRI,
  instantToRomeWall,
  scomponi,
  type Celle,
  type IncontroInput,
  type SedeIncontro,
  type StatoPresenza,
  type Veste,
} from '@tavoli/shared';
import type { Luoghi } from './luoghi.js';
import type { Esistente } from './tipo.js';

export interface Riga {
  readonly incontroId: string;
  readonly presenzaId: string | null;
  readonly tavolo: string;
  readonly titolo: string;
  readonly inizioAt: Date;
  readonly fineAt: Date;
  readonly sede: SedeIncontro | null;
  readonly linkVideo: string | null;
  readonly ente: string | null;
  readonly presenza: StatoPresenza | null;
  readonly version: number;
  /** It was held before there was the portal, and nobody has written its verbale here. */
  readonly importato: boolean;
}
export interface RigaEsistente extends Esistente {
  readonly incontroId: string;
  readonly importato: boolean;
}
/** What is written of a row: its incontro, and the presenza where there is one. */
export interface Valore {
  readonly incontroId: string | null;
  readonly quando: string;
  readonly tavoloId: string;
  readonly incontro: IncontroInput;
  readonly presenza: { readonly enteId: string; readonly veste: Veste; readonly stato: StatoPresenza } | null;
}

export const TUTTE = `SELECT n.id AS "incontroId", p.id AS "presenzaId", t.nome AS tavolo, n.titolo, n.inizio_at AS "inizioAt", n.fine_at AS "fineAt", n.sede,
    n.link_video AS "linkVideo", e.codice_fiscale AS ente, p.stato AS presenza, n.version,
    n.convocato_at IS NULL AND NOT EXISTS (SELECT 1 FROM verbale v WHERE v.ambito_id = n.ambito_id AND v.incontro_id = n.id) AS importato
  FROM incontro n JOIN tavolo t ON t.ambito_id = n.ambito_id AND t.id = n.tavolo_id
  LEFT JOIN presenza p ON p.ambito_id = n.ambito_id AND p.incontro_id = n.id AND p.tavolo_id = n.tavolo_id
  LEFT JOIN ente e ON e.ambito_id = p.ambito_id AND e.id = p.ente_id
  WHERE n.ambito_id = $1 AND n.stato = 'svolto' AND n.tipo = 'tavolo' ORDER BY n.inizio_at, t.codice, n.id, e.denominazione`;

export const VESTI_DATE = `SELECT tavolo_id AS "tavoloId", ente_id AS "enteId", veste FROM designazione WHERE ambito_id = $1 AND stato = 'accettata'`;

export const quando = ({ tavolo = '', giorno = '', inizio = '' }: Celle): string =>
  tavolo && giorno && inizio ? JSON.stringify([tavolo, giorno, inizio]) : '';
export const chiave = (celle: Celle): string => (quando(celle) === '' ? '' : `${quando(celle)} ${celle['ente'] ?? ''}`);

export function celleDi(riga: Riga): Celle {
  const [da, a] = [instantToRomeWall(riga.inizioAt), instantToRomeWall(riga.fineAt)];
  return scomponi(INCONTRI, { ...riga, giorno: da.slice(0, 10), inizio: da.slice(11, 16), fine: a.slice(11, 16), ente: riga.ente ?? '' });
}

/** `9.30` and `9:30:00` are `09:30`. */
const ora = (cella: string): string =>
  cella.replace(/^(\d{1,2})[.:](\d{2})(?::\d{2})?$/, (_, h: string, m: string) => `${h.padStart(2, '0')}:${m}`);

export function normale(luoghi: Luoghi, celle: Celle): Celle {
  const date = luoghi.normale(celle);
  const giorno = giornoIso(date['giorno'] ?? '');
  return {
    ...date,
    ...(giorno === null ? {} : { giorno: giorno.split('-').toReversed().join('/') }),
    ...(date['inizio'] === undefined ? {} : { inizio: ora(date['inizio']) }),
    ...(date['fine'] === undefined ? {} : { fine: ora(date['fine']) }),
  };
}
