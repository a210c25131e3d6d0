import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { apertoATutti, type SedeIncontro, type StatoIncontro, VISIBILITY, type VisibleKind } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { publicStates } from '../platform/access/visible.js';
import type { Kind } from '../platform/procedura/kind.js';
import { Kinds } from '../platform/procedura/kinds.js';

export interface AmbitoPerMotori {
  readonly nome: string;
  readonly capofila: string;
  readonly comuni: readonly string[];
}

export interface IncontroPerMotori {
  readonly titolo: string;
  readonly stato: StatoIncontro;
  readonly inizioAt: Date;
  readonly fineAt: Date;
  readonly sede: SedeIncontro | null;
  readonly ambito: string;
}

export interface PianoPerMotori {
  readonly titolo: string;
  readonly dal: number;
  readonly al: number;
  readonly pubblicatoAt: Date;
  readonly ambito: string;
}

/** As many addresses as a sitemap may hold, less those of the sections. */
const MAX = 49_000;

/** Of an ente only who sits somewhere has a page, which its row alone does not tell: the list of those who sit leads to them. */
const DALLE_LISTE = ['enti'];

/** SQL of the test that everybody may see a row `x` of the kind; null: nobody may without a role. */
function publicTest(kind: Kind): string | null {
  if (kind.seenBy !== undefined) return apertoATutti(kind.seenBy) ? 'true' : null;
  return kind.kind in VISIBILITY && kind.state !== undefined ? `${kind.state} IN ${publicStates(kind.kind as VisibleKind)}` : null;
}

/** Reads for search engines: what everybody may see and nothing else. */
@Injectable()
export class MotoriQueries {
  /** SELECT of the paths within the ambito $1, one for each kind that has a page of its own. */
  readonly pagine: string;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(Kinds) kinds: Kinds,
  ) {
    this.pagine = kinds.all
      .flatMap(kind => {
        const test = publicTest(kind);
        if (kind.page === undefined || kind.page === '' || test === null || DALLE_LISTE.includes(kind.page)) return [];
        return [`SELECT '/${kind.page}/' || x.${kind.address ?? 'id'} AS percorso FROM ${kind.table} x WHERE x.ambito_id = $1 AND ${test}`];
      })
      .join(' UNION ALL ');
  }

  async ambiti(): Promise<string[]> {
    const rows = await this.db.query<{ slug: string }[]>('SELECT slug FROM ambito ORDER BY slug');
    return rows.map(r => r.slug);
  }

  /** The paths, within the ambito, of whatever has a public page; null where there is no such ambito. */
  async percorsi(slug: string): Promise<string[] | null> {
    const [ambito] = await this.db.query<{ id: string }[]>('SELECT id FROM ambito WHERE slug = $1', [slug]);
    if (ambito === undefined) return null;
    const rows = await this.db.query<{ percorso: string }[]>(`${this.pagine} ORDER BY percorso LIMIT ${MAX}`, [ambito.id]);
    return rows.map(r => r.percorso);
  }

  async ambito(slug: string): Promise<AmbitoPerMotori | null> {
    const [row] = await this.db.query<AmbitoPerMotori[]>(
      `SELECT a.nome_esteso AS nome, a.capofila, ARRAY(SELECT c.nome FROM comune c WHERE c.ambito_id = a.id ORDER BY c.nome) AS comuni FROM ambito a WHERE a.slug = $1`,
      [slug],
    );
    return row ?? null;
  }

  async incontro(slug: string, id: string): Promise<IncontroPerMotori | null> {
    const [row] = await this.db.query<IncontroPerMotori[]>(
      `SELECT x.titolo, x.stato, x.inizio_at AS "inizioAt", x.fine_at AS "fineAt", x.sede, a.nome_esteso AS ambito FROM incontro x JOIN ambito a ON a.id = x.ambito_id
       WHERE a.slug = $1 AND x.id = $2 AND x.stato IN ${publicStates('incontro')}`,
      [slug, id],
    );
    return row ?? null;
  }

  /** The latest that is published. */
  async piano(slug: string): Promise<PianoPerMotori | null> {
    const [row] = await this.db.query<PianoPerMotori[]>(
      `SELECT x.titolo, x.dal, x.al, x.pubblicato_at AS "pubblicatoAt", a.nome_esteso AS ambito FROM piano_di_zona x JOIN ambito a ON a.id = x.ambito_id
       WHERE a.slug = $1 AND x.stato = 'pubblicato' AND x.pubblicato_at IS NOT NULL ORDER BY x.dal DESC LIMIT 1`,
      [slug],
    );
    return row ?? null;
  }
}
