import { Inject, Injectable } from '@nestjs/common';
import type { ManifestoDossier, VoceManifesto } from '@tavoli/shared';
import { Readable } from 'node:stream';
import type { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import { BLOB_STORE, type BlobStore, type StoredBlob } from '../../platform/storage/blob-store.js';
import { safeFileName } from '../../platform/storage/names/safe-file-name.js';
import type { DossierLetto } from './dossier.lettura.js';
import { renderAllegato, type FilePerAllegato } from './dossier.pdf.js';
import type { Originale } from '../fonti/fonte.js';
import { inMemoria, zip, type VoceZip } from '../../platform/zip/zip.js';

const MAX_PDF = 256 * 1024 * 1024;
const MAX_ZIP = 4 * 1024 * 1024 * 1024;
const NOME_PDF = 'dossier.pdf';

/** The files of a dossier: originals put beside each other, and the archive that holds all. */
@Injectable()
export class Originali {
  constructor(@Inject(BLOB_STORE) private readonly blobs: BlobStore) {}

  /** Every original of every allegato, made where it does not exist yet. Paths in the ZIP are unique and stable. */
  async raccogli(pdf: PdfRenderer, d: DossierLetto, fatto: (fatti: number, quanti: number) => Promise<void>): Promise<FilePerAllegato> {
    const found = new Map<string, VoceManifesto[]>();
    for (const [n, a] of d.allegati.entries()) {
      const { contenuto } = a;
      const proprio: Originale = { titolo: a.titolo, nome: `${a.titolo}.pdf`, crea: () => renderAllegato(pdf, d, a) };
      const originali = contenuto.originali.length === 0 ? [proprio] : contenuto.originali;
      const voci: VoceManifesto[] = [];
      const posti = new Posti(`allegati/${a.numero}`);
      for (const originale of originali) voci.push(await this.voce(pdf, originale, posti));
      found.set(a.id, voci);
      await fatto(n + 1, d.allegati.length);
    }
    return found;
  }

  keepPdf(pdf: Buffer): Promise<StoredBlob> {
    return this.blobs.put(pdf, { maxBytes: MAX_PDF });
  }

  /** The archive: the dossier, the originals in a folder for each allegato, and a manifest that names them all. */
  async archivia(d: DossierLetto, dossier: StoredBlob, file: FilePerAllegato): Promise<StoredBlob> {
    const manifesto = Buffer.from(`${JSON.stringify(manifestoDi(d, dossier, file), null, 2)}\n`);
    const apri = (sha256: string) => (): Promise<AsyncIterable<Buffer>> => this.blobs.open(sha256);
    const voci: VoceZip[] = [
      { percorso: NOME_PDF, apri: apri(dossier.sha256) },
      { percorso: 'manifest.json', apri: inMemoria(manifesto) },
      ...[...file.values()].flat().map(f => ({ percorso: f.percorso, apri: apri(f.sha256) })),
    ];
    return this.blobs.put(Readable.from(zip(voci), { objectMode: false }), { maxBytes: MAX_ZIP });
  }

  private async voce(pdf: PdfRenderer, o: Originale, posti: Posti): Promise<VoceManifesto> {
    const { sha256, bytes } = 'crea' in o ? await this.keepPdf(await o.crea(pdf)).then(b => ({ sha256: b.sha256, bytes: b.size })) : o;
    return { percorso: posti.per(safeFileName(o.nome, '.pdf')), titolo: o.titolo, bytes, sha256 };
  }
}

/** Gives each file of a folder a path of its own, whatever the case of letters: `a.pdf`, `a (2).pdf`, … */
class Posti {
  private readonly presi = new Set<string>();
  /** Of each name, the first number that may be free. */
  private readonly prossimi = new Map<string, number>();

  constructor(private readonly cartella: string) {}

  per(nome: string): string {
    const minuscolo = nome.toLowerCase();
    for (let n = this.prossimi.get(minuscolo) ?? 1; ; n++) {
      const percorso = `${this.cartella}/${n === 1 ? nome : nome.replace(/\.pdf$/, ` (${n}).pdf`)}`;
      if (this.presi.has(percorso.toLowerCase())) continue;
      this.presi.add(percorso.toLowerCase());
      this.prossimi.set(minuscolo, n + 1);
      return percorso;
    }
  }
}

function manifestoDi(d: DossierLetto, dossier: StoredBlob, file: FilePerAllegato): ManifestoDossier {
  const { lavoro, ambito, piano } = d;
  return {
    formato: 1,
    ambito: ambito.nome,
    piano: { titolo: piano.titolo, dal: piano.dal, al: piano.al },
    versione: lavoro.versione,
    finale: lavoro.finale,
    at: lavoro.at.toISOString(),
    dossier: { percorso: NOME_PDF, titolo: piano.titolo, bytes: dossier.size, sha256: dossier.sha256 },
    allegati: d.allegati.map(a => ({ numero: a.numero, tipo: a.tipo, titolo: a.titolo, file: file.get(a.id) ?? [] })),
  };
}
