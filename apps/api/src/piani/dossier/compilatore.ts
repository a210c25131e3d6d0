import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import type { StoredBlob } from '../../platform/storage/blob-store.js';
import { leggiDossier, type DossierLetto, type Lavoro } from './dossier.lettura.js';
import { renderDossier, type FilePerAllegato } from './dossier.pdf.js';
import { FontiAllegato } from '../fonti/index.js';
import { Originali } from './originali.js';
import { pagineDi } from './pagine.js';

/** Injection token of the compiler of dossiers: a process of its own, so that no other PDF waits for a long one. */
export const DOSSIER_PDF = Symbol('DOSSIER_PDF');

/** A dossier whose files are kept; nothing about it is written yet. */
export interface Compilato {
  readonly letto: DossierLetto;
  readonly file: FilePerAllegato;
  readonly pdf: StoredBlob;
  readonly zip: StoredBlob;
  readonly pagine: number;
}

/** Told how far the work has come, in hundredths, and what is being done. */
export type Avanza = (avanzamento: number, passo: string) => Promise<void>;

/** Makes the files of a dossier: reads through one snapshot, then prints and archives outside any transaction. */
@Injectable()
export class Compilatore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly fonti: FontiAllegato,
    private readonly originali: Originali,
    @Inject(DOSSIER_PDF) private readonly pdf: PdfRenderer,
  ) {}

  /** The same `lavoro` over the same content gives the same bytes. @throws ProblemError `pdf.non_disponibile` */
  async compila(lavoro: Lavoro, avanza: Avanza): Promise<Compilato> {
    const tratto = (da: number, a: number, passo: string) => (fatti: number, quanti: number) =>
      avanza(da + Math.round(((a - da) * fatti) / quanti), passo);
    const letto = await this.db.transaction('REPEATABLE READ', db =>
      leggiDossier(db, this.fonti, lavoro, tratto(0, 20, 'Leggo gli allegati')),
    );
    const file = await this.originali.raccogli(this.pdf, letto, tratto(20, 50, 'Raccolgo gli originali'));
    await avanza(50, 'Impagino il dossier');
    const stampato = await renderDossier(this.pdf, letto, file);
    await avanza(85, 'Preparo lo ZIP');
    const pdf = await this.originali.keepPdf(stampato);
    const zip = await this.originali.archivia(letto, pdf, file);
    return { letto, file, pdf, zip, pagine: pagineDi(stampato) };
  }
}
