import { illeggibile, Raccolta, type Foglio } from './foglio.js';
import type { Archivio } from './unzip.js';
import { ascoltaXml } from './xml.js';

/** Formats of a date that every workbook has without saying so (ECMA-376, 18.8.30). */
const DATE_NOTE = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
const GIORNO_MS = 86_400_000;
/** Day 0 of Excel, for what is later than February 1900. */
const EPOCA = Date.UTC(1899, 11, 30);

/** The first sheet of a workbook of Excel. @throws ProblemError `caricamento.illeggibile` */
export async function leggiXlsx(archivio: Archivio): Promise<Foglio> {
  const { nome, percorso } = await primoFoglio(archivio);
  const [testi, date] = [await testiCondivisi(archivio), await stiliDiData(archivio)];
  const bytes = await archivio.apri(percorso);
  if (bytes === null) throw illeggibile('Nel file non c’è nessun foglio.');
  const raccolta = new Raccolta();
  leggiRighe(bytes, raccolta, { testi, date });
  return raccolta.chiudi({ formato: 'xlsx', codifica: null, separatore: null, foglio: nome });
}

async function primoFoglio(archivio: Archivio): Promise<{ nome: string; percorso: string }> {
  const fogli: { nome: string; rel: string }[] = [];
  const percorsi = new Map<string, string>();
  ascoltaXml((await archivio.apri('xl/workbook.xml')) ?? Buffer.from('<workbook/>'), {
    apre: (nome, a) => {
      if (nome === 'sheet' && (a['state'] ?? 'visible') === 'visible') fogli.push({ nome: a['name'] ?? '', rel: a['r:id'] ?? '' });
    },
  });
  ascoltaXml((await archivio.apri('xl/_rels/workbook.xml.rels')) ?? Buffer.from('<Relationships/>'), {
    apre: (nome, a) => {
      if (nome === 'Relationship') percorsi.set(a['Id'] ?? '', a['Target'] ?? '');
    },
  });
  const [foglio] = fogli;
  const dove = foglio === undefined ? undefined : percorsi.get(foglio.rel);
  if (foglio === undefined || dove === undefined) throw illeggibile('Nel file non c’è nessun foglio.');
  return { nome: foglio.nome, percorso: dove.startsWith('/') ? dove.slice(1) : `xl/${dove}` };
}

/** Texts that cells name by their number; what only helps to pronounce them is left out. */
async function testiCondivisi(archivio: Archivio): Promise<string[]> {
  const bytes = await archivio.apri('xl/sharedStrings.xml');
  const testi: string[] = [];
  if (bytes === null) return testi;
  let [testo, dentro, pronuncia] = ['', false, false];
  ascoltaXml(bytes, {
    apre: nome => {
      if (nome === 'si') testo = '';
      else if (nome === 'rPh') pronuncia = true;
      dentro = nome === 't' && !pronuncia;
    },
    testo: t => {
      if (dentro) testo += t;
    },
    chiude: nome => {
      dentro = false;
      if (nome === 'rPh') pronuncia = false;
      if (nome === 'si') testi.push(senzaFughe(testo));
    },
  });
  return testi;
}

/** `_x000D_` is how a workbook writes a sign that XML cannot (ECMA-376, 22.4.2.4). */
const senzaFughe = (testo: string): string =>
  testo.replace(/_x([0-9A-Fa-f]{4})_/g, (_, codice: string) => String.fromCharCode(Number.parseInt(codice, 16)));

/** Whether a format shows a day or an hour: a letter of theirs outside quotes, brackets and escapes. */
function mostraTempo(formato: string): boolean {
  let chiude = '';
  for (let i = 0; i < formato.length; i += 1) {
    const c = formato[i] ?? '';
    if (chiude !== '') chiude = c === chiude ? '' : chiude;
    else if (c === '"') chiude = '"';
    else if (c === '[') chiude = ']';
    else if (c === '\\') i += 1;
    else if (/[dmyhs]/i.test(c)) return true;
  }
  return false;
}

/** Which styles of cells show a number as a day or an hour. */
async function stiliDiData(archivio: Archivio): Promise<ReadonlySet<number>> {
  const bytes = await archivio.apri('xl/styles.xml');
  const [propri, stili] = [new Set<number>(), new Set<number>()];
  if (bytes === null) return stili;
  let [dentro, n] = [false, 0];
  ascoltaXml(bytes, {
    apre: (nome, a) => {
      const formato = Number(a['numFmtId']);
      if (nome === 'numFmt' && mostraTempo(a['formatCode'] ?? '')) propri.add(formato);
      else if (nome === 'cellXfs') dentro = true;
      else if (nome === 'xf' && dentro) {
        if (DATE_NOTE.has(formato) || propri.has(formato)) stili.add(n);
        n += 1;
      }
    },
    chiude: nome => {
      if (nome === 'cellXfs') dentro = false;
    },
  });
  return stili;
}

interface Libro {
  readonly testi: readonly string[];
  readonly date: ReadonlySet<number>;
}

function leggiRighe(bytes: Buffer, raccolta: Raccolta, libro: Libro): void {
  let [riga, celle, tipo, stile, posto, valore, dentro]: [number, string[], string, number, number, string, boolean] = [
    0,
    [],
    '',
    0,
    0,
    '',
    false,
  ];
  ascoltaXml(bytes, {
    apre: (nome, a) => {
      if (nome === 'row') [riga, celle, posto] = [Number(a['r'] ?? riga + 1), [], -1];
      else if (nome === 'c') [tipo, stile, posto, valore] = [a['t'] ?? 'n', Number(a['s'] ?? 0), colonnaDi(a['r']) ?? posto + 1, ''];
      dentro = nome === 'v' || nome === 't';
    },
    testo: t => {
      if (dentro) valore += t;
    },
    chiude: nome => {
      dentro = false;
      if (nome === 'c' && valore !== '') metti(celle, posto, cellaDi(tipo, stile, valore, libro));
      else if (nome === 'row') raccolta.aggiungi(riga, celle);
    },
  });
}

/** Far columns are looked at by `Raccolta`; a row of a million empty ones is never made. */
function metti(celle: string[], posto: number, valore: string): void {
  if (posto > 16_384) throw illeggibile('Il file ha troppe colonne.');
  while (celle.length < posto) celle.push('');
  celle[posto] = valore;
}

function colonnaDi(riferimento: string | undefined): number | null {
  const lettere = /^[A-Z]{1,3}/.exec(riferimento ?? '')?.[0];
  return lettere === undefined ? null : [...lettere].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1;
}

function cellaDi(tipo: string, stile: number, valore: string, { testi, date }: Libro): string {
  if (tipo === 's') return testi[Number(valore)] ?? '';
  if (tipo === 'b') return valore === '1' ? 'sì' : 'no';
  if (tipo === 'n') return date.has(stile) ? giornoDi(Number(valore)) : numeroDi(valore);
  return senzaFughe(valore);
}

/** `0.1+0.2` is kept with all its digits: a number is read as a person sees it. */
const numeroDi = (valore: string): string => {
  const n = Number(valore);
  return Number.isFinite(n) ? String(Number(n.toPrecision(15))).replace('.', ',') : valore;
};

/** `05/03/2026`, `05/03/2026 17:30` or `17:30`, from the number of days. */
function giornoDi(seriale: number): string {
  if (!Number.isFinite(seriale) || seriale < 0 || seriale > 2_958_465) return '';
  const iso = new Date(EPOCA + Math.round((seriale * GIORNO_MS) / 60_000) * 60_000).toISOString();
  const [giorno, ora] = [iso.slice(0, 10).split('-').toReversed().join('/'), iso.slice(11, 16)];
  if (seriale < 1) return ora;
  return Number.isInteger(seriale) ? giorno : `${giorno} ${ora}`;
}
