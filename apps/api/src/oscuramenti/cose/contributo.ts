import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  braniDi,
  conContributo,
  oscuraOriginale,
  PASSI_PUBBLICI,
  type Forbici,
  type ImprontaOscurata,
  type Omissis,
  type TestiContributo,
  type TestiPubblicatiContributo,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { PUBBLICI } from '../../contributi/contributo/contributi.sql.js';
import { leggiRicevuta } from '../../contributi/ricevute/ricevuta.data.js';
import type { Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { fra } from '../../platform/database/fra.js';
import type { Archivio } from '../oscurare/archivio.js';
import { Cambiato, type Cosa, type Oscurabile, type Pronto } from '../oscurare/oscurabile.js';
import { elaboratiCheNominano } from './elaborato.js';

interface ContributoPronto extends Pronto {
  readonly originale: { readonly testi: TestiContributo; readonly omissis: readonly Omissis[] };
  readonly pubblicato: TestiPubblicatiContributo;
  /** The name shown was that of the author, and was blacked out. */
  readonly senzaNome: boolean;
}

interface Riga {
  version: number;
  testi: TestiContributo;
  omissis: Omissis[];
  pubblicato: TestiPubblicatiContributo;
  nomeAutore: boolean;
}

/** The answer is public as long as it stands; the name of a citizen with their leave. */
const UNO = `SELECT c.version, c.testi, c.omissis, c.provenienza_nome IS NULL AS "nomeAutore", jsonb_build_object('testi', c.pubblico, 'zona', c.zona, 'motivoOmissis', c.motivo_omissis, 'motivazione', c.motivazione,
    'provenienza', CASE WHEN c.mostra_nome THEN coalesce(c.provenienza_nome, CASE WHEN c.provenienza = 'cittadino' THEN c.autore_nome END) END,
    'passi', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'motivazione', w.motivazione) ORDER BY w.at, w.id), '[]') FROM contributo_passo w
      WHERE w.ambito_id = c.ambito_id AND w.contributo_id = c.id AND w.motivazione IS NOT NULL AND w.tipo IN ${fra(PASSI_PUBBLICI)})) AS pubblicato
  FROM contributo c WHERE c.ambito_id = $1 AND c.id = $2 AND c.pubblico IS NOT NULL AND c.stato IN ${PUBBLICI}`;

/** A public contributo: its twin, the words of its author behind it, and what was answered. It has no file of its own but the receipt, which is printed when it is asked for. */
@Injectable()
export class ContributoOscurabile implements Oscurabile<ContributoPronto> {
  readonly tipo = 'contributo';
  readonly evento = 'contributo';
  readonly pubblicati = `SELECT c.ambito_id, c.id, coalesce(c.pubblico->>'titolo', c.codice) AS titolo, '/contributi/' || c.id AS percorso, c.pubblicato_at AS at FROM contributo c WHERE c.pubblico IS NOT NULL AND c.stato IN ${PUBBLICI}`;
  readonly corpi = `SELECT c.ambito_id, c.id, jsonb_build_array(c.pubblico, c.zona, c.motivo_omissis, c.motivazione, c.provenienza_nome, CASE WHEN c.mostra_nome THEN c.autore_nome END,
    (SELECT jsonb_agg(w.motivazione) FROM contributo_passo w WHERE w.ambito_id = c.ambito_id AND w.contributo_id = c.id)) AS corpo FROM contributo c WHERE c.pubblico IS NOT NULL AND c.stato IN ${PUBBLICI}`;

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async leggi(db: EntityManager, ctx: RequestContext, id: string) {
    const [riga] = await db.query<Riga[]>(UNO, [placeOf(ctx).ambitoId, id]);
    return riga ? { version: riga.version, brani: braniDi(conContributo, riga.pubblicato) } : null;
  }

  async prepara(ctx: RequestContext, id: string, forbici: Forbici): Promise<ContributoPronto | null> {
    const [riga] = await this.db.query<Riga[]>(UNO, [placeOf(ctx).ambitoId, id]);
    if (!riga) return null;
    const pubblicato = conContributo(forbici, riga.pubblicato);
    if (JSON.stringify(pubblicato) === JSON.stringify(riga.pubblicato)) return null;
    const senzaNome = riga.nomeAutore && pubblicato.provenienza !== riga.pubblicato.provenienza;
    return {
      tipo: 'contributo',
      id,
      version: riga.version,
      originale: oscuraOriginale(riga.testi, riga.omissis, forbici),
      pubblicato,
      senzaNome,
    };
  }

  /** In the order of ids, as whoever merges them does. */
  async blocca(tx: Tx, id: string): Promise<void> {
    await tx.db.query(
      `SELECT 1 FROM contributo WHERE ambito_id = $1 AND (id = $2 OR unito_a = $2 OR id = (SELECT unito_a FROM contributo WHERE ambito_id = $1 AND id = $2)) ORDER BY id FOR UPDATE`,
      [tx.ambitoId, id],
    );
  }

  async derivati(db: EntityManager, ambitoId: string, id: string): Promise<Cosa[]> {
    const uniti = await db.query<{ id: string }[]>(
      `SELECT c.id FROM contributo c WHERE c.ambito_id = $1 AND c.id <> $2 AND c.pubblico IS NOT NULL AND c.stato IN ${PUBBLICI} AND (c.unito_a = $2 OR c.id = (SELECT unito_a FROM contributo WHERE ambito_id = $1 AND id = $2)) ORDER BY c.id`,
      [ambitoId, id],
    );
    return [...uniti.map((c): Cosa => ({ tipo: 'contributo', id: c.id })), ...(await elaboratiCheNominano(db, ambitoId, [id]))];
  }

  async scrivi(tx: Tx, p: ContributoPronto, archivio: Archivio, at: Date): Promise<ImprontaOscurata[]> {
    const { impronta: vecchia } = await leggiRicevuta(tx.db, tx.ambitoId, p.id);
    const prima = await archivia(tx, p, archivio);
    await scriviRiga(tx, p, prima, at);
    for (const { id, motivazione } of p.pubblicato.passi)
      await tx.db.query('UPDATE contributo_passo SET motivazione = $3 WHERE ambito_id = $1 AND id = $2', [tx.ambitoId, id, motivazione]);
    const { impronta: nuova } = await leggiRicevuta(tx.db, tx.ambitoId, p.id);
    return vecchia === nuova ? [] : [{ vecchia, nuova }];
  }
}

interface Prima {
  readonly provenienza_nome: string | null;
  readonly mostra_nome: boolean;
}

/** Keeps what stood there for the office's archive. @throws Cambiato when it is not what was read */
async function archivia(tx: Tx, { id, version }: ContributoPronto, archivio: Archivio): Promise<Prima> {
  const [prima] = await tx.db.query<Prima[]>(
    'SELECT testi, pubblico, omissis, zona, provenienza_nome, mostra_nome, motivo_omissis, motivazione FROM contributo WHERE ambito_id = $1 AND id = $2 AND version = $3 FOR UPDATE',
    [tx.ambitoId, id, version],
  );
  if (!prima) throw new Cambiato();
  archivio.tieni('contributo', { id, ...prima });
  archivio.tieni('contributo_passo', {
    passi: await tx.db.query(
      'SELECT id, motivazione FROM contributo_passo WHERE ambito_id = $1 AND contributo_id = $2 AND motivazione IS NOT NULL',
      [tx.ambitoId, id],
    ),
  });
  return prima;
}

/** The name shown is written only where it is one of its own, and was shown. */
async function scriviRiga(tx: Tx, { id, originale, pubblicato, senzaNome }: ContributoPronto, prima: Prima, at: Date): Promise<void> {
  const { testi, zona, provenienza, motivoOmissis, motivazione } = pubblicato;
  const resta = senzaNome || prima.provenienza_nome === null || !prima.mostra_nome;
  await tx.db.query(
    `UPDATE contributo SET testi = $3, omissis = $4, pubblico = $5, zona = $6, provenienza_nome = $7, mostra_nome = mostra_nome AND NOT $8, motivo_omissis = $9, motivazione = $10, oscurato_at = $11, version = version + 1 WHERE ambito_id = $1 AND id = $2`,
    [
      tx.ambitoId,
      id,
      JSON.stringify(originale.testi),
      JSON.stringify(originale.omissis),
      JSON.stringify(testi),
      zona,
      resta ? prima.provenienza_nome : provenienza,
      senzaNome,
      motivoOmissis,
      motivazione,
      at,
    ],
  );
}
