import { REGOLE_PREDEFINITE } from '@tavoli/shared';
import { quorumInParole, RegoleFormSchema, regoleInput, type RegoleModel, regoleModel } from './regole.model';

const errori = (model: RegoleModel) =>
  (RegoleFormSchema.safeParse(model).error?.issues ?? []).map(i => `${i.path.join('/')}: ${i.message}`);

describe('The rules of a tavolo in their form', () => {
  it('come back as they were', () => {
    expect(regoleInput(regoleModel(REGOLE_PREDEFINITE))).toEqual(REGOLE_PREDEFINITE);
    const fisso = { ...REGOLE_PREDEFINITE, quorum: { tipo: 'fisso', numero: 7 } as const };
    expect(regoleInput(regoleModel(fisso))).toEqual(fisso);
  });

  it('leave behind what else was read with them', () => {
    const letto = { ...REGOLE_PREDEFINITE, proprie: true };
    expect([regoleInput(regoleModel(letto)), errori(regoleModel(letto))]).toEqual([REGOLE_PREDEFINITE, []]);
  });

  it('forget the number of a rule that has none, and demand it where it has', () => {
    const model = regoleModel(REGOLE_PREDEFINITE);
    expect(regoleInput({ ...model, quorum: { tipo: 'un_terzo', numero: 4 } }).quorum).toEqual({ tipo: 'un_terzo' });
    expect(errori({ ...model, quorum: { tipo: 'fisso', numero: null } })).toEqual(['quorum/numero: Scrivi un numero intero.']);
  });

  it('cannot ask more notice in urgency than usually', () => {
    const troppo = { ...regoleModel(REGOLE_PREDEFINITE), preavvisoUrgenza: 6 };
    expect(errori(troppo)).toEqual(['preavvisoUrgenza: Non può superare il preavviso ordinario.']);
    expect(errori({ ...troppo, assenzeDecadenza: 99 })).toEqual([
      'assenzeDecadenza: Al massimo 20.',
      'preavvisoUrgenza: Non può superare il preavviso ordinario.',
    ]);
  });

  it('are told in words', () => {
    expect(quorumInParole({ tipo: 'fisso', numero: 1 })).toBe('almeno 1 posto occupato');
    expect(quorumInParole({ tipo: 'nessuno' })).toBe('non richiesto');
  });
});
