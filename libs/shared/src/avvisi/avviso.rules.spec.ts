import { ammissione, statoAvviso } from './avviso.rules.js';

const apreAt = new Date('2026-10-01T08:00:00Z');
const chiudeAt = new Date('2026-10-23T10:00:00Z');
const avviso = { stato: 'pubblicato' as const, apreAt, chiudeAt, ammetteTardive: true, natureAmmesse: [] };
const before = (date: Date) => new Date(date.getTime() - 1);

describe('an avviso', () => {
  it('is closed from the very instant it says', () => {
    expect(statoAvviso(avviso, before(chiudeAt))).toBe('pubblicato');
    expect(statoAvviso(avviso, chiudeAt)).toBe('chiuso');
  });

  it('takes answers from its opening to the instant before its closing', () => {
    expect(ammissione(avviso, 'odv', before(apreAt))).toBe('avviso.non_aperto');
    expect(ammissione(avviso, 'odv', apreAt)).toBe('in_termini');
    expect(ammissione(avviso, 'odv', before(chiudeAt))).toBe('in_termini');
  });

  it('takes late answers as consultivo only where it says so', () => {
    expect(ammissione(avviso, 'odv', chiudeAt)).toBe('consultivo');
    expect(ammissione({ ...avviso, ammetteTardive: false }, 'odv', chiudeAt)).toBe('avviso.chiuso');
  });

  it('refuses kinds of ente that it does not invite, late ones too', () => {
    const solo = { ...avviso, natureAmmesse: ['comune' as const] };
    expect([ammissione(solo, 'odv', apreAt), ammissione(solo, 'odv', chiudeAt), ammissione(solo, 'comune', apreAt)]).toEqual([
      'avviso.natura_non_ammessa',
      'avviso.natura_non_ammessa',
      'in_termini',
    ]);
  });

  it('takes nothing once annulled, and is not open as a draft', () => {
    expect(ammissione({ ...avviso, stato: 'annullato' }, 'odv', apreAt)).toBe('avviso.annullato');
    expect(ammissione({ ...avviso, stato: 'bozza' }, 'odv', apreAt)).toBe('avviso.non_aperto');
  });
});
