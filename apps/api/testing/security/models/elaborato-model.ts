import {
  COMMENTO,
  ELABORATO,
  isAllowed,
  VISIBILITY,
  type AzioneCommento,
  type AzioneElaborato,
  type ChiScrive,
  type Ruolo,
  type StatoCommento,
  type StatoElaborato,
} from '@tavoli/shared';
import { guarded, puo, ruoloDi } from './chi.js';

/** Who may try, and as what the matrix knows them here. */
export const CHI = ['referente', 'coordinatore', 'ufficio', 'membro', 'altroReferente', 'pubblico'] as const;
export type Chi = (typeof CHI)[number];

export const PARTI = ['premessa', 'testo'] as const;
export type Chiave = (typeof PARTI)[number];

export interface Opera {
  readonly id: string;
  readonly parti: Readonly<Record<Chiave, { readonly id: string; version: number; testo: string }>>;
  readonly commenti: { readonly id: string; stato: StatoCommento }[];
  stato: StatoElaborato;
  version: number;
  scrivono: ChiScrive;
  consultata: boolean;
  eliminata: boolean;
  /** What its text was when it was accepted. */
  accolta: string | null;
}

/** All that the state tables, the matrix and the rules make of the elaborati of one tavolo. */
export interface Model {
  readonly opere: Opera[];
  atti: number;
  emails: number;
  salvataggi: number;
}

/** Who is written to: two who sit at the tavolo, one coordinatore, one referente. */
const EMAILS: Readonly<Partial<Record<AzioneElaborato, number>>> = { apri_consultazione: 2, consegna: 1, accogli: 1, rimanda: 1 };

const seen = (o: Opera): readonly Ruolo[] => (o.eliminata ? [] : VISIBILITY.elaborato[o.stato]);
/** Who writes in it whenever it is written in. */
const staff = (chi: Chi): boolean => puo(ruoloDi(chi), 'elaborato.modifica');

export const foreseeCrea = (chi: Chi): number => guarded(ruoloDi(chi), 'elaborato.crea', ['pubblico']) ?? 201;

/** Of title and who writes, and of deleting. */
export function foreseeBozza(o: Opera, chi: Chi, cosa: 'modifica' | 'elimina', fresh: boolean): number {
  const refused = guarded(ruoloDi(chi), `elaborato.${cosa}`, seen(o));
  if (refused !== null) return refused;
  if (!fresh) return 412;
  return o.stato !== 'bozza' || (cosa === 'elimina' && o.consultata) ? 409 : cosa === 'elimina' ? 204 : 200;
}

export function foreseeSalva(o: Opera, chi: Chi, fresh: boolean): number {
  const refused = guarded(ruoloDi(chi), 'elaborato.scrivi', seen(o));
  if (refused !== null) return refused;
  if (o.stato !== 'bozza' && o.stato !== 'in_consultazione') return 409;
  if (!staff(chi) && !(o.stato === 'bozza' && o.scrivono === 'rappresentanti')) return 403;
  return fresh ? 200 : 412;
}

export interface Tentativo {
  readonly fresh: boolean;
  readonly motivo: boolean;
  readonly verbale: boolean;
}

export function foreseePasso(o: Opera, chi: Chi, azione: AzioneElaborato, { fresh, motivo, verbale }: Tentativo): number {
  const refused = guarded(ruoloDi(chi), `elaborato.${azione}`, seen(o));
  if (refused !== null) return refused;
  if (ELABORATO[azione].motivata && !motivo) return 400;
  if (!fresh) return 412;
  if (!isAllowed(ELABORATO, azione, o.stato)) return 409;
  if (azione === 'apri_consultazione' && o.parti.premessa.testo === '' && o.parti.testo.testo === '') return 422;
  if (azione === 'approva' && o.commenti.some(c => c.stato === 'aperto')) return 409;
  // Its consultation lasts longer than the story does.
  if (azione === 'approva' && !motivo) return 409;
  if (azione === 'approva' && !verbale) return 422;
  if (azione === 'consegna' && o.parti.testo.testo === '') return 422;
  return 200;
}

export function advance(m: Model, o: Opera, azione: AzioneElaborato): void {
  o.stato = ELABORATO[azione].to;
  o.version += 1;
  if (azione === 'apri_consultazione') o.consultata = true;
  if (azione === 'accogli') o.accolta = o.parti.testo.testo;
  m.atti += 1;
  m.emails += EMAILS[azione] ?? 0;
}

export function foreseeCommenta(o: Opera, chi: Chi): number {
  return guarded(ruoloDi(chi), 'elaborato.commenta', seen(o)) ?? (o.stato === 'in_consultazione' ? 201 : 409);
}

export function foreseeRispondi(o: Opera, chi: Chi, quale: number, azione: AzioneCommento): number {
  const stato = o.commenti[quale]?.stato;
  return (
    guarded(ruoloDi(chi), 'commento.accogli', seen(o)) ??
    (o.stato === 'in_consultazione' && stato !== undefined && isAllowed(COMMENTO, azione, stato) ? 200 : 409)
  );
}
