import type { EnteAlTavoloView } from '@tavoli/shared';
import { pdfGlyphs, withoutBlanks } from '../../testing/files/pdf-text.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { renderElencoRappresentanti, type ElencoRappresentantiData } from './elenco-rappresentanti.pdf.js';

const ponte: EnteAlTavoloView = {
  id: '0f0e0d0c-0b0a-4908-8706-050403020100',
  denominazione: 'Associazione Il Ponte (demo)',
  veste: 'componente',
  dal: '2026-11-23T23:30:00.000Z',
  rappresentanti: [
    { ruolo: 'titolare', nome: 'Mario', cognome: 'Esempio' },
    { ruolo: 'supplente', nome: 'Anna', cognome: 'Prova' },
    { ruolo: 'supplente', nome: 'Luca', cognome: 'Finto' },
  ],
  inAttesa: 0,
  scoperto: false,
};
const data: ElencoRappresentantiData = {
  ambito: { nome: 'Ambito Territoriale Sociale di Corigliano-Rossano', capofila: 'Comune di Corigliano-Rossano' },
  tavolo: { nome: 'Anziani', piano: 'Piano di Zona 2026-2028', referente: 'Carla Modello' },
  enti: [ponte],
  aggiornatoAt: new Date('2026-11-24T08:00:00Z'),
};

describe('the elenco dei rappresentanti', () => {
  const pdf = new PdfRenderer({ timeoutMs: 300_000 });
  afterAll(() => pdf.onModuleDestroy());

  it('names each ente with its people, its capacity and since when, in Italian time', async () => {
    const glyphs = pdfGlyphs(await renderElencoRappresentanti(pdf, data));
    expect(glyphs).toContain(withoutBlanks('Associazione Il Ponte (demo) Mario Esempio Anna Prova, Luca Finto componente 24/11/2026'));
    expect(glyphs).toContain(withoutBlanks('Aggiornato: martedì 24 novembre 2026, ore 09:00'));
    expect(glyphs).toContain(withoutBlanks('Referente Carla Modello'));
  });

  it('says so when nobody sits there yet, and when someone has not consented', async () => {
    expect(pdfGlyphs(await renderElencoRappresentanti(pdf, { ...data, enti: [] }))).toContain(
      withoutBlanks('non siede ancora nessun rappresentante'),
    );
    const waiting = { ...ponte, rappresentanti: [], inAttesa: 2 };
    const glyphs = pdfGlyphs(await renderElencoRappresentanti(pdf, { ...data, enti: [waiting] }));
    expect(glyphs).toContain(withoutBlanks('Hanno un posto, e non siedono ancora'));
    expect(glyphs).toContain(withoutBlanks('Associazione Il Ponte (demo)'));
    const half = { ...ponte, inAttesa: 1 };
    expect(pdfGlyphs(await renderElencoRappresentanti(pdf, { ...data, enti: [half] }))).toContain(
      withoutBlanks('Non compaiono le persone che non hanno ancora dato il consenso'),
    );
  });

  it('B-22: holds 2,000 enti in bounded memory, with the head of the table and the number on each page', async () => {
    const enti = Array.from({ length: 2000 }, (_, i) => ({ ...ponte, denominazione: `Ente ${i}` }));
    const glyphs = pdfGlyphs(await renderElencoRappresentanti(pdf, { ...data, enti }));
    const pages = Number(/Pagina1di(\d+)/.exec(glyphs)?.[1]);
    expect(pages).toBeGreaterThan(20);
    expect(glyphs.split('EnteTitolareSupplenteVesteDal')).toHaveLength(pages + 1);
    expect(glyphs).toContain('Ente1999MarioEsempio');
    expect(pdf.peakBytes).toBeLessThan(300 * 1024 * 1024);
  });

  it('is accessible: PDF/UA, tagged, in Italian', async () => {
    const source = (await renderElencoRappresentanti(pdf, data)).toString('latin1');
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(source).toMatch(/\/Lang \(it-IT\)/);
  });
});
