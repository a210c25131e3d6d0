import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { ResolvedPlace, ResourceKind } from '../commands/context.js';
import { hashSecret } from '../tokens/secret.js';

const COLUMNS = 'a.id AS "ambitoId", a.slug AS "ambitoSlug"';

/** Kinds that are found by a mailed secret only. */
export type SecretKind = 'rappresentante' | 'invitato' | 'autore' | 'conferma';

/**
 * One query per kind of thing that an URL, or an identifier of a body, can name. $1 is always the slug of the ambito in the same URL, so a foreign
 * id finds nothing; `WHICH` is the test on the id: of one thing, or of many.
 */
const PLACES: Record<Exclude<ResourceKind, SecretKind>, string> = {
  ambito: `SELECT ${COLUMNS}, a.id FROM ambito a WHERE a.slug = $1`,
  tavolo: `SELECT ${COLUMNS}, t.id, t.id AS "tavoloId", t.version FROM ambito a JOIN tavolo t ON t.ambito_id = a.id AND t.WHICH WHERE a.slug = $1`,
  ente: `SELECT ${COLUMNS}, e.id, e.id AS "enteId", e.stato, e.version FROM ambito a JOIN ente e ON e.ambito_id = a.id AND e.WHICH WHERE a.slug = $1`,
  avviso: `SELECT ${COLUMNS}, v.id, v.stato, v.version FROM ambito a JOIN avviso v ON v.ambito_id = a.id AND v.WHICH WHERE a.slug = $1`,
  designazione: `SELECT ${COLUMNS}, d.id, d.tavolo_id AS "tavoloId", d.ente_id AS "enteId", d.stato, d.version
    FROM ambito a JOIN designazione d ON d.ambito_id = a.id AND d.WHICH WHERE a.slug = $1`,
  incontro: `SELECT ${COLUMNS}, n.id, n.tavolo_id AS "tavoloId", n.stato, n.version,
      (SELECT coalesce(jsonb_agg(nt.tavolo_id), '[]') FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id) AS tavoli
    FROM ambito a JOIN incontro n ON n.ambito_id = a.id AND n.WHICH WHERE a.slug = $1`,
  verbale: `SELECT ${COLUMNS}, v.id, v.tavolo_id AS "tavoloId", v.stato, v.version,
      (SELECT coalesce(jsonb_agg(nt.tavolo_id), '[]') FROM incontro_tavolo nt WHERE nt.ambito_id = v.ambito_id AND nt.incontro_id = v.incontro_id) AS tavoli
    FROM ambito a JOIN verbale v ON v.ambito_id = a.id AND v.WHICH WHERE a.slug = $1`,
  contributo: `SELECT ${COLUMNS}, c.id, c.tavolo_id AS "tavoloId", c.stato, c.version FROM ambito a JOIN contributo c ON c.ambito_id = a.id AND c.WHICH WHERE a.slug = $1`,
  elaborato: `SELECT ${COLUMNS}, l.id, l.tavolo_id AS "tavoloId", l.stato, l.version, jsonb_build_array(l.tavolo_id) AS tavoli
    FROM ambito a JOIN elaborato l ON l.ambito_id = a.id AND l.WHICH WHERE a.slug = $1`,
  piano: `SELECT ${COLUMNS}, p.id, p.stato, p.version FROM ambito a JOIN piano_di_zona p ON p.ambito_id = a.id AND p.WHICH WHERE a.slug = $1`,
  fase: `SELECT ${COLUMNS}, f.id, f.stato, f.version FROM ambito a JOIN fase f ON f.ambito_id = a.id AND f.WHICH WHERE a.slug = $1`,
  atto: `SELECT ${COLUMNS}, t.id, CASE WHEN t.pubblico THEN 'pubblico' ELSE 'riservato' END AS stato, t.version FROM ambito a JOIN atto t ON t.ambito_id = a.id AND t.WHICH WHERE a.slug = $1`,
  firmatario: `SELECT ${COLUMNS}, f.id, f.stato, f.version FROM ambito a JOIN firmatario f ON f.ambito_id = a.id AND f.WHICH WHERE a.slug = $1`,
  adesione: `SELECT ${COLUMNS}, d.id, d.ente_id AS "enteId", d.stato, d.version FROM ambito a JOIN adesione d ON d.ambito_id = a.id AND d.WHICH WHERE a.slug = $1`,
  osservazione: `SELECT ${COLUMNS}, o.id, o.stato, o.version FROM ambito a JOIN osservazione o ON o.ambito_id = a.id AND o.WHICH WHERE a.slug = $1`,
  incarico: `SELECT ${COLUMNS}, i.id, i.tavolo_id AS "tavoloId" FROM ambito a JOIN incarico i ON i.ambito_id = a.id AND i.WHICH WHERE a.slug = $1`,
  email: `SELECT ${COLUMNS}, m.id, m.tavolo_id AS "tavoloId" FROM ambito a JOIN email m ON m.ambito_id = a.id AND m.WHICH WHERE a.slug = $1`,
};

function contributoBySecret(scopo: 'autore' | 'conferma'): string {
  return `SELECT ${COLUMNS}, c.id, c.tavolo_id AS "tavoloId", c.stato, c.version
    FROM contributo_segreto s JOIN contributo c ON c.ambito_id = s.ambito_id AND c.id = s.contributo_id JOIN ambito a ON a.id = c.ambito_id
    WHERE s.segreto_hash = $1 AND s.scopo = '${scopo}'`;
}

const BY_SECRET: Record<SecretKind, string> = {
  rappresentante: `SELECT ${COLUMNS}, r.id, d.tavolo_id AS "tavoloId", d.ente_id AS "enteId", r.consenso AS stato
    FROM rappresentante r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id JOIN ambito a ON a.id = r.ambito_id
    WHERE r.segreto_hash = $1`,
  invitato: `SELECT ${COLUMNS}, i.id, n.tavolo_id AS "tavoloId", i.ente_id AS "enteId", i.risposta AS stato
    FROM invito_segreto s JOIN invitato i ON i.ambito_id = s.ambito_id AND i.id = s.invitato_id
    JOIN incontro n ON n.ambito_id = i.ambito_id AND n.id = i.incontro_id JOIN ambito a ON a.id = i.ambito_id
    WHERE s.segreto_hash = $1`,
  autore: contributoBySecret('autore'),
  conferma: contributoBySecret('conferma'),
};

/** From the most precise to the least: the first that the URL names is what the request is about. */
const KINDS = [
  'adesione',
  'atto',
  'fase',
  'firmatario',
  'osservazione',
  'designazione',
  'contributo',
  'avviso',
  'elaborato',
  'verbale',
  'piano',
  'incontro',
  'ente',
  'incarico',
  'email',
  'tavolo',
  'ambito',
] as const;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

@Injectable()
export class Places {
  /** An ambito never changes its slug and is never deleted, and every address names one. */
  private readonly ambiti = new Map<string, ResolvedPlace>();

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The kind of thing the URL names; null when it names none. */
  kindOf(params: Readonly<Record<string, string | undefined>>): (typeof KINDS)[number] | null {
    return KINDS.find(kind => params[kind] !== undefined) ?? null;
  }

  /** What the URL names, or null when there is no such thing in that ambito. */
  async find(kind: (typeof KINDS)[number], params: Readonly<Record<string, string | undefined>>): Promise<ResolvedPlace | null> {
    const key = params[kind] ?? '';
    if (kind !== 'ambito' && kind !== 'tavolo' && !UUID.test(key)) return null;
    if (kind === 'ambito') return this.ambito(key);
    const which = kind === 'tavolo' ? 'slug = $2' : 'id = $2::uuid';
    return this.one(kind, PLACES[kind].replace('WHICH', which), [params['ambito'], key]);
  }

  /** Those of these ids that name a thing of that kind in the ambito: one query, however many. */
  async findAll(kind: (typeof KINDS)[number], ambitoSlug: string, ids: readonly string[]): Promise<ResolvedPlace[]> {
    return this.many(kind, PLACES[kind].replace('WHICH', 'id = ANY($2::uuid[])'), [ambitoSlug, ids]);
  }

  /** What the secret opens, if it is a secret of that kind. */
  async findBySecret(kind: SecretKind, secret: string): Promise<ResolvedPlace | null> {
    const found = await this.one(kind, BY_SECRET[kind], [hashSecret(secret)]);
    return found === null ? null : { ...found, holder: true };
  }

  private async ambito(slug: string): Promise<ResolvedPlace | null> {
    const known = this.ambiti.get(slug);
    if (known !== undefined) return known;
    const found = await this.one('ambito', PLACES.ambito, [slug]);
    if (found !== null) this.ambiti.set(slug, found);
    return found;
  }

  private async one(kind: ResourceKind, sql: string, args: unknown[]): Promise<ResolvedPlace | null> {
    return (await this.many(kind, sql, args))[0] ?? null;
  }

  private async many(kind: ResourceKind, sql: string, args: unknown[]): Promise<ResolvedPlace[]> {
    const rows = await this.db.query<Partial<ResolvedPlace>[]>(sql, args);
    return rows.map(row => ({ kind, stato: null, version: null, tavoloId: null, enteId: null, ...row }) as ResolvedPlace);
  }
}
