import { join } from 'node:path';
import { ROOT } from '../scripts/lib/workspace.mjs';
import { factFigure, ratioFigure } from './lib/report.mjs';
import { repeat } from './lib/repeat.mjs';
import { compare } from './lib/rounds.mjs';
import { openBare, openRenderer } from './lib/typst.mjs';

const VERBALI = 100;
const PAGES = 5;
const MEMORY_MB = 300;

const api = path => import(join(ROOT, 'dist/apps/api/src', path));

const testo =
  'Si è discusso dei servizi per le persone anziane e per chi se ne prende cura, con orari che tengano conto di chi lavora. '.repeat(9);
const paragrafo = { type: 'paragraph', content: [{ type: 'text', text: testo }] };

/** A verbale of five pages, as the product reads it; each differs from the others, so that nothing is made once for all. */
const letto = n => ({
  numero: { numero: n + 1, anno: 2026 },
  incontro: { titolo: `Incontro di misura ${n}`, inizioAt: '2026-11-23T15:00:00.000Z' },
  fineAt: '2026-11-23T17:00:00.000Z',
  tavoli: [{ nome: 'Anziani' }],
  sede: { nome: 'Sala consiliare', indirizzo: 'Piazza Inventata 1', accessibile: true },
  quorum: null,
  rettifica: null,
  presenti: Array.from({ length: 20 }, (_, i) => ({
    ente: `Ente di misura ${i}`,
    tavolo: 'Anziani',
    presente: i % 3 === 0 ? null : 'titolare',
  })),
  sezioni: Array.from({ length: 6 }, (_, i) => ({
    titolo: `Punto ${i + 1} dell’incontro ${n}`,
    documento: { type: 'doc', content: [paragrafo, paragrafo] },
    decisioni: [{ testo: 'Si approva la proposta.', modo: 'unanimita', favorevoli: null, contrari: null, astenuti: null }],
    impegni: [{ testo: 'Scrivere la scheda.', chi: 'Referente', entro: '2026-12-31' }],
  })),
});

/** A hundred verbali made one after the other, as after a day of publications: the product's renderer against bare Typst with the same data. */
export async function run() {
  const [{ renderVerbale }, { pagineDi }] = await Promise.all([api('verbali/verbale.pdf.js'), api('piani/pagine.js')]);
  const renderer = await openRenderer();
  const dati = [];
  let pages = 0;
  const make = async n => {
    const pdf = await renderVerbale(
      renderer,
      { nome: 'Corigliano-Rossano', capofila: 'Corigliano-Rossano' },
      letto(n),
      new Date('2026-11-24T09:00:00Z'),
    );
    pages = pagineDi(pdf);
    dati[n] ??= renderer.sent;
  };
  await repeat(VERBALI, 1, make);
  const bare = await openBare('verbali/verbale.typ');
  const measured = await compare({
    product: () => repeat(VERBALI, 1, make),
    raw: () => repeat(VERBALI, 1, n => bare.compile(dati[n])),
    rounds: 3,
  });
  const [mb, bareMb] = [Math.round(renderer.peakMb()), Math.round(bare.peakMb)];
  renderer.close();
  bare.close();
  return [
    ratioFigure(`PDF of a verbale of ${pages} pages, ${VERBALI} in a row`, measured, { goal: 0.6 }),
    factFigure('pages of the verbale', String(pages), `>= ${PAGES}`, pages >= PAGES),
    factFigure('peak memory of its compiler', `${mb} MB (bare ${bareMb} MB)`, `<= ${MEMORY_MB} MB`, mb > 0 && mb <= MEMORY_MB),
  ];
}
