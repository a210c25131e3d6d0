import type { CodaRigaView } from '@tavoli/shared';

const DAY = 86_400_000;

/** The clock that runs, in words: «da leggere entro 3 giorni», «in ritardo di 2 giorni»; null when nothing is due. */
export function scadenza(
  c: Pick<CodaRigaView, 'moderareEntroAt' | 'rispondereEntroAt'>,
  now: Date,
): { readonly parole: string; readonly tono: 'neutral' | 'warning' | 'danger' } | null {
  const entro = c.moderareEntroAt ?? c.rispondereEntroAt;
  if (entro === null) return null;
  const cosa = c.moderareEntroAt === null ? 'Da rispondere' : 'Da leggere';
  const giorni = Math.ceil((Date.parse(entro) - now.getTime()) / DAY);
  if (giorni < 0 || Date.parse(entro) < now.getTime())
    return {
      parole: `${cosa}: in ritardo ${giorni >= 0 ? 'da oggi' : `di ${-giorni + 1 === 1 ? 'un giorno' : `${-giorni + 1} giorni`}`}`,
      tono: 'danger',
    };
  return { parole: giorni <= 1 ? `${cosa} entro domani` : `${cosa} entro ${giorni} giorni`, tono: giorni <= 3 ? 'warning' : 'neutral' };
}
