import { REGOLE_CONTRIBUTI, TEMPI_CONTRIBUTI, type RegoleContributi, type TempiContributi } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';

/** What a tavolo has decided, over what is usual. */
export const regoleContributi = (stored: Partial<RegoleContributi> | null | undefined): RegoleContributi => ({
  ...REGOLE_CONTRIBUTI,
  ...stored,
});

/** The clocks of an ambito. `version` is 0 until somebody set them. */
export async function leggiTempi(db: EntityManager, ambitoId: string): Promise<TempiContributi & { version: number }> {
  const [row] = await db.query<{ tempi: Partial<TempiContributi>; version: number }[]>(
    'SELECT tempi, version FROM contributi_tempi WHERE ambito_id = $1',
    [ambitoId],
  );
  return { ...TEMPI_CONTRIBUTI, ...row?.tempi, version: row?.version ?? 0 };
}
