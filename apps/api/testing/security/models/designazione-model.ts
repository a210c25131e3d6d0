import {
  AVVISO,
  CONSENSO,
  DESIGNAZIONE,
  DESIGNAZIONI_CHE_ASPETTANO,
  DESIGNAZIONI_COL_POSTO,
  DESIGNAZIONI_DA_DECIDERE,
  DESIGNAZIONI_IN_ESSERE,
  DESIGNAZIONI_TOLTE,
  isAllowed,
  tra,
  VISIBILITY,
  type AzioneAvviso,
  type AzioneConsenso,
  type AzioneDesignazione,
  type Ruolo,
  type StatoConsenso,
  type StatoDesignazione,
  type Veste,
} from '@tavoli/shared';
import { guarded, ruoloDi } from './chi.js';

/** Who may try, and as what the matrix knows them here. */
export const CHI = ['operatore', 'referente', 'coordinatore', 'ufficio', 'altroEnte', 'pubblico'] as const;
export type Chi = (typeof CHI)[number];

export interface Pratica {
  readonly id: string;
  readonly sostituisce: Pratica | null;
  stato: StatoDesignazione;
  veste: Veste;
  version: number;
  eliminata: boolean;
  consensi: StatoConsenso[];
  /** Who is named, by place: the same person in a replacement has the same name here. */
  chi: string[];
  /** Places of those who sit already in what it replaces, from its sending until they go over. */
  continua: number[];
  /** Places of those who came over, and go back if they are named no more. */
  venute: number[];
  /** The mailed link of each person, where they have one that opens this. */
  segreti: (string | undefined)[];
}

/** All that the state tables, the matrix and the rules make of one ente's answers to one avviso. */
export interface Model {
  readonly avviso: { stato: 'bozza' | 'pubblicato' | 'annullato'; version: number };
  readonly pratiche: Pratica[];
  atti: number;
  emails: number;
  inviate: number;
  /** The last draft that was made with a key, and what was answered. */
  creata: { key: string; body: object; answer: string } | null;
}

/** Of one act: to the ente and its operatore, to the referente. */
const PER_ENTE = 2;
const PER_REFERENTI = 1;

const in409 = (allowed: boolean, done = 200): number => (allowed ? done : 409);

const seen = (p: Pratica): readonly Ruolo[] => (p.eliminata ? [] : VISIBILITY.designazione[p.stato]);
const inCorso = (m: Model): boolean => m.pratiche.some(p => !p.eliminata && tra(DESIGNAZIONI_DA_DECIDERE, p.stato));
const seduta = (m: Model): Pratica | undefined => m.pratiche.find(p => tra(DESIGNAZIONI_COL_POSTO, p.stato));

export function foreseeCrea(m: Model, chi: Chi): number {
  const refused = guarded(ruoloDi(chi), 'designazione.crea', VISIBILITY.ente.verificato);
  if (refused !== null) return refused;
  if (m.avviso.stato === 'bozza') return 404;
  return in409(m.avviso.stato === 'pubblicato' && !inCorso(m) && seduta(m) === undefined, 201);
}

/** Of rewriting or deleting a draft. */
export function foreseeBozza(p: Pratica, chi: Chi, cosa: 'modifica' | 'elimina', fresh: boolean): number {
  return (
    guarded(ruoloDi(chi), `designazione.${cosa}`, seen(p)) ?? (fresh ? in409(p.stato === 'bozza', cosa === 'elimina' ? 204 : 200) : 412)
  );
}

/** What it is to replace is still there to be replaced: else it is a new answer. */
const alPostoDi = ({ sostituisce: v }: Pratica): Pratica | null => (v === null || tra(DESIGNAZIONI_TOLTE, v.stato) ? null : v);

/** The capacity that every correction asks for. */
export const CORRETTA: Veste = 'osservatore';

export function foreseePasso(m: Model, p: Pratica, chi: Chi, azione: AzioneDesignazione, fresh: boolean, motivo: boolean): number {
  const refused = guarded(ruoloDi(chi), `designazione.${azione}`, seen(p));
  if (refused !== null) return refused;
  if (DESIGNAZIONE[azione].motivata && !motivo) return 400;
  if (!fresh) return 412;
  if (azione === 'invia' && p.consensi.length === 0) return 422;
  if (azione === 'invia' && alPostoDi(p) === null && m.avviso.stato === 'annullato') return 409;
  if (azione === 'sostituisci' && inCorso(m)) return 409;
  if (azione === 'accetta' && p.sostituisce?.stato === 'sospesa') return 409;
  // Its ente has its days still.
  if (azione === 'respingi' && p.stato === 'da_integrare') return 409;
  if (!isAllowed(DESIGNAZIONE, azione, p.stato)) return 409;
  if (azione !== 'correggi_veste') return 200;
  return p.stato !== 'inviata' && !motivo ? 400 : in409(p.veste !== CORRETTA);
}

/** At sending, which people sit already, by place: they are not asked again, and what they answered stands. */
const resta = (p: Pratica, i: number): boolean => {
  const v = p.sostituisce;
  return tra(DESIGNAZIONI_COL_POSTO, v?.stato) && v?.chi[i] === p.chi[i] && (v.consensi[i] === 'dato' || v.consensi[i] === 'in_attesa');
};

/** Whoever goes on goes over with their answer and their link. */
function passano(p: Pratica): void {
  const v = p.sostituisce;
  if (v === null) return;
  for (const i of p.continua) {
    if (v.consensi[i] !== 'dato' && v.consensi[i] !== 'in_attesa') continue;
    p.segreti[i] = v.segreti[i];
    v.segreti[i] = undefined;
    p.venute.push(i);
  }
  p.continua = [];
}

/** What a step that succeeds changes, but for the new draft that `sostituisci` makes. */
export function advance(m: Model, p: Pratica, azione: Exclude<AzioneDesignazione, 'sostituisci'>): void {
  if (azione === 'invia') {
    p.continua = p.consensi.flatMap((_, i) => (resta(p, i) ? [i] : []));
    p.veste = alPostoDi(p)?.veste ?? 'componente';
    p.consensi = p.consensi.map((c, i) => (p.continua.includes(i) ? (p.sostituisce?.consensi[i] ?? c) : c));
  }
  const chiesti = p.consensi.length - p.continua.length;
  const interessati = p.consensi.filter(c => c === 'dato' || c === 'in_attesa').length;
  if (azione === 'accetta' && p.sostituisce?.stato === 'accettata') {
    passano(p);
    p.sostituisce.stato = 'sostituita';
    p.sostituisce.version += 1;
    m.atti += 1;
  }
  if (azione === 'invia') m.inviate += 1;
  if (azione === 'correggi_veste') p.veste = CORRETTA;
  else p.stato = DESIGNAZIONE[azione].to;
  if (azione === 'revoca' || azione === 'cessa')
    for (const altra of m.pratiche) if (altra.sostituisce === p && tra(DESIGNAZIONI_CHE_ASPETTANO, altra.stato)) passano(altra);
  p.version += 1;
  m.atti += 1;
  m.emails += {
    invia: PER_ENTE + PER_REFERENTI + chiesti,
    accetta: PER_ENTE + interessati,
    chiedi_integrazione: PER_ENTE,
    reinvia: PER_ENTE + PER_REFERENTI,
    respingi: PER_ENTE,
    revoca: PER_REFERENTI + interessati,
    sospendi: PER_ENTE + interessati,
    riattiva: PER_ENTE + interessati,
    correggi_veste: PER_ENTE + interessati,
    cessa: PER_ENTE + interessati,
  }[azione];
}

/** What sending it again with two people that nobody named before changes besides: those before are told, unless they sit elsewhere still. */
export function rinomina(m: Model, p: Pratica, chi: string[]): void {
  const v = p.sostituisce;
  for (const [i, c] of p.consensi.entries()) {
    if (!p.continua.includes(i) && (c === 'dato' || c === 'in_attesa')) m.emails += 1;
    if (v === null || !p.venute.includes(i)) continue;
    v.consensi[i] = c;
    v.segreti[i] = p.segreti[i];
  }
  Object.assign(p, { consensi: ['in_attesa', 'in_attesa'], chi, continua: [], venute: [] });
  m.emails += chi.length;
}

export function foreseeConsenso(p: Pratica, persona: number, azione: AzioneConsenso): number {
  const stato = p.consensi[persona];
  const serve = azione === 'dimettiti' ? DESIGNAZIONI_COL_POSTO : DESIGNAZIONI_IN_ESSERE;
  return in409(tra<StatoDesignazione>(serve, p.stato) && stato !== undefined && isAllowed(CONSENSO, azione, stato));
}

export function answer(m: Model, p: Pratica, persona: number, azione: AzioneConsenso): void {
  p.consensi[persona] = CONSENSO[azione].to;
  // The same person, in a replacement that waits.
  for (const altra of m.pratiche)
    if (altra.sostituisce === p && tra(DESIGNAZIONI_CHE_ASPETTANO, altra.stato) && altra.continua.includes(persona))
      altra.consensi[persona] = CONSENSO[azione].to;
  m.atti += 1;
  if (azione !== 'acconsenti') m.emails += PER_ENTE;
  // Who decides at the tavolo is told; who substitutes takes part from now on.
  if (azione === 'dimettiti') m.emails += PER_REFERENTI + (persona === 0 && p.consensi[1] === 'dato' ? 1 : 0);
}

export function foreseeAvviso(m: Model, chi: Chi, azione: AzioneAvviso, fresh: boolean): number {
  return (
    guarded(ruoloDi(chi), `avviso.${azione}`, VISIBILITY.avviso[m.avviso.stato]) ??
    (fresh ? in409(isAllowed(AVVISO, azione, m.avviso.stato)) : 412)
  );
}

export function advanceAvviso(m: Model, azione: AzioneAvviso): void {
  m.avviso.stato = AVVISO[azione].to as Model['avviso']['stato'];
  m.avviso.version += 1;
  m.atti += 1;
  if (azione !== 'pubblica' && inCorso(m)) m.emails += 1;
}
