import fc from 'fast-check';
import { indirizzoEmail, telefono } from './fields.js';
import { codiceIncollato, emailIncollata, partitaIvaIncollata, telefonoIncollato } from './incollato.js';

const letto = (schema: typeof indirizzoEmail | typeof telefono, value: string): string | null => schema.safeParse(value).data ?? null;

describe('what people paste in a field', () => {
  it('is an address, whatever stands around it', () => {
    for (const value of [
      'nome@esempio.it',
      ' NOME@Esempio.IT ',
      'mailto:nome@esempio.it',
      'MAILTO:nome@esempio.it?subject=Tavolo%20anziani',
      'Anna Rossi <nome@esempio.it>',
      '<nome@esempio.it>;',
      '\u200bnome@esempio.it\u00a0',
      'nome@esempio.it.',
    ])
      expect([value, letto(indirizzoEmail, value)]).toEqual([value, 'nome@esempio.it']);
    expect(letto(indirizzoEmail, 'segreteria@asst\u2011pavia.it')).toBe('segreteria@asst-pavia.it');
  });

  it('is no address when no mail could arrive there', () => {
    for (const value of [
      ...['a..b@esempio.it', '.a@esempio.it', 'a.@esempio.it', '@esempio.it', 'a@', 'a', '', 'a b@esempio.it', 'a@b@esempio.it'],
      ...['a@192.168.1.1', 'a@esempio.123', 'a@-esempio.it', 'a@esempio-.it', 'a@esempio..it', 'a@esempio', 'a@.it', 'a@esempio.i'],
      ...['a@esempio.it, b@esempio.it', 'a@[127.0.0.1]', `${'x'.repeat(65)}@esempio.it`, `a@${'x'.repeat(64)}.it`],
    ])
      expect([value, letto(indirizzoEmail, value)]).toEqual([value, null]);
  });

  it('is a number, with its label, in brackets, with hyphens of a word processor', () => {
    const come: readonly (readonly [string, string])[] = [
      ['(0983) 123456', '0983 123456'],
      ['Tel. (0983) 123456', '0983 123456'],
      ['tel:+390983123456', '+390983123456'],
      ['+39 (0983) 123.456', '+39 0983 123.456'],
      ['0983\u2011123\u2013456', '0983-123-456'],
      ['\u202a0983\u00a0123456\u202c', '0983 123456'],
      ['+ 39 333 1234567', '+39 333 1234567'],
    ];
    for (const [value, numero] of come) expect([value, letto(telefono, value)]).toEqual([value, numero]);
    for (const value of ['', '123', 'abc', '0983 12345x', '12345678901234567890123'])
      expect([value, letto(telefono, value)]).toEqual([value, null]);
  });

  it('is a code, with dots, spaces, dashes, and the country before a partita IVA', () => {
    expect(codiceIncollato(' rss-mra 85t10.a562s\u200b')).toBe('RSSMRA85T10A562S');
    for (const value of ['IT02438750586', 'IT 02438750586', 'it-024.387.505.86', '02438750586'])
      expect([value, partitaIvaIncollata(value)]).toEqual([value, '02438750586']);
    expect(partitaIvaIncollata('IT123')).toBe('IT123');
  });

  it('is not changed by cleaning it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), value => {
        for (const pulisci of [codiceIncollato, partitaIvaIncollata]) expect(pulisci(pulisci(value))).toBe(pulisci(value));
      }),
    );
    for (const value of ['Anna <a@b.it>', 'mailto:a@b.it', 'Tel. (0983) 123456', 'fax: 0983-123456']) {
      expect(emailIncollata(emailIncollata(value))).toBe(emailIncollata(value));
      expect(telefonoIncollato(telefonoIncollato(value))).toBe(telefonoIncollato(value));
    }
  });
});
