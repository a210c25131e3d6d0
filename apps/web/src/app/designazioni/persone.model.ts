import type { Problem, RappresentanteInput, RuoloRappresentante } from '@tavoli/shared';

export interface PersonaModel {
  readonly ruolo: RuoloRappresentante;
  readonly nome: string;
  readonly cognome: string;
  readonly email: string;
  readonly telefono: string;
  readonly qualifica: string;
}

export interface Posti {
  readonly titolari: number;
  readonly supplenti: number;
}

const vuota = (ruolo: RuoloRappresentante): PersonaModel => ({ ruolo, nome: '', cognome: '', email: '', telefono: '', qualifica: '' });

/** One place in the form for each seat of the avviso, filled with the people already named. */
export function personeModel(posti: Posti, persone: readonly Partial<RappresentanteInput>[] = []): PersonaModel[] {
  const seats = (ruolo: RuoloRappresentante, count: number): PersonaModel[] => {
    const named = persone
      .filter(p => p.ruolo === ruolo)
      .map(p => ({
        ...vuota(ruolo),
        nome: p.nome ?? '',
        cognome: p.cognome ?? '',
        email: p.email ?? '',
        telefono: p.telefono ?? '',
        qualifica: p.qualifica ?? '',
      }));
    return [...named, ...Array.from({ length: Math.max(0, count - named.length) }, () => vuota(ruolo))];
  };
  return [...seats('titolare', posti.titolari), ...seats('supplente', posti.supplenti)];
}

/** An empty seat says nothing and is not sent: a supplente may be missing. */
export const isVuota = (p: PersonaModel): boolean =>
  [p.nome, p.cognome, p.email, p.telefono, p.qualifica].every(value => value.trim() === '');

/** A draft may wait for its titolare; what is sent may not. */
export const SENZA_TITOLARE: Problem = {
  type: 'about:blank',
  title: 'Manca il titolare.',
  status: 422,
  code: 'designazione.posti',
  errors: [
    {
      pointer: '/rappresentanti/0/nome',
      code: 'designazione.posti',
      message: 'Indica il titolare: scrivi almeno il suo nome, il cognome e l’e-mail.',
    },
  ],
};

/** What the fields of one of them are headed by. */
export function titoloPersona(persone: readonly PersonaModel[], i: number): string {
  const persona = persone[i];
  if (!persona) return '';
  const same = persone.filter(p => p.ruolo === persona.ruolo);
  const name = persona.ruolo === 'titolare' ? 'Titolare' : 'Supplente (facoltativo)';
  return same.length > 1 ? `${name} ${same.indexOf(persona) + 1}` : name;
}
