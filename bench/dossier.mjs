import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../scripts/lib/workspace.mjs';
import { factFigure, ratioFigure } from './lib/report.mjs';
import { compare } from './lib/rounds.mjs';

/** Ten tavoli, each with as many verbali as make 250 pages and more. */
const TAVOLI = 10;
const VERBALI = 70;
const MEMORY_MB = 600;

const api = path => import(join(ROOT, 'dist/apps/api/src', path));

/** What the product reads from the database, already read. */
function letto() {
  const testo = 'Si è discusso dei servizi per le persone anziane e per chi se ne prende cura, con orari che tengano conto di chi lavora. '.repeat(9);
  const verbale = n => ({
    titolo: `Verbale n. ${n + 1}/2026: Incontro del tavolo`, livello: 2, fatti: [['Tavolo', 'Anziani'], ['Enti presenti', 'Il Ponte, Aurora, Casa Comune']],
    pezzi: [{ tipo: 'p', testo: [[testo, '']] }, { tipo: 'ul', voci: [[['Si approva la proposta.', '']], [['Si chiede un incontro.', '']]] }, { tipo: 'tab', righe: [['Impegno', 'Chi', 'Entro'], ['Scrivere la scheda', 'Referente', '30 novembre 2026']] }],
  });
  const allegati = Array.from({ length: TAVOLI }, (_, t) => ({
    id: String(t), numero: String.fromCharCode(65 + t), tipo: 'verbali', titolo: `Verbali del tavolo ${t + 1}`, etichetta: 'Verbali', contenuto: { introduzione: null, parti: Array.from({ length: VERBALI }, (_, n) => verbale(n)), originali: [] },
  }));
  const at = new Date('2026-11-23T09:00:00.000Z');
  return { lavoro: { versione: 1, finale: false, at }, ambito: { nome: 'Corigliano-Rossano', capofila: 'Corigliano-Rossano', comuni: [] }, piano: { titolo: 'Piano di Zona 2027-2029', dal: 2027, al: 2029 }, allegati, registri: [] };
}

/** A dossier of 250 pages through the product's renderer (its own process, bounds, time limit), against bare Typst with the same pages in hand. */
export async function run() {
  const [{ PdfRenderer }, { renderDossier, DOSSIER_BOUNDS, DOSSIER_TIMEOUT_MS }, { pagineDi }, typst] = await Promise.all([
    api('platform/pdf/pdf-renderer.js'), api('piani/dossier.pdf.js'), api('piani/pagine.js'), api('platform/pdf/typst-package.js'),
  ]);
  const renderer = new PdfRenderer({ timeoutMs: DOSSIER_TIMEOUT_MS, bounds: DOSSIER_BOUNDS });
  let sent;
  const spy = { render: (template, data, options) => ((sent = data), renderer.render(template, data, options)) };
  let pages = 0;
  const product = async () => {
    const from = performance.now();
    pages = pagineDi(await renderDossier(spy, letto(), new Map()));
    return figure(pages, from);
  };
  await product();
  const bare = await startBare(typst, sent);
  const measured = await compare({ product, raw: bare.round, rounds: 3 });
  renderer.onModuleDestroy();
  bare.stop();
  const mb = Math.round(renderer.peakBytes / 1024 / 1024);
  return [
    ratioFigure(`dossier of ${pages} pages`, measured, { goal: 0.6 }),
    factFigure('pages of the dossier', String(pages), '>= 250', pages >= 250),
    factFigure('peak memory of its compiler', `${mb} MB (bare ${Math.round(bare.peakMb())} MB)`, `<= ${MEMORY_MB} MB`, mb > 0 && mb <= MEMORY_MB),
  ];
}

const figure = (pages, from) => ({ perSecond: (pages * 1000) / (performance.now() - from), p99: performance.now() - from, busy: 1 });

/** The compiler alone, in a process started for each document as the product does after one so large. */
async function startBare({ resolveCompiler, resolveFonts }, data) {
  let peak = 0;
  const round = async () => {
    const from = performance.now();
    const child = fork(join(import.meta.dirname, 'raw/typst.mjs'), [resolveCompiler(), join(ROOT, 'apps/api/src'), ...resolveFonts()], { serialization: 'advanced' });
    child.send(JSON.stringify(data));
    const [{ pages, peakMb }] = await once(child, 'message');
    peak = Math.max(peak, peakMb);
    const done = figure(pages, from);
    child.kill('SIGKILL');
    return done;
  };
  return { round, stop: () => undefined, peakMb: () => peak };
}
