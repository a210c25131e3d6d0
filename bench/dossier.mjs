import { join } from 'node:path';
import { ROOT } from '../scripts/lib/workspace.mjs';
import { factFigure, ratioFigure } from './lib/report.mjs';
import { compare } from './lib/rounds.mjs';
import { openBare, openRenderer } from './lib/typst.mjs';

/** Ten tavoli, each with as many verbali as make 250 pages and more. */
const TAVOLI = 10;
const VERBALI = 70;
const MEMORY_MB = 600;

const api = path => import(join(ROOT, 'dist/apps/api/src', path));

/** What the product reads from the database, already read. */
function letto() {
  const testo =
    'Si è discusso dei servizi per le persone anziane e per chi se ne prende cura, con orari che tengano conto di chi lavora. '.repeat(9);
  const verbale = n => ({
    titolo: `Verbale n. ${n + 1}/2026: Incontro del tavolo`,
    livello: 2,
    fatti: [
      ['Tavolo', 'Anziani'],
      ['Enti presenti', 'Il Ponte, Aurora, Casa Comune'],
    ],
    pezzi: [
      { tipo: 'p', testo: [[testo, '']] },
      { tipo: 'ul', voci: [[['Si approva la proposta.', '']], [['Si chiede un incontro.', '']]] },
      {
        tipo: 'tab',
        righe: [
          ['Impegno', 'Chi', 'Entro'],
          ['Scrivere la scheda', 'Referente', '30 novembre 2026'],
        ],
      },
    ],
  });
  const allegati = Array.from({ length: TAVOLI }, (_, t) => ({
    id: String(t),
    numero: String.fromCharCode(65 + t),
    tipo: 'verbali',
    titolo: `Verbali del tavolo ${t + 1}`,
    etichetta: 'Verbali',
    contenuto: { introduzione: null, parti: Array.from({ length: VERBALI }, (_, n) => verbale(n)), originali: [] },
  }));
  const at = new Date('2026-11-23T09:00:00.000Z');
  return {
    lavoro: { versione: 1, finale: false, at },
    ambito: { nome: 'Corigliano-Rossano', capofila: 'Corigliano-Rossano', comuni: [] },
    piano: { titolo: 'Piano di Zona 2027-2029', dal: 2027, al: 2029 },
    allegati,
    registri: [],
  };
}

/** A dossier of 250 pages through the product's renderer (its own process, bounds, time limit), against bare Typst with the same pages in hand. */
export async function run() {
  const [{ renderDossier, DOSSIER_BOUNDS, DOSSIER_TIMEOUT_MS }, { pagineDi }] = await Promise.all([
    api('piani/dossier.pdf.js'),
    api('piani/pagine.js'),
  ]);
  const renderer = await openRenderer({ timeoutMs: DOSSIER_TIMEOUT_MS, bounds: DOSSIER_BOUNDS });
  let pages = 0;
  const timed = async make => {
    const from = performance.now();
    pages = pagineDi(await make());
    const ms = performance.now() - from;
    return { perSecond: (pages * 1000) / ms, p99: ms, busy: 1 };
  };
  const product = () => timed(() => renderDossier(renderer, letto(), new Map()));
  await product();
  let barePeakMb = 0;
  const measured = await compare({
    product,
    // A process for each document, as the product starts one anew after one so large.
    raw: () =>
      timed(async () => {
        const bare = await openBare('piani/dossier/dossier.typ');
        const pdf = await bare.compile(renderer.sent);
        barePeakMb = Math.max(barePeakMb, bare.peakMb);
        bare.close();
        return pdf;
      }),
    rounds: 3,
  });
  renderer.close();
  const mb = Math.round(renderer.peakMb());
  return [
    ratioFigure(`dossier of ${pages} pages`, measured, { goal: 0.6 }),
    factFigure('pages of the dossier', String(pages), '>= 250', pages >= 250),
    factFigure(
      'peak memory of its compiler',
      `${mb} MB (bare ${Math.round(barePeakMb)} MB)`,
      `<= ${MEMORY_MB} MB`,
      mb > 0 && mb <= MEMORY_MB,
    ),
  ];
}
