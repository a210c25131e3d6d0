import type { StatoContributo } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { leggiTempi } from '../regole/regole.js';

const DAY = 86_400_000;

type Colonne = Readonly<Record<string, unknown>>;

/** Columns of the two clocks for a contributo that comes into `stato` now, by the clock of the database. A clock that starts has not been reminded of. */
export async function orologiPer(db: EntityManager, ambitoId: string, stato: StatoContributo, da?: StatoContributo): Promise<Colonne> {
  const [clock] = await db.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
  const now = clock?.now ?? new Date();
  const tempi = await leggiTempi(db, ambitoId);
  const tra = (giorni: number): Date => new Date(now.getTime() + giorni * DAY);
  const fermi = { moderare_entro_at: null, rispondere_entro_at: null, promemoria_at: null, sollecito_at: null };
  switch (stato) {
    case 'in_moderazione':
      return { ...fermi, in_moderazione_dal: now, moderare_entro_at: tra(tempi.giorniModerazione), risposto_at: null };
    case 'pubblicato':
      return { ...fermi, pubblicato_at: now, rispondere_entro_at: tra(tempi.giorniRisposta), risposto_at: null };
    // Examining what was published goes on with the clock that runs; what was put off or is reviewed gets a new one.
    case 'in_esame':
      return da === 'pubblicato' ? {} : { ...fermi, rispondere_entro_at: tra(tempi.giorniRisposta), risposto_at: null };
    case 'da_modificare':
    case 'da_confermare':
      return fermi;
    default:
      return { ...fermi, risposto_at: now };
  }
}
