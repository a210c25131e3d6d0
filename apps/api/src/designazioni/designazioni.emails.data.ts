import {
  conDataOra,
  numeroSuAnno,
  protocolliInParole,
  type StatoConsenso,
  type RuoloRappresentante,
  type Veste,
  type ProtocolloDetto,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { protocolliIn } from '../protocolli/protocolli.sql.js';
import { chiAlTavolo, chiPerLEnte } from '../incarichi/chi.sql.js';

/** All that the mails about one designazione may say, read once in the transaction of the act. */
export interface DesignazionePerEmail {
  readonly id: string;
  readonly version: number;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly ambito: string;
  readonly tavoloId: string;
  readonly tavoloSlug: string;
  readonly tavolo: string;
  readonly ente: string;
  readonly veste: Veste | null;
  /** Accepted, and sat in by nobody until an elenco degli ammessi names it. */
  readonly attendeElenco: boolean;
  readonly numeroDiRegistro: string;
  /** `Prot. n. 0012345 del 23/11/2026`; empty while no office gave a number. */
  readonly protocollo: string;
  /** When it came in: `lunedì 23 novembre 2026, ore 10:15`. */
  readonly ricevuta: string;
  readonly persone: readonly {
    id: string;
    ruolo: RuoloRappresentante;
    nome: string;
    cognome: string;
    email: string;
    consenso: StatoConsenso;
    /** They have sat at the tavolo for this ente, now or once. */
    seduta: boolean;
  }[];
  /** Who acts for the ente: its own address first, then its operatori. */
  readonly perEnte: readonly { name: string; address: string }[];
  readonly perReferenti: readonly { name: string; address: string }[];
}

const sql = (): string => `
  SELECT d.id, d.version, a.id AS "ambitoId", a.slug AS "ambitoSlug", a.nome AS ambito, t.id AS "tavoloId", t.slug AS "tavoloSlug", t.nome AS tavolo,
    e.denominazione AS ente, d.veste, d.attende_elenco AS "attendeElenco", d.protocollo_anno AS anno, d.protocollo_numero AS numero,
    ${protocolliIn('designazione', 'd.ambito_id', 'd.id')} AS "protocolliNoti", d.inviata_at AS "inviataAt",
    (SELECT jsonb_agg(jsonb_build_object('id', r.id, 'ruolo', r.ruolo, 'nome', r.nome, 'cognome', r.cognome, 'email', r.email, 'consenso', r.consenso, 'seduta', EXISTS (SELECT 1 FROM mandato m
         WHERE m.ambito_id = r.ambito_id AND m.rappresentante_id IN (r.id, r.continua_id))) ORDER BY r.ordine)
       FROM rappresentante r WHERE r.ambito_id = d.ambito_id AND r.designazione_id = d.id) AS persone,
    ${chiPerLEnte('d.ambito_id', 'd.ente_id')} AS operatori, ${chiAlTavolo('designazione.accetta', 'd.ambito_id', 'd.tavolo_id')} AS "perReferenti",
    e.email AS "enteEmail"
  FROM designazione d
  JOIN ambito a ON a.id = d.ambito_id
  JOIN tavolo t ON t.ambito_id = d.ambito_id AND t.id = d.tavolo_id
  JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
  WHERE d.ambito_id = $1 AND d.id = ANY($2::uuid[]) ORDER BY d.id`;

type Row = Omit<DesignazionePerEmail, 'perEnte' | 'numeroDiRegistro' | 'protocollo' | 'ricevuta'> & {
  anno: number;
  numero: number;
  protocolliNoti: ProtocolloDetto[];
  inviataAt: Date;
  operatori: { name: string; address: string }[];
  enteEmail: string;
};

export async function leggiPerEmail(db: EntityManager, ambitoId: string, id: string): Promise<DesignazionePerEmail> {
  const [una] = await leggiTuttePerEmail(db, ambitoId, [id]);
  if (!una) throw new Error('The designazione of this mail is gone.');
  return una;
}

/** The same of many, in one statement. */
export async function leggiTuttePerEmail(db: EntityManager, ambitoId: string, ids: readonly string[]): Promise<DesignazionePerEmail[]> {
  const rows = await db.query<Row[]>(sql(), [ambitoId, ids]);
  return rows.map(({ operatori, enteEmail, anno, numero, protocolliNoti, inviataAt, ...rest }) => ({
    ...rest,
    perEnte: [{ name: rest.ente, address: enteEmail }, ...operatori.filter(o => o.address !== enteEmail)],
    numeroDiRegistro: numeroSuAnno({ anno, numero }),
    protocollo: protocolliInParole(protocolliNoti),
    ricevuta: conDataOra('il', inviataAt),
  }));
}
