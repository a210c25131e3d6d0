import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { ProblemError } from '../platform/problem/problem.error.js';
import { hashSecret, newSecret } from '../platform/tokens/secret.js';
import { PROMEMORIA } from './promemoria.queries.js';

/** A secret for each person, by id, whose link turns reminders off for their address. */
export async function creaSegretiRinuncia(
  db: EntityManager,
  persone: readonly { readonly id: string; readonly email: string }[],
): Promise<Map<string, string>> {
  const segreti = new Map(persone.map(({ id }) => [id, newSecret()]));
  await db.query(
    'INSERT INTO email_rinuncia_segreto (segreto_hash, indirizzo, tipo) SELECT h, i, $3 FROM unnest($1::bytea[], $2::text[]) AS s (h, i)',
    [[...segreti.values()].map(hashSecret), persone.map(p => p.email), PROMEMORIA],
  );
  return segreti;
}

/** What people want to hear no more of. Asking twice is asking once. */
@Injectable()
export class Rinunce {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws ProblemError `collegamento.non_valido` */
  async rinuncia(segreto: string): Promise<{ tipo: string }> {
    const [row] = await this.db.query<{ tipo: string }[]>(
      `WITH chi AS (SELECT indirizzo, tipo FROM email_rinuncia_segreto WHERE segreto_hash = $1),
         fatto AS (INSERT INTO email_rinuncia (indirizzo, tipo) SELECT indirizzo, tipo FROM chi ON CONFLICT DO NOTHING)
       SELECT tipo FROM chi`,
      [hashSecret(segreto)],
    );
    if (!row) throw new ProblemError('collegamento.non_valido');
    return row;
  }
}
