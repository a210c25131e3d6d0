import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  braniDi,
  conVerbale,
  type Forbici,
  type ImprontaOscurata,
  type StampatoVerbale,
  type TestiVerbale,
  type VerbalePubblicoView,
} from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Tx } from '../../platform/commands/commands.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { placeOf } from '../../platform/commands/context.js';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import { BLOB_STORE, type BlobStore } from '../../platform/storage/blob-store.js';
import { testataDi } from '../../ambiti/testata.js';
import { leggiVerbalePubblico } from '../../verbali/verbale/verbali.queries.js';
import { renderVerbale } from '../../verbali/verbale.pdf.js';
import type { Archivio } from '../oscurare/archivio.js';
import { Cambiato, type Cosa, type Oscurabile, type Pronto } from '../oscurare/oscurabile.js';
import { elaboratiCheNominano } from './elaborato.js';

interface VerbalePronto extends Pronto {
  readonly testi: TestiVerbale;
  readonly sha256: string;
  readonly bytes: number;
}

const MAX_PDF = 50 * 1024 * 1024;
const testiDi = ({ view: v, stampato }: { view: VerbalePubblicoView; stampato: StampatoVerbale }): TestiVerbale => ({
  sezioni: v.sezioni,
  motivo: v.rettifica?.motivo ?? null,
  anticipo: v.anticipo?.motivo ?? null,
  presenti: v.presenti,
  stampato,
});

/** A published verbale: its twin and its PDF are made anew; verbali that correct it may repeat it. */
@Injectable()
export class VerbaleOscurabile implements Oscurabile<VerbalePronto> {
  readonly tipo = 'verbale';
  readonly evento = 'verbale';
  readonly pubblicati = `SELECT p.ambito_id, v.id, n.titolo, '/verbali/' || v.id AS percorso, p.at FROM verbale_pubblicazione p
    JOIN verbale v ON v.ambito_id = p.ambito_id AND v.id = p.verbale_id JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id`;
  readonly corpi = `SELECT p.ambito_id, v.id, jsonb_build_array(p.contenuto, p.stampato, v.rettifica_motivo, v.anticipo_motivo) AS corpo FROM verbale_pubblicazione p JOIN verbale v ON v.ambito_id = p.ambito_id AND v.id = p.verbale_id`;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly pdf: PdfRenderer,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
  ) {}

  async leggi(db: EntityManager, ctx: RequestContext, id: string) {
    const letto = await leggiVerbalePubblico(db, placeOf(ctx).ambitoId, id);
    return letto && { version: letto.version, brani: braniDi(conVerbale, testiDi(letto)) };
  }

  async prepara(ctx: RequestContext, id: string, forbici: Forbici, at: Date): Promise<VerbalePronto | null> {
    const { ambitoId } = placeOf(ctx);
    const letto = await leggiVerbalePubblico(this.db.manager, ambitoId, id);
    if (letto === null) return null;
    const { view, version } = letto;
    const testi = conVerbale(forbici, testiDi(letto));
    if (JSON.stringify(testi) === JSON.stringify(testiDi(letto))) return null;
    const rettifica = view.rettifica === null ? null : { ...view.rettifica, motivo: testi.motivo ?? view.rettifica.motivo };
    const anticipo = view.anticipo === null ? null : { ...view.anticipo, motivo: testi.anticipo ?? view.anticipo.motivo };
    const stampato = {
      ...view,
      rettifica,
      anticipo,
      sezioni: testi.sezioni,
      presenti: testi.presenti,
      stampato: testi.stampato,
      pubblicazione: { ...view.pubblicazione, oscuratoAt: at.toISOString() },
    };
    const file = await renderVerbale(this.pdf, await testataDi(this.db.manager, ambitoId), stampato, new Date(view.pubblicazione.at));
    const { sha256, size } = await this.blobs.put(file, { maxBytes: MAX_PDF });
    return { tipo: 'verbale', id, version, testi, sha256, bytes: size };
  }

  async blocca(tx: Tx, id: string): Promise<void> {
    await tx.db.query(
      `SELECT 1 FROM verbale o WHERE o.ambito_id = $1 AND o.incontro_id = (SELECT v.incontro_id FROM verbale v WHERE v.ambito_id = $1 AND v.id = $2) ORDER BY o.id FOR UPDATE`,
      [tx.ambitoId, id],
    );
    await tx.db.query(
      `SELECT 1 FROM elaborato l WHERE l.ambito_id = $1 AND l.approvato_verbale_id IN (SELECT o.id FROM verbale v JOIN verbale o ON o.ambito_id = v.ambito_id AND o.incontro_id = v.incontro_id WHERE v.ambito_id = $1 AND v.id = $2) ORDER BY l.id FOR UPDATE`,
      [tx.ambitoId, id],
    );
  }

  async derivati(db: EntityManager, ambitoId: string, id: string): Promise<Cosa[]> {
    const gruppo = await db.query<{ id: string; pubblicato: boolean }[]>(
      `SELECT o.id, EXISTS (SELECT 1 FROM verbale_pubblicazione p WHERE p.ambito_id = o.ambito_id AND p.verbale_id = o.id) AS pubblicato
       FROM verbale v JOIN verbale o ON o.ambito_id = v.ambito_id AND o.incontro_id = v.incontro_id WHERE v.ambito_id = $1 AND v.id = $2`,
      [ambitoId, id],
    );
    const altri = gruppo.filter(v => v.pubblicato && v.id !== id).map((v): Cosa => ({ tipo: 'verbale', id: v.id }));
    return [
      ...altri,
      ...(await elaboratiCheNominano(
        db,
        ambitoId,
        gruppo.map(v => v.id),
      )),
    ];
  }

  async scrivi(tx: Tx, p: VerbalePronto, archivio: Archivio, at: Date): Promise<ImprontaOscurata[]> {
    const [motivi] = await tx.db.query<Record<string, unknown>[]>(
      'SELECT rettifica_motivo, anticipo_motivo FROM verbale WHERE ambito_id = $1 AND id = $2 FOR UPDATE',
      [tx.ambitoId, p.id],
    );
    const [rows] = await tx.db.query<[unknown[], number]>(
      'UPDATE verbale SET version = version + 1, rettifica_motivo = $4, anticipo_motivo = $5 WHERE ambito_id = $1 AND id = $2 AND version = $3 RETURNING id',
      [tx.ambitoId, p.id, p.version, p.testi.motivo, p.testi.anticipo],
    );
    if (rows.length === 0) throw new Cambiato();
    const [prima] = await tx.db.query<{ contenuto: unknown; stampato: unknown; sha256: string; bytes: number }[]>(
      'SELECT contenuto, stampato, sha256, bytes FROM verbale_pubblicazione WHERE ambito_id = $1 AND verbale_id = $2 FOR UPDATE',
      [tx.ambitoId, p.id],
    );
    if (!prima) throw new Cambiato();
    archivio.tieni('verbale', { id: p.id, ...motivi });
    archivio.tieni('verbale_pubblicazione', { verbale_id: p.id, contenuto: prima.contenuto, stampato: prima.stampato });
    archivio.tieniFile('verbale.pdf', 'application/pdf', prima.bytes, prima.sha256);
    await riscrivi(tx, p, at);
    return [{ vecchia: prima.sha256, nuova: p.sha256 }];
  }
}

/** The twin, the names that it is printed with, and its file, in the place of those there were. */
async function riscrivi(tx: Tx, { id, testi, sha256, bytes }: VerbalePronto, at: Date): Promise<void> {
  const { sezioni, presenti, stampato } = testi;
  await tx.db.query(
    'UPDATE verbale_pubblicazione SET contenuto = $3, stampato = $4, sha256 = $5, bytes = $6, oscurato_at = $7 WHERE ambito_id = $1 AND verbale_id = $2',
    [tx.ambitoId, id, JSON.stringify({ sezioni, presenti }), JSON.stringify(stampato), sha256, bytes, at],
  );
}
