import { Injectable } from '@nestjs/common';
import { AVVISI_ANNUNCIATI, INCONTRI_ANNUNCIATI, PIANI_FERMI, TIPI_FILE, type TipoFileOscurabile } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { PUBBLICI } from '../../contributi/contributo/contributi.sql.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { mediaTypeSql } from '../../platform/storage/signed/signed-names.js';
import { fra } from '../../platform/database/fra.js';

/** A public file, as it is now. */
export interface FilePubblico {
  readonly id: string;
  readonly nome: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly mediaType: string;
  /** Of what it belongs to: the thing that has a page. */
  readonly paginaId: string;
}

interface Genere {
  /** SELECT of ambito_id, id, nome, bytes, sha256, media_type, pagina_id, titolo, percorso, at: every file of this kind that is public. */
  readonly sql: string;
  /** Where anyone takes it from, after the address of the ambito. */
  readonly scarica: (f: { id: string; paginaId: string }) => string;
  /** Whether it may be taken away without another in its place. */
  readonly siToglie: boolean;
}

const PDF = `'application/pdf' AS media_type`;

const GENERI: Readonly<Record<TipoFileOscurabile, Genere>> = {
  file_incontro: {
    sql: `SELECT f.ambito_id, f.id, f.nome, f.bytes, f.sha256, ${PDF}, n.id AS pagina_id, n.titolo || ': ' || f.nome AS titolo, '/incontri/' || n.id AS percorso, f.creato_at AS at
      FROM incontro_file f JOIN incontro n ON n.ambito_id = f.ambito_id AND n.id = f.incontro_id AND n.stato IN ${fra(INCONTRI_ANNUNCIATI)}`,
    scarica: f => `/incontri/${f.paginaId}/files/${f.id}`,
    siToglie: true,
  },
  file_avviso: {
    sql: `SELECT f.ambito_id, f.id, f.nome, f.bytes, f.sha256, ${PDF}, v.id AS pagina_id, v.titolo || ': ' || f.nome AS titolo, '/avvisi/' || v.id AS percorso, v.pubblicato_at AS at
      FROM avviso_file f JOIN avviso v ON v.ambito_id = f.ambito_id AND v.id = f.avviso_id AND v.stato IN ${fra(AVVISI_ANNUNCIATI)}`,
    scarica: f => `/avvisi/${f.paginaId}/files/${f.id}`,
    siToglie: true,
  },
  file_contributo: {
    sql: `SELECT f.ambito_id, f.id, f.nome, f.bytes, f.sha256, f.media_type, c.id AS pagina_id, c.codice || ': ' || f.nome AS titolo, '/contributi/' || c.id AS percorso, c.pubblicato_at AS at
      FROM contributo_file f JOIN contributo c ON c.ambito_id = f.ambito_id AND c.id = f.contributo_id AND c.stato IN ${PUBBLICI} AND c.pubblicato_at IS NOT NULL WHERE f.pubblico`,
    scarica: f => `/contributi/${f.paginaId}/files/${f.id}`,
    siToglie: true,
  },
  file_elaborato: {
    sql: `SELECT l.ambito_id, l.id, k.foto->'file'->>'nome' AS nome, k.bytes, k.pdf_sha256 AS sha256, ${PDF}, l.id AS pagina_id, l.titolo, '/elaborati/' || l.id AS percorso, k.at
      FROM elaborato l JOIN elaborato_accoglimento k ON k.ambito_id = l.ambito_id AND k.elaborato_id = l.id WHERE l.tipo = 'file'`,
    scarica: f => `/elaborati/${f.paginaId}/elaborato.pdf`,
    siToglie: false,
  },
  file_piano: {
    sql: `SELECT g.ambito_id, g.id, g.file->>'nome' AS nome, (g.file->>'bytes')::int AS bytes, g.file->>'sha256' AS sha256, ${PDF}, p.id AS pagina_id, 'Allegato ' || coalesce(g.numero, '') || ': ' || g.titolo AS titolo, '/piano' AS percorso, p.chiuso_at AS at
      FROM allegato g JOIN piano_di_zona p ON p.ambito_id = g.ambito_id AND p.id = g.piano_id AND p.stato IN ${fra(PIANI_FERMI)} WHERE g.tipo = 'atto'`,
    scarica: f => `/oscuramenti/file/file_piano/${f.id}/attuale`,
    siToglie: false,
  },
  file_firmato: {
    sql: `SELECT s.ambito_id, s.id, s.nome, s.bytes, s.sha256, ${mediaTypeSql('s.nome')} AS media_type, p.id AS pagina_id, 'Copia firmata: ' || s.nome AS titolo, '/piano' AS percorso, s.caricato_at AS at
      FROM piano_firmato s JOIN piano_di_zona p ON p.ambito_id = s.ambito_id AND p.id = s.piano_id WHERE s.oscurato_at IS NULL`,
    scarica: f => `/oscuramenti/file/file_firmato/${f.id}/attuale`,
    siToglie: true,
  },
  file_atto: {
    sql: `SELECT t.ambito_id, t.id, t.file->>'nome' AS nome, (t.file->>'bytes')::int AS bytes, t.file->>'sha256' AS sha256, ${mediaTypeSql("t.file->>'nome'")} AS media_type, t.id AS pagina_id, 'Atto: ' || t.titolo AS titolo, '/iter' AS percorso, t.creato_at AS at
      FROM atto t WHERE t.pubblico AND t.file IS NOT NULL`,
    scarica: f => `/iter/atti/${f.id}/file`,
    siToglie: true,
  },
};

/** Every kind of public file that somebody uploaded. */
@Injectable()
export class FileOscurabili {
  readonly tipi = TIPI_FILE;

  /** Columns ambito_id, id, titolo, percorso, at. */
  pubblicati(tipo: TipoFileOscurabile): string {
    return GENERI[tipo].sql;
  }

  siToglie(tipo: TipoFileOscurabile): boolean {
    return GENERI[tipo].siToglie;
  }

  /** The file with its version: how many times it was blacked out, and one. Null unless it is public. */
  async leggi(
    db: EntityManager,
    ctx: RequestContext,
    tipo: TipoFileOscurabile,
    id: string,
  ): Promise<(FilePubblico & { version: number; scarica: string }) | null> {
    const place = placeOf(ctx);
    const [file] = await db.query<(FilePubblico & { version: number })[]>(
      `SELECT q.id, q.nome, q.bytes, q.sha256, q.media_type AS "mediaType", q.pagina_id AS "paginaId", 1 + (SELECT count(*)::int FROM oscuramento o WHERE o.ambito_id = q.ambito_id AND o.oggetto_id = q.id) AS version
       FROM (${GENERI[tipo].sql}) q WHERE q.ambito_id = $1 AND q.id = $2`,
      [place.ambitoId, id],
    );
    return file ? { ...file, scarica: `/api/v1/ambiti/${place.ambitoSlug}${GENERI[tipo].scarica(file)}` } : null;
  }

  /** Every public file, of whatever kind, that has these very bytes. */
  async uguali(db: EntityManager, ctx: RequestContext, sha256: string): Promise<(FilePubblico & { tipo: TipoFileOscurabile })[]> {
    const trovati: (FilePubblico & { tipo: TipoFileOscurabile })[] = [];
    for (const tipo of this.tipi) {
      const righe = await db.query<FilePubblico[]>(
        `SELECT q.id, q.nome, q.bytes, q.sha256, q.media_type AS "mediaType", q.pagina_id AS "paginaId" FROM (${GENERI[tipo].sql}) q WHERE q.ambito_id = $1 AND q.sha256 = $2 ORDER BY q.id`,
        [placeOf(ctx).ambitoId, sha256],
      );
      trovati.push(...righe.map(riga => ({ ...riga, tipo })));
    }
    return trovati;
  }
}
