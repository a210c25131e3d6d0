import { randomUUID } from 'node:crypto';
import {
  DESIGNAZIONI_COL_POSTO,
  DESIGNAZIONI_DA_DECIDERE,
  type RappresentanteInput,
  type RuoloRappresentante,
  type Veste,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../platform/commands/commands.js';
import { fra } from '../platform/database/fra.js';
import { nextNumeriDiRegistro } from '../platform/numeri/numero-di-registro.js';
import { hashSecret, newSecret } from '../platform/tokens/secret.js';
import { leggiTuttePerEmail } from './designazioni.emails.data.js';
import { emailConsenso } from './designazioni.emails.js';

/** A person whom the register of before says that an ente had named: they are asked for their consent as anybody. */
export interface PersonaPerAtto extends RappresentanteInput {
  readonly id: string;
  readonly enteId: string;
  readonly tavoloId: string;
  readonly veste: Veste;
}

interface Posto {
  readonly enteId: string;
  readonly tavoloId: string;
  readonly stato: string;
  readonly veste: Veste | null;
  readonly titolari: number;
  readonly supplenti: number;
}
interface Avviso {
  readonly tavoloId: string;
  readonly titolari: number;
  readonly supplenti: number;
}

const CHE_OCCUPANO = [...DESIGNAZIONI_DA_DECIDERE, ...DESIGNAZIONI_COL_POSTO];

const IN_PIEDI = `SELECT d.ente_id AS "enteId", d.tavolo_id AS "tavoloId", d.stato, d.veste,
    count(r.id) FILTER (WHERE r.ruolo = 'titolare')::int AS titolari, count(r.id) FILTER (WHERE r.ruolo = 'supplente')::int AS supplenti
  FROM designazione d LEFT JOIN rappresentante r ON r.ambito_id = d.ambito_id AND r.designazione_id = d.id
  WHERE d.ambito_id = $1 AND d.stato IN ${fra(CHE_OCCUPANO)} GROUP BY d.id, d.ente_id, d.tavolo_id, d.stato, d.veste`;

/** The avviso that a seat is given by: the last that was published for its tavolo. */
const AVVISI = `SELECT DISTINCT ON (t.tavolo_id) t.tavolo_id AS "tavoloId", v.id, v.posti_titolari AS titolari, v.posti_supplenti AS supplenti
  FROM avviso v JOIN avviso_tavolo t ON t.ambito_id = v.ambito_id AND t.avviso_id = v.id
  WHERE v.ambito_id = $1 AND v.stato = 'pubblicato' ORDER BY t.tavolo_id, v.apre_at DESC, v.id`;

const SENZA_AVVISO =
  'Nessun avviso pubblicato riguarda questo tavolo: ogni posto nasce da un avviso. Pubblicane uno e ripeti la simulazione.';

/** Whether a person can be named by the office, one after the other: seats of the avviso, what is under way, one veste for one ente. */
export async function postoDi(db: EntityManager, ambitoId: string) {
  const avvisi = new Map((await db.query<Avviso[]>(AVVISI, [ambitoId])).map(a => [a.tavoloId, a]));
  const [posti, corsi] = [new Map<string, { veste: Veste | null; titolare: number; supplente: number }>(), new Set<string>()];
  for (const p of await db.query<Posto[]>(IN_PIEDI, [ambitoId])) {
    const dove = `${p.enteId} ${p.tavoloId}`;
    if (p.stato === 'accettata') posti.set(dove, { veste: p.veste, titolare: p.titolari, supplente: p.supplenti });
    else corsi.add(dove);
  }
  return {
    veste: (enteId: string, tavoloId: string): Veste | null => posti.get(`${enteId} ${tavoloId}`)?.veste ?? null,
    /** Takes the place, unless there is none. */
    prendi(enteId: string, tavoloId: string, veste: Veste, ruolo: RuoloRappresentante): { campo: string; messaggio: string } | null {
      const [avviso, dove] = [avvisi.get(tavoloId), `${enteId} ${tavoloId}`];
      if (avviso === undefined) return { campo: 'tavolo', messaggio: SENZA_AVVISO };
      if (corsi.has(dove))
        return {
          campo: 'ente',
          messaggio: 'Questo ente ha già per il tavolo una designazione da decidere, o un posto sospeso: guarda la sua pagina.',
        };
      const posto = posti.get(dove) ?? { veste, titolare: 0, supplente: 0 };
      if (posto.veste !== veste) return { campo: 'veste', messaggio: 'L’ente siede al tavolo in un’altra qualità.' };
      const limite = ruolo === 'titolare' ? avviso.titolari : avviso.supplenti;
      if (posto[ruolo] >= limite)
        return { campo: 'ruolo', messaggio: `L’avviso prevede al massimo ${limite} per ogni ente in questo ruolo.` };
      posti.set(dove, { ...posto, [ruolo]: posto[ruolo] + 1 });
      return null;
    },
  };
}

const NUOVE = `
  INSERT INTO designazione (ambito_id, id, avviso_id, tavolo_id, ente_id, stato, veste, protocollo_anno, protocollo_numero, inviata_at, accettata_at)
  SELECT $1, n.id, (SELECT a.id FROM (${AVVISI}) a WHERE a."tavoloId" = n.tavolo_id), n.tavolo_id, n.ente_id, 'accettata', n.veste, n.anno, n.numero, now(), now()
  FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, tavolo_id uuid, ente_id uuid, veste text, anno int, numero int)`;

const PERSONE = `
  INSERT INTO rappresentante (ambito_id, id, designazione_id, ordine, ruolo, nome, cognome, email, telefono, qualifica)
  SELECT $1, p.id, d.id, 100 + p.ordine, p.ruolo, p.nome, p.cognome, p.email, p.telefono, p.qualifica
  FROM jsonb_to_recordset($2::jsonb) AS p (id uuid, "enteId" uuid, "tavoloId" uuid, ordine int, ruolo text, nome text, cognome text, email text, telefono text, qualifica text)
  JOIN designazione d ON d.ambito_id = $1 AND d.ente_id = p."enteId" AND d.tavolo_id = p."tavoloId" AND d.stato = 'accettata'`;

/**
 * Gives the people their seats by an act of the office: an accepted designazione for each ente and tavolo, those that are there included. Nobody has
 * consented by this. Four statements, however many.
 */
export async function designaPerAtto(tx: Tx, persone: readonly PersonaPerAtto[], caricamentoId: string): Promise<void> {
  const gia = new Set(
    (await tx.db.query<Posto[]>(IN_PIEDI, [tx.ambitoId])).filter(p => p.stato === 'accettata').map(p => `${p.enteId} ${p.tavoloId}`),
  );
  const mancano = new Map(persone.map(p => [`${p.enteId} ${p.tavoloId}`, p] as const).filter(([dove]) => !gia.has(dove)));
  const numeri = await nextNumeriDiRegistro(tx.db, tx.ambitoId, mancano.size);
  const nuove = [...mancano.values()].map((p, i) => ({
    id: randomUUID(),
    tavolo_id: p.tavoloId,
    ente_id: p.enteId,
    veste: p.veste,
    ...numeri[i],
  }));
  await tx.db.query(NUOVE, [tx.ambitoId, JSON.stringify(nuove)]);
  await tx.db.query(PERSONE, [tx.ambitoId, JSON.stringify(persone.map((p, ordine) => ({ ...p, ordine })))]);
  for (const { id } of nuove) tx.registra('designazione.importa', 'designazione', id, { caricamentoId });
}

/** Asks those of the people who have not answered yet. @returns how many */
export async function chiediConsensi(tx: Tx, ids: readonly string[]): Promise<number> {
  const attese = await tx.db.query<{ id: string; designazioneId: string }[]>(
    `SELECT id, designazione_id AS "designazioneId" FROM rappresentante WHERE ambito_id = $1 AND id = ANY($2::uuid[]) AND consenso = 'in_attesa'`,
    [tx.ambitoId, ids],
  );
  const segreti = new Map(attese.map(({ id }) => [id, newSecret()]));
  await tx.db.query(
    `UPDATE rappresentante r SET segreto_hash = decode(s.hash, 'hex') FROM jsonb_to_recordset($2::jsonb) AS s (id uuid, hash text) WHERE r.ambito_id = $1 AND r.id = s.id`,
    [tx.ambitoId, JSON.stringify([...segreti].map(([id, segreto]) => ({ id, hash: hashSecret(segreto).toString('hex') })))],
  );
  const designazioni = await leggiTuttePerEmail(tx.db, tx.ambitoId, [...new Set(attese.map(a => a.designazioneId))]);
  for (const d of designazioni) tx.email(...emailConsenso(d, segreti));
  return attese.length;
}
