import type { EntityManager } from 'typeorm';
import { ProblemError } from '../platform/problem/problem.error.js';

/** Who signs what an ambito prints: its name in full. @throws ProblemError 404 */
export async function testataDi(db: EntityManager, ambitoId: string): Promise<{ nome: string; capofila: string }> {
  const [ambito] = await db.query<{ nome: string; capofila: string }[]>('SELECT nome_esteso AS nome, capofila FROM ambito WHERE id = $1', [
    ambitoId,
  ]);
  if (!ambito) throw new ProblemError('risorsa.non_trovata');
  return ambito;
}
