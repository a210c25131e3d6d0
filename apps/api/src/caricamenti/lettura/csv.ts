import { illeggibile, Raccolta, type Foglio } from './foglio.js';

const SEPARATORI = [';', ',', '\t'] as const;

/** Text of the bytes: UTF-8 where they are, else Windows-1252 as Excel in Italy writes it. */
function testoDi(bytes: Buffer): { testo: string; codifica: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { testo: new TextDecoder('utf-16le').decode(bytes), codifica: 'UTF-16' };
  try {
    return { testo: new TextDecoder('utf-8', { fatal: true }).decode(bytes), codifica: 'UTF-8' };
  } catch {
    return { testo: new TextDecoder('windows-1252').decode(bytes), codifica: 'Windows-1252' };
  }
}

/** What parts the cells: the sign that stands most often in the first record, outside quotes. */
function separatoreDi(testo: string): string {
  const conta = new Map<string, number>(SEPARATORI.map(s => [s, 0]));
  let dentro = false;
  for (const c of testo) {
    if (c === '"') dentro = !dentro;
    else if (!dentro && c === '\n') break;
    else if (!dentro && conta.has(c)) conta.set(c, (conta.get(c) ?? 0) + 1);
  }
  return SEPARATORI.toSorted((a, b) => (conta.get(b) ?? 0) - (conta.get(a) ?? 0))[0] ?? ';';
}

/** A CSV (RFC 4180 quoting; any end of line). @throws ProblemError `caricamento.illeggibile` */
export function leggiCsv(bytes: Buffer): Foglio {
  const { testo, codifica } = testoDi(bytes);
  if (testo.includes('\0')) throw illeggibile('Il file non è una tabella: salvalo come CSV, Excel (.xlsx) o OpenDocument (.ods).');
  const separatore = separatoreDi(testo);
  const raccolta = new Raccolta();
  let n = 0;
  for (const celle of record(testo, separatore)) raccolta.aggiungi((n += 1), celle);
  return raccolta.chiudi({ formato: 'csv', codifica, separatore, foglio: null });
}

/** The records of the text, one at a time. A quote that is never closed holds all the rest: it is told where it opens. */
function* record(testo: string, separatore: string): Generator<string[]> {
  let [celle, riga]: [string[], number] = [[], 1];
  for (let i = 0; i < testo.length;) {
    const cella = testo[i] === '"' ? traVirgolette(testo, i, { separatore, riga }) : nuda(testo, i, separatore);
    celle.push(cella.valore);
    riga += cella.aCapo;
    i = cella.fine;
    if (testo[i] === separatore) {
      i += 1;
      if (i < testo.length) continue;
      celle.push('');
    } else i += testo[i] === '\r' && testo[i + 1] === '\n' ? 2 : 1;
    riga += 1;
    yield celle;
    celle = [];
  }
}

interface Cella {
  readonly valore: string;
  /** Where what follows it begins. */
  readonly fine: number;
  /** Ends of line within it. */
  readonly aCapo: number;
}

function nuda(testo: string, da: number, separatore: string): Cella {
  let fine = da;
  while (fine < testo.length && testo[fine] !== separatore && testo[fine] !== '\n' && testo[fine] !== '\r') fine += 1;
  return { valore: testo.slice(da, fine), fine, aCapo: 0 };
}

function traVirgolette(testo: string, da: number, { separatore, riga }: { readonly separatore: string; readonly riga: number }): Cella {
  let fine = testo.indexOf('"', da + 1);
  while (fine !== -1 && testo[fine + 1] === '"') fine = testo.indexOf('"', fine + 2);
  if (fine === -1)
    throw illeggibile(`Alla riga ${riga} si aprono delle virgolette che non si chiudono: correggi il file e caricalo di nuovo.`);
  const dentro = testo.slice(da + 1, fine);
  // What stands between the closing quote and the separator was written by hand: it is kept.
  const resto = nuda(testo, fine + 1, separatore);
  return { valore: dentro.replaceAll('""', '"') + resto.valore, fine: resto.fine, aCapo: dentro.split('\n').length - 1 };
}
