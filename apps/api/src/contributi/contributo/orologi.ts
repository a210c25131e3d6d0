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
  const risponde = { ...fermi, rispondere_entro_at: tra(tempi.giorniRisposta), risposto_at: null };
  return ARRIVI[stato]({
    now,
    da,
    fermi,
    risponde,
    modera: { ...fermi, moderare_entro_at: tra(tempi.giorniModerazione), risposto_at: null },
  });
}

/** By when a review that is asked at `dal` is decided on. */
export async function riesameEntro(db: EntityManager, ambitoId: string, dal: Date): Promise<Date> {
  return new Date(dal.getTime() + (await leggiTempi(db, ambitoId)).giorniRiesame * DAY);
}

/** The clocks as they may be left: stopped, running for who moderates, running for who answers. */
interface Orologi {
  readonly now: Date;
  readonly da: StatoContributo | undefined;
  readonly fermi: Colonne;
  readonly modera: Colonne;
  readonly risponde: Colonne;
}

const attende = ({ fermi }: Orologi): Colonne => fermi;
/** It needs nothing more of staff: answered, merged, or at an end. */
const chiuso = ({ fermi, now }: Orologi): Colonne => ({ ...fermi, risposto_at: now });

const ARRIVI: Readonly<Record<StatoContributo, (o: Orologi) => Colonne>> = {
  da_confermare: attende,
  in_moderazione: ({ modera, now }) => ({ ...modera, in_moderazione_dal: now }),
  da_modificare: attende,
  pubblicato: ({ risponde, now }) => ({ ...risponde, pubblicato_at: now }),
  // Examining what was published goes on with the clock that runs; what was put off or is reviewed gets a new one.
  in_esame: ({ risponde, da }) => (da === 'pubblicato' ? {} : risponde),
  accolto: chiuso,
  accolto_in_parte: chiuso,
  non_accolto: chiuso,
  rinviato: chiuso,
  unito: chiuso,
  respinto: chiuso,
  ritirato: chiuso,
};
