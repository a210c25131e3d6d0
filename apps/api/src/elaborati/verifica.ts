import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { VerificaView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { fra } from '../platform/database/fra.js';
import { iso } from '../platform/http/json-view.js';
import { Verifiche } from '../platform/verifica/verifiche.js';

/** Acts that put a text before everybody. */
const ATTI_PUBBLICI = ['elaborato.accogli', 'elaborato.oscura'];

const SQL = `
  SELECT l.titolo, ${iso('k.at')} AS "pubblicatoAt", '/' || a.slug || '/elaborati/' || l.id AS percorso,
    coalesce((SELECT r.seq::int FROM registro r WHERE r.ambito_id = l.ambito_id AND r.oggetto_id = l.id AND r.azione IN ${fra(ATTI_PUBBLICI)} ORDER BY r.seq DESC LIMIT 1), 0) AS atto
  FROM elaborato_accoglimento k JOIN elaborato l ON l.ambito_id = k.ambito_id AND l.id = k.elaborato_id JOIN ambito a ON a.id = l.ambito_id
  WHERE k.pdf_sha256 = $1 OR k.sha256 = $1 ORDER BY k.at LIMIT 1`;

/** Recognises the files of accepted elaborati: the PDF, and the JSON of their content. */
@Injectable()
export class VerificaElaborati implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly verifiche: Verifiche,
  ) {}

  onModuleInit(): void {
    this.verifiche.aggiungi(async sha256 => {
      const [documento] = await this.db.query<NonNullable<VerificaView['documento']>[]>(SQL, [sha256]);
      return documento ?? null;
    });
  }
}
