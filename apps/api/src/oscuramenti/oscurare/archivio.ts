import type { EntityManager } from 'typeorm';

interface Tenuto {
  readonly nome: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly testo: unknown;
}

/** How things were before an oscuramento, gathered while it is written and kept with it. */
export class Archivio {
  private readonly righe: { tabella: string; prima: Readonly<Record<string, unknown>> }[] = [];
  private readonly file: Tenuto[] = [];

  /** Columns of a row as they were. */
  tieni(tabella: string, prima: Readonly<Record<string, unknown>>): void {
    this.righe.push({ tabella, prima });
  }

  tieniFile(nome: string, mediaType: string, bytes: number, sha256: string): void {
    if (!this.file.some(f => f.sha256 === sha256)) this.file.push({ nome, mediaType, bytes, sha256, testo: null });
  }

  async chiudi(db: EntityManager, ambitoId: string, oscuramentoId: string): Promise<void> {
    const testo = JSON.stringify(this.righe, null, 2);
    const tutti = [
      ...this.file,
      ...(this.righe.length === 0
        ? []
        : [
            {
              nome: 'testi-originali.json',
              mediaType: 'application/json',
              bytes: Buffer.byteLength(testo),
              sha256: null,
              testo: this.righe,
            },
          ]),
    ];
    await db.query(
      `INSERT INTO oscuramento_originale (ambito_id, oscuramento_id, nome, media_type, bytes, sha256, testo)
       SELECT $1, $2, f->>'nome', f->>'mediaType', (f->>'bytes')::bigint, f->>'sha256', CASE WHEN f->>'sha256' IS NULL THEN f->'testo' END FROM jsonb_array_elements($3::jsonb) f`,
      [ambitoId, oscuramentoId, JSON.stringify(tutti)],
    );
  }
}
