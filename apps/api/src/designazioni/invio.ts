import {
  ammissione,
  DESIGNAZIONI_EREDITATE,
  problemaPosti,
  conRisposta,
  type DichiarazioneAvviso,
  type DichiarazioneResa,
  vesteDi,
  oltreIlLimite,
  type NaturaGiuridica,
  type Posti,
  type ProblemaPosti,
  type RuoloRappresentante,
  type Veste,
  type VincoloTavoli,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { fra } from '../platform/database/fra.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import type { Tx } from '../platform/commands/commands.js';
import type { Columns } from '../platform/procedura/hold.js';
import { nextNumeroDiRegistro } from '../platform/numeri/numero-di-registro.js';
import { ALTRI_TAVOLI } from './designazioni.sql.js';
import { newSecret, hashSecret } from '../platform/tokens/secret.js';

interface DaInviare {
  readonly statoEnte: string;
  readonly natura: NaturaGiuridica;
  /** Of the avviso; null where the seat was offered without one. */
  readonly stato: 'bozza' | 'pubblicato' | 'annullato' | null;
  readonly apreAt: Date;
  readonly chiudeAt: Date;
  readonly ammetteTardive: boolean;
  readonly natureAmmesse: NaturaGiuridica[];
  readonly natureIstituzionali: NaturaGiuridica[];
  readonly natureOsservatrici: NaturaGiuridica[];
  readonly dichiarazioni: DichiarazioneAvviso[];
  readonly titolari: number;
  readonly supplenti: number;
  readonly vesteSostituita: Veste | null;
  readonly tavoliVincolo: VincoloTavoli | null;
  readonly tavoliMassimi: number;
  readonly altri: number;
  readonly persone: { ruolo: RuoloRappresentante }[];
  readonly now: Date;
}

const DA_INVIARE = `
  SELECT e.stato AS "statoEnte", e.natura_giuridica AS natura, v.stato, v.apre_at AS "apreAt", v.chiude_at AS "chiudeAt",
    v.ammette_tardive AS "ammetteTardive", v.nature_ammesse AS "natureAmmesse", v.nature_istituzionali AS "natureIstituzionali", v.nature_osservatrici AS "natureOsservatrici", coalesce(v.dichiarazioni, '[]') AS dichiarazioni, coalesce(v.posti_titolari, o.titolari) AS titolari, coalesce(v.posti_supplenti, o.supplenti) AS supplenti,
    v.tavoli_vincolo AS "tavoliVincolo", v.tavoli_massimi AS "tavoliMassimi", ${ALTRI_TAVOLI} AS altri, s.veste AS "vesteSostituita", clock_timestamp() AS now,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ruolo', r.ruolo)), '[]') FROM rappresentante r WHERE r.ambito_id = d.ambito_id AND r.designazione_id = d.id) AS persone
  FROM designazione d
  JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
  LEFT JOIN avviso v ON v.ambito_id = d.ambito_id AND v.id = d.avviso_id
  LEFT JOIN posto_diretto o ON o.ambito_id = d.ambito_id AND o.id = d.posto_id
  LEFT JOIN designazione s ON s.ambito_id = d.ambito_id AND s.id = d.sostituisce_id AND s.stato IN ${fra(DESIGNAZIONI_EREDITATE)}
  WHERE d.ambito_id = $1 AND d.id = $2 FOR SHARE OF e`;

/** The avviso stays as it is until the answer is in. */
const AVVISO =
  'SELECT 1 FROM avviso WHERE ambito_id = $1 AND id = (SELECT avviso_id FROM designazione WHERE ambito_id = $1 AND id = $2) FOR SHARE';

/** Two answers of one ente wait for each other: neither misses the other where the avviso limits them. */
const ENTE =
  'SELECT 1 FROM ente WHERE ambito_id = $1 AND id = (SELECT ente_id FROM designazione WHERE ambito_id = $1 AND id = $2) FOR NO KEY UPDATE';

const POSTI: Record<ProblemaPosti, string> = {
  titolare_mancante: 'Indica almeno un titolare.',
  troppi_titolari: 'Hai indicato più titolari dei posti previsti dall’avviso.',
  troppi_supplenti: 'Hai indicato più supplenti dei posti previsti dall’avviso.',
};

/**
 * What sending sets: capacity, protocol number, instant. The clock is the database's, the closing instant is already closed.
 * A replacement keeps the capacity of the seat it replaces, whatever the window says; where the office has ended that seat it is a new answer.
 * @throws ProblemError `ente.non_verificato`, `avviso.*`, `designazione.posti`, `designazione.troppi_tavoli`, `designazione.dichiarazioni`
 */
export async function preparaInvio(tx: Tx, id: string, rese: readonly number[]): Promise<Columns> {
  await tx.db.query(AVVISO, [tx.ambitoId, id]);
  await tx.db.query(ENTE, [tx.ambitoId, id]);
  const [row] = await tx.db.query<DaInviare[]>(DA_INVIARE, [tx.ambitoId, id]);
  if (!row) throw new ProblemError('risorsa.non_trovata');
  if (row.statoEnte !== 'verificato') throw new ProblemError('ente.non_verificato');
  demandPosti(row.persone, row);
  const veste = row.vesteSostituita ?? vesteAmmessa(row);
  demandTavoli(row);
  const dichiarazioni = dichiarate(row.dichiarazioni, rese);
  const { anno, numero } = await nextNumeroDiRegistro(tx.db, tx.ambitoId);
  return {
    dichiarazioni: dichiarazioni === null ? null : JSON.stringify(dichiarazioni),
    veste,
    protocollo_anno: anno,
    protocollo_numero: numero,
    inviata_at: row.now,
  };
}

/** @throws ProblemError `designazione.posti` unless these people fit the seats */
export function demandPosti(persone: readonly { readonly ruolo: RuoloRappresentante }[], posti: Posti): void {
  const problema = problemaPosti(persone, posti);
  if (problema !== null) throw fieldProblem('designazione.posti', '/rappresentanti', POSTI[problema]);
}

/** What replaces another is at the same tavolo, and one more of nothing. @throws ProblemError `designazione.troppi_tavoli` */
function demandTavoli({ vesteSostituita, tavoliVincolo, tavoliMassimi, altri }: DaInviare): void {
  if (tavoliVincolo !== 'vincolante' || vesteSostituita !== null) return;
  const troppi = oltreIlLimite({ tavoliVincolo, tavoliMassimi }, altri, 1);
  if (troppi !== null) throw fieldProblem('designazione.troppi_tavoli', '/tavoli', troppi);
}

/** The declarations of the avviso as they are made; null where it asks none. @throws ProblemError `designazione.dichiarazioni` */
function dichiarate(dichiarazioni: readonly DichiarazioneAvviso[], rese: readonly number[]): DichiarazioneResa[] | null {
  const tutte = conRisposta(dichiarazioni, rese);
  const manca = tutte.find(d => d.obbligatoria && !d.resa);
  if (manca !== undefined)
    throw fieldProblem('designazione.dichiarazioni', '/dichiarazioni', `Manca questa dichiarazione: «${manca.testo}»`);
  return tutte.length === 0 ? null : tutte;
}

function vesteAmmessa(row: DaInviare): Veste {
  // A seat that was offered without an avviso is sent again only in place of the one that it gave.
  if (row.stato === null) throw new ProblemError('designazione.stato');
  const esito = ammissione({ ...row, stato: row.stato }, row.natura, row.now);
  if (esito === 'in_termini') return vesteDi(row.natura, row);
  if (esito === 'consultivo') return 'consultivo';
  throw new ProblemError(esito);
}

/** Gives every person who is to be asked a fresh secret (not who sits there already, nor who was asked before); only its hash is kept. Returns the secrets by person. */
export async function creaSegreti(db: EntityManager, ambitoId: string, designazioneId: string): Promise<Map<string, string>> {
  const persone = await db.query<{ id: string }[]>(
    'SELECT id FROM rappresentante WHERE ambito_id = $1 AND designazione_id = $2 AND continua_id IS NULL AND segreto_hash IS NULL',
    [ambitoId, designazioneId],
  );
  const segreti = new Map(persone.map(({ id }) => [id, newSecret()]));
  for (const [id, segreto] of segreti) {
    await db.query('UPDATE rappresentante SET segreto_hash = $3 WHERE ambito_id = $1 AND id = $2', [ambitoId, id, hashSecret(segreto)]);
  }
  return segreti;
}

/** @throws ProblemError unless the avviso is published and comprises the tavolo */
export async function avvisoPerTavolo(db: EntityManager, ambitoId: string, avvisoId: string, tavoloId: string): Promise<void> {
  const [row] = await db.query<{ stato: string; compreso: boolean }[]>(
    `SELECT v.stato, EXISTS (SELECT 1 FROM avviso_tavolo t WHERE t.ambito_id = v.ambito_id AND t.avviso_id = v.id AND t.tavolo_id = $3) AS compreso
     FROM avviso v WHERE v.ambito_id = $1 AND v.id = $2`,
    [ambitoId, avvisoId, tavoloId],
  );
  if (!row || row.stato === 'bozza') throw new ProblemError('risorsa.non_trovata');
  if (row.stato === 'annullato') throw new ProblemError('avviso.annullato');
  if (!row.compreso) throw fieldProblem('avviso.tavolo_non_compreso', '/tavoloId');
}
