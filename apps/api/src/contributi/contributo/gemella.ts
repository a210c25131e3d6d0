import { testiPubblici, type OmissisInput, type TestiContributo } from '@tavoli/shared';
import type { Tx } from '../../platform/commands/commands.js';
import { ProblemError } from '../../platform/problem/problem.error.js';

interface Gemella {
  readonly omissis: OmissisInput['omissis'];
  readonly motivoOmissis?: string;
  readonly filesPubblici: readonly string[];
}

/** Writes the public twin of the text, and which files go with it. */
export async function scriviGemella(tx: Tx, id: string, { omissis, motivoOmissis, filesPubblici }: Gemella): Promise<void> {
  const [row] = await tx.db.query<{ testi: TestiContributo }[]>(
    'SELECT testi FROM contributo WHERE ambito_id = $1 AND id = $2 FOR UPDATE',
    [tx.ambitoId, id],
  );
  if (!row) throw new ProblemError('risorsa.non_trovata');
  await tx.db.query('UPDATE contributo SET pubblico = $3, omissis = $4, motivo_omissis = $5 WHERE ambito_id = $1 AND id = $2', [
    tx.ambitoId,
    id,
    JSON.stringify(testiPubblici(row.testi, omissis)),
    JSON.stringify(omissis),
    omissis.length === 0 ? null : motivoOmissis,
  ]);
  await tx.db.query('UPDATE contributo_file SET pubblico = id = ANY($3::uuid[]) WHERE ambito_id = $1 AND contributo_id = $2', [
    tx.ambitoId,
    id,
    filesPubblici,
  ]);
}
