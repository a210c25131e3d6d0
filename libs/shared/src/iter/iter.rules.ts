import type { AttoAtteso, DirezioneAtto, TipoAtto } from './atto.schema.js';
import type { StatoFase } from './fase.states.js';

interface Fatto {
  readonly direzione: DirezioneAtto;
  readonly tipo: TipoAtto;
}

/** The foreseen output acts that no act of the phase answers yet: each act answers one expectation of its kind. */
export function attiMancanti(attesi: readonly AttoAtteso[], atti: readonly Fatto[]): AttoAtteso[] {
  const liberi = atti.filter(atto => atto.direzione === 'uscita').map(atto => atto.tipo);
  return attesi.filter(atteso => {
    if (atteso.direzione !== 'uscita') return false;
    const at = liberi.indexOf(atteso.tipo);
    if (at < 0) return true;
    liberi.splice(at, 1);
    return false;
  });
}

/** Where the iter stands: the phases under way, and the first one after the last that has begun. */
export function posizione<F extends { readonly stato: StatoFase }>(fasi: readonly F[]): { inCorso: F[]; prossima: F | null } {
  const inCorso = fasi.filter(fase => fase.stato === 'in_corso');
  const ultima = fasi.reduce((last, fase, n) => (fase.stato === 'da_avviare' ? last : n), -1);
  return { inCorso, prossima: fasi.slice(ultima + 1).find(fase => fase.stato === 'da_avviare') ?? null };
}

/** Whether a phase is late on `oggi` (a day in Rome, as the dates are): it should have ended, or begun. */
export function inRitardo(
  fase: { readonly stato: StatoFase; readonly previstaDal: string | null; readonly previstaAl: string | null },
  oggi: string,
): boolean {
  if (fase.stato === 'in_corso') return fase.previstaAl !== null && fase.previstaAl < oggi;
  return (
    fase.stato === 'da_avviare' &&
    ((fase.previstaDal !== null && fase.previstaDal < oggi) || (fase.previstaAl !== null && fase.previstaAl < oggi))
  );
}

/** The order with one thing moved a place up or down; as it was where there is no such place. */
export function spostato(ordine: readonly string[], id: string, verso: -1 | 1): string[] {
  const from = ordine.indexOf(id);
  const to = from + verso;
  if (from < 0 || to < 0 || to >= ordine.length) return [...ordine];
  const altri = ordine.filter(other => other !== id);
  return [...altri.slice(0, to), id, ...altri.slice(to)];
}
