import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { paroleDi, type AmbitoRigaView, type AmbitoView, type InstallazioneView, type Pagina, type ParoleScelte } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { VERSION } from '../platform/config/version.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { intera } from '../platform/http/intera.js';
import { PATRONO } from './patrono.sql.js';
import { comuneNelGiorno } from './comuni.sql.js';

const UNO = `
  SELECT a.id, a.slug, a.nome, a.regione, a.capofila, a.contatti, a.parole, a.impostazioni->>'codice' AS codice, a.impostazioni->>'sito' AS sito, ${PATRONO} AS patrono,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('istat', c.istat, 'nome', c.nome, 'abitanti', c.abitanti) ORDER BY c.nome), '[]') FROM comune c
      WHERE c.ambito_id = a.id AND ${comuneNelGiorno('c')}) AS comuni,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'nome', t.nome) ORDER BY t.ordine), '[]') FROM area_tematica t
      WHERE t.ambito_id = a.id AND t.archiviata_at IS NULL) AS aree,
    (SELECT jsonb_build_object('titolo', p.titolo, 'dal', p.dal, 'al', p.al) FROM piano_di_zona p WHERE p.ambito_id = a.id ORDER BY p.dal DESC LIMIT 1) AS piano
  FROM ambito a WHERE a.id = $1`;

/** Public reads of the installation and of its ambiti. */
@Injectable()
export class AmbitiQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  installazione(): InstallazioneView {
    return { demo: this.config.demo, versione: VERSION };
  }

  /** Every ambito of the installation, by name (Italy has about 600). */
  async elenco(): Promise<Pagina<AmbitoRigaView>> {
    const items = await this.db.query<AmbitoRigaView[]>(
      'SELECT slug, nome, nome_esteso AS "nomeEsteso", regione, capofila FROM ambito ORDER BY nome, slug',
    );
    return intera(items);
  }

  uno(ctx: RequestContext): Promise<AmbitoView> {
    return this.unoIn(this.db.manager, placeOf(ctx).ambitoId);
  }

  async unoIn(db: EntityManager, id: string): Promise<AmbitoView> {
    const [row] = await db.query<(Omit<AmbitoView, 'parole'> & { parole: ParoleScelte | null })[]>(UNO, [id]);
    if (!row) throw new ProblemError('risorsa.non_trovata');
    return { ...row, parole: paroleDi(row) };
  }
}
