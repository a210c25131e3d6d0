import { pdfGlyphs, pdfText, withoutBlanks } from '../../../testing/files/pdf-text.js';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import { renderRicevuta, type RicevutaData } from './ricevuta.pdf.js';

const data: RicevutaData = {
  ambito: { nome: 'Ambito Territoriale Sociale di Corigliano-Rossano', capofila: 'Comune di Corigliano-Rossano' },
  ente: { denominazione: 'Associazione Il Ponte (demo)', codiceFiscale: '97012340780' },
  tavolo: { nome: 'Anziani e non autosufficienza' },
  avviso: {
    titolo: 'Avviso per la designazione dei rappresentanti ai tavoli tematici',
    chiudeAt: new Date('2026-11-20T11:00:00Z'),
  },
  numeroDiRegistro: { numero: 12, anno: 2026 },
  inviataAt: new Date('2026-11-23T09:15:32Z'),
  reinviataAt: null,
  tardiva: false,
  rappresentanti: [
    { ruolo: 'titolare', nome: 'Mario', cognome: 'Esempio', qualifica: 'Presidente' },
    { ruolo: 'supplente', nome: 'Anna', cognome: 'D’Invenzione', qualifica: null },
  ],
  dichiarazioni: [
    { testo: 'Quello che ho scritto è vero.', obbligatoria: true, resa: true },
    { testo: 'L’ente ospita incontri.', obbligatoria: false, resa: false },
  ],
  sha256: '0123456789abcdef'.repeat(4),
};

describe('the receipt of a designazione', () => {
  const pdf = new PdfRenderer({ timeoutMs: 300_000 });
  afterAll(() => pdf.onModuleDestroy());

  it('says who sent what, when, under which number of the register', async () => {
    const glyphs = pdfGlyphs(await renderRicevuta(pdf, data));
    for (const part of [
      'Ambito Territoriale Sociale di Corigliano-Rossano',
      'N. di registro del portale 12/2026 del 23/11/2026',
      'Il portale ha ricevuto la designazione lunedì 23 novembre 2026, ore 10:15.',
      'Il numero di protocollo lo assegna il comune',
      'Inviata lunedì 23 novembre 2026, ore 10:15:32',
      'Scadenza dell’avviso venerdì 20 novembre 2026, ore 12:00',
      'Associazione Il Ponte (demo)',
      'Titolare Mario Esempio Presidente',
      'Supplente Anna D’Invenzione —',
      'Dichiarazioni rese con l’invio',
      'Quello che ho scritto è vero. Sì',
      'L’ente ospita incontri. No',
      data.sha256,
    ]) {
      expect(glyphs).toContain(withoutBlanks(part));
    }
  });

  it('says that a late one is admitted as consultivo, and only then', async () => {
    const words = withoutBlanks('Inviata dopo la scadenza: ammessa come consultivo');
    expect(pdfGlyphs(await renderRicevuta(pdf, { ...data, tardiva: true }))).toContain(words);
    expect(pdfGlyphs(await renderRicevuta(pdf, data))).not.toContain(words);
  });

  it('speaks of declarations only where the avviso asked any', async () => {
    expect(pdfGlyphs(await renderRicevuta(pdf, { ...data, dichiarazioni: [] }))).not.toContain('Dichiarazioni');
  });

  it('F-7: is always the same file for the same designazione', async () => {
    expect((await renderRicevuta(pdf, data)).equals(await renderRicevuta(pdf, data))).toBe(true);
  });

  it('is tagged, in Italian, and says its title and author', async () => {
    const source = (await renderRicevuta(pdf, data)).toString('latin1');
    expect(source).toMatch(/\/Marked true/);
    expect(source).toMatch(/\/Lang \(it-IT\)/);
    expect(source).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(source).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(source).toContain('Ricevuta della designazione');
  });

  it.each([
    '#read("/etc/passwd")',
    '#panic()',
    ']',
    '[',
    '#',
    '$x$',
    '*grassetto*',
    '_corsivo_',
    '`raw`',
    '<etichetta>',
    '@rimando',
    '\\',
    '// commento',
    '/*',
    '= Titolo',
    '"; #eval("1")',
  ])('B-22: shows %s as it is, as the name of an ente', async name => {
    const made = await renderRicevuta(pdf, {
      ...data,
      ente: { denominazione: name, codiceFiscale: name },
      tavolo: { nome: `${name} fine` },
    });
    expect(pdfGlyphs(made)).toContain(withoutBlanks(`Codice fiscale ${name} Tavolo ${name} fine Avviso`));
    expect(pdfText(made)).not.toContain('root:');
  });

  it('B-22: refuses a word of a million letters, and holds the longest it admits in bounded memory', async () => {
    const called = (name: string) => renderRicevuta(pdf, { ...data, ente: { denominazione: name, codiceFiscale: null } });
    await expect(called('m'.repeat(1_000_000))).rejects.toMatchObject({ code: 'pdf.non_disponibile', reason: 'too-long' });
    const glyphs = pdfGlyphs(await called('m'.repeat(200_000)));
    expect(glyphs.split('m').length).toBeGreaterThan(2 * 200_000);
    expect(pdf.peakBytes).toBeLessThan(300 * 1024 * 1024);
  });

  it('B-22: draws a box for a character that the fonts lack', async () => {
    const made = await renderRicevuta(pdf, { ...data, tavolo: { nome: '王😀' } });
    expect(pdfGlyphs(made)).toContain('Tavolo□□Avviso');
  });
});
