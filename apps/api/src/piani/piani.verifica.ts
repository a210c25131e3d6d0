import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { VerificaView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { fra } from '../platform/database/fra.js';
import { ATTI_CHIUSURA, PUBBLICATO } from './piano/piani.sql.js';
import { iso } from '../platform/http/json-view.js';
import { Verifiche } from '../platform/verifica/verifiche.js';

/** Dossier, archive, originals of allegati and signed copies of published Piani. */
const TROVA = `
  SELECT x.titolo, ${iso('x.at')} AS "pubblicatoAt", '/' || x.slug || '/piano' AS percorso,
    coalesce((SELECT r.seq::int FROM registro r WHERE r.ambito_id = x.ambito_id AND r.oggetto_id = x.id AND r.azione IN ${fra(ATTI_CHIUSURA)} ORDER BY r.seq DESC LIMIT 1), 0) AS atto
  FROM (
    SELECT p.ambito_id, p.id, a.slug, p.pubblicato_at AS at, CASE WHEN d.pdf_sha256 = $1 THEN 'Dossier: ' ELSE 'Dossier (ZIP): ' END || p.titolo AS titolo
    FROM dossier d JOIN piano_di_zona p ON p.ambito_id = d.ambito_id AND p.id = d.piano_id JOIN ambito a ON a.id = p.ambito_id WHERE (d.pdf_sha256 = $1 OR d.zip_sha256 = $1) AND ${PUBBLICATO}
    UNION ALL
    SELECT p.ambito_id, p.id, a.slug, p.pubblicato_at, 'Allegato ' || g.numero || ' del ' || p.titolo || ': ' || f.titolo
    FROM dossier_file f JOIN dossier d ON d.ambito_id = f.ambito_id AND d.id = f.dossier_id JOIN piano_di_zona p ON p.ambito_id = d.ambito_id AND p.id = d.piano_id JOIN ambito a ON a.id = p.ambito_id
    JOIN allegato g ON g.ambito_id = f.ambito_id AND g.id = f.allegato_id WHERE f.sha256 = $1 AND ${PUBBLICATO}
    UNION ALL
    SELECT p.ambito_id, p.id, a.slug, p.pubblicato_at, 'Copia firmata del ' || p.titolo
    FROM piano_firmato s JOIN piano_di_zona p ON p.ambito_id = s.ambito_id AND p.id = s.piano_id JOIN ambito a ON a.id = p.ambito_id WHERE s.sha256 = $1 AND s.oscurato_at IS NULL AND p.stato = 'pubblicato'
  ) x LIMIT 1`;

/** Recognises the files of published Piani by their fingerprint. */
@Injectable()
export class PianiVerifica implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly verifiche: Verifiche,
  ) {}

  onModuleInit(): void {
    this.verifiche.aggiungi(async sha256 => {
      const [documento] = await this.db.query<NonNullable<VerificaView['documento']>[]>(TROVA, [sha256]);
      return documento ?? null;
    });
  }
}
