import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { ResolvedPlace } from '../commands/context.js';
import { placeSql, type Secret } from '../procedura/kind.js';
import { Kinds } from '../procedura/kinds.js';
import { hashSecret } from '../tokens/secret.js';

const AMBITO = 'SELECT a.id AS "ambitoId", a.slug AS "ambitoSlug", a.id FROM ambito a WHERE a.slug = $1';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Where things stand: what an URL, an identifier of a body, or a mailed secret names. Always asked together with the slug of the ambito in
 * the same URL, so that a foreign id finds nothing.
 */
@Injectable()
export class Places {
  /** An ambito never changes its slug and is never deleted, and every address names one. */
  private readonly ambiti = new Map<string, ResolvedPlace>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(Kinds) private readonly kinds: Kinds,
  ) {}

  /** What the URL names, or null when there is no such thing in that ambito. */
  async find(kind: string, params: Readonly<Record<string, string | undefined>>): Promise<ResolvedPlace | null> {
    const key = params[kind] ?? '';
    if (kind === 'ambito') return this.ambito(key);
    const declared = this.kinds.of(kind);
    if (declared.address === undefined && !UUID.test(key)) return null;
    return this.one(kind, placeSql(declared, declared.address === undefined ? 'x.id = $2::uuid' : `x.${declared.address} = $2`), [
      params['ambito'],
      key,
    ]);
  }

  /** Those of these ids that name a thing of that kind in the ambito: one query, however many. */
  async findAll(kind: string, ambitoSlug: string, ids: readonly string[]): Promise<ResolvedPlace[]> {
    return this.many(kind, placeSql(this.kinds.of(kind), 'x.id = ANY($2::uuid[])'), [ambitoSlug, ids]);
  }

  /** What the secret opens, if it is one of these. */
  async findBySecret({ secret, sql }: Secret, value: string): Promise<ResolvedPlace | null> {
    const found = await this.one(secret, sql, [hashSecret(value)]);
    return found === null ? null : { ...found, holder: true };
  }

  private async ambito(slug: string): Promise<ResolvedPlace | null> {
    const known = this.ambiti.get(slug);
    if (known !== undefined) return known;
    const found = await this.one('ambito', AMBITO, [slug]);
    if (found !== null) this.ambiti.set(slug, found);
    return found;
  }

  private async one(kind: string, sql: string, args: unknown[]): Promise<ResolvedPlace | null> {
    return (await this.many(kind, sql, args))[0] ?? null;
  }

  private async many(kind: string, sql: string, args: unknown[]): Promise<ResolvedPlace[]> {
    const rows = await this.db.query<Partial<ResolvedPlace>[]>(sql, args);
    return rows.map(row => ({ kind, stato: null, version: null, tavoloId: null, enteId: null, ...row }) as ResolvedPlace);
  }
}
