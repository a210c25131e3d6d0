import { formatOra, type IncontroDalVivoView, type PuntoView } from '@tavoli/shared';
import { minutiInParole } from '../../ui/words/parole';
import { VERBALE_ATTESO } from '../../verbali/verbale-atteso';
import { numeroLegale } from '../presenze/presenze.parole';
import { novita } from '../presenze/punti';

const ore = (instant: string): string => `ore ${formatOra(new Date(instant))}`;

/** `Si discute dalle ore 10:05. Previsti 15 minuti.`; taken up again: `Ripreso alle ore 11:20.` */
export function daQuando({ iniziatoAt, minuti }: Pick<PuntoView, 'iniziatoAt' | 'minuti'>, puntoDal: string | null): string {
  const previsti = minuti === null ? '' : minuti === 1 ? ' Previsto 1 minuto.' : ` Previsti ${minutiInParole(minuti)}.`;
  if (puntoDal === null) return previsti.trim();
  return puntoDal === iniziatoAt ? `Si discute dalle ${ore(puntoDal)}.${previsti}` : `Ripreso alle ${ore(puntoDal)}.`;
}

/** What who listens is told of what has just changed; null: nothing that they would want to be told. */
export function raccontato(prima: IncontroDalVivoView, ora: IncontroDalVivoView): string | null {
  if (ora.stato === 'svolto' && prima.stato !== 'svolto') return VERBALE_ATTESO;
  const detto = novita(prima, ora);
  if (detto !== null || ora.quorum === null || ora.stato !== 'in_corso' || ora.quorum.richiesti === 0) return detto;
  return prima.quorum?.raggiunto === ora.quorum.raggiunto ? null : `${numeroLegale(ora.quorum)}.`;
}

const MEZZA_GIORNATA_MS = 12 * 3_600_000;

/** Whether a page of it is worth following: it goes on, or is about to. */
export const daSeguire = ({ stato, inizioAt }: Pick<IncontroDalVivoView, 'stato' | 'inizioAt'>, now: Date): boolean =>
  stato === 'in_corso' || (stato === 'convocato' && Math.abs(new Date(inizioAt).getTime() - now.getTime()) < MEZZA_GIORNATA_MS);
