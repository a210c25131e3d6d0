import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { braniDi, conElaborato, type Forbici, type FotoElaborato, type ImprontaOscurata } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { testataDi } from '../../ambiti/testata.js';
import { renderElaborato } from '../../elaborati/elaborato/elaborato.pdf.js';
import { impronta } from '../../elaborati/elaborato/foto.js';
import type { Tx } from '../../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import { BLOB_STORE, type BlobStore } from '../../platform/storage/blob-store.js';
import type { Archivio } from '../oscurare/archivio.js';
import { Cambiato, type Cosa, type Oscurabile, type Pronto } from '../oscurare/oscurabile.js';

export interface ElaboratoPronto extends Pronto {
  readonly foto: FotoElaborato;
  readonly sha256: string;
  readonly file: { readonly sha256: string; readonly bytes: number };
}

interface Accolto {
  version: number;
  foto: FotoElaborato;
  sha256: string;
  pdf: string;
  bytes: number;
  at: Date;
}

const MAX_PDF = 50 * 1024 * 1024;
const ACCOLTO = `SELECT l.version, k.foto, k.sha256, k.pdf_sha256 AS pdf, k.bytes, k.at FROM elaborato l
  JOIN elaborato_accoglimento k ON k.ambito_id = l.ambito_id AND k.elaborato_id = l.id WHERE l.ambito_id = $1 AND l.id = $2`;

/** An accepted elaborato: what was fixed when it was accepted is fixed again, with other fingerprints. */
@Injectable()
export class ElaboratoOscurabile implements Oscurabile<ElaboratoPronto> {
  readonly tipo = 'elaborato';
  readonly evento = 'elaborato';
  readonly pubblicati = `SELECT l.ambito_id, l.id, l.titolo, '/elaborati/' || l.id AS percorso, k.at FROM elaborato l JOIN elaborato_accoglimento k ON k.ambito_id = l.ambito_id AND k.elaborato_id = l.id`;
  readonly corpi = `SELECT k.ambito_id, k.elaborato_id AS id, k.foto AS corpo FROM elaborato_accoglimento k`;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly pdf: PdfRenderer,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
  ) {}

  async leggi(db: EntityManager, ctx: RequestContext, id: string) {
    const accolto = await uno(db, placeOf(ctx).ambitoId, id);
    return accolto && { version: accolto.version, brani: braniDi(conElaborato, accolto.foto) };
  }

  async prepara(ctx: RequestContext, id: string, forbici: Forbici, at: Date): Promise<ElaboratoPronto | null> {
    const { ambitoId } = placeOf(ctx);
    const accolto = await uno(this.db.manager, ambitoId, id);
    const foto = accolto && conElaborato(forbici, accolto.foto);
    if (!accolto || !foto || JSON.stringify(foto) === JSON.stringify(accolto.foto)) return null;
    const file = foto.file === null ? await this.stampa(ambitoId, foto, accolto.at, at) : { sha256: accolto.pdf, bytes: accolto.bytes };
    return { tipo: 'elaborato', id, version: accolto.version, foto, sha256: impronta(foto).sha256, file };
  }

  async blocca(tx: Tx, id: string): Promise<void> {
    await tx.db.query('SELECT 1 FROM elaborato WHERE ambito_id = $1 AND id = $2 FOR UPDATE', [tx.ambitoId, id]);
  }

  derivati(db: EntityManager, ambitoId: string, id: string): Promise<Cosa[]> {
    return elaboratiCheNominano(db, ambitoId, [id]);
  }

  async scrivi(tx: Tx, p: ElaboratoPronto, archivio: Archivio, at: Date): Promise<ImprontaOscurata[]> {
    const [rows] = await tx.db.query<[unknown[], number]>(
      'UPDATE elaborato SET version = version + 1, titolo = $4 WHERE ambito_id = $1 AND id = $2 AND version = $3 RETURNING id',
      [tx.ambitoId, p.id, p.version, p.foto.titolo],
    );
    const prima = await uno(tx.db, tx.ambitoId, p.id);
    if (rows.length === 0 || prima === null) throw new Cambiato();
    archivio.tieni('elaborato_accoglimento', { elaborato_id: p.id, foto: prima.foto });
    if (prima.pdf !== p.file.sha256) archivio.tieniFile('elaborato.pdf', 'application/pdf', prima.bytes, prima.pdf);
    await tx.db.query(
      'UPDATE elaborato_accoglimento SET foto = $3, sha256 = $4, pdf_sha256 = $5, bytes = $6, oscurato_at = $7 WHERE ambito_id = $1 AND elaborato_id = $2',
      [tx.ambitoId, p.id, JSON.stringify(p.foto), p.sha256, p.file.sha256, p.file.bytes, at],
    );
    return [
      { vecchia: prima.sha256, nuova: p.sha256 },
      ...(prima.pdf === p.file.sha256 ? [] : [{ vecchia: prima.pdf, nuova: p.file.sha256 }]),
    ];
  }

  private async stampa(ambitoId: string, foto: FotoElaborato, accoltoAt: Date, at: Date): Promise<{ sha256: string; bytes: number }> {
    const file = await renderElaborato(this.pdf, await testataDi(this.db.manager, ambitoId), foto, {
      at: accoltoAt,
      accolto: true,
      oscurato: at,
    });
    const { sha256, size } = await this.blobs.put(file, { maxBytes: MAX_PDF });
    return { sha256, bytes: size };
  }
}

const uno = async (db: EntityManager, ambitoId: string, id: string): Promise<Accolto | null> =>
  (await db.query<Accolto[]>(ACCOLTO, [ambitoId, id]))[0] ?? null;

/** Accepted elaborati that were fixed while they named one of these things: their words may stand in there. */
export async function elaboratiCheNominano(db: EntityManager, ambitoId: string, ids: readonly string[]): Promise<Cosa[]> {
  const righe = await db.query<{ id: string }[]>(
    `SELECT k.elaborato_id AS id FROM elaborato_accoglimento k WHERE k.ambito_id = $1 AND k.elaborato_id <> ALL ($2::uuid[]) AND EXISTS (SELECT 1 FROM unnest($2::uuid[]) x WHERE k.foto::text LIKE '%' || x || '%') ORDER BY 1`,
    [ambitoId, ids],
  );
  return righe.map(({ id }) => ({ tipo: 'elaborato', id }));
}
