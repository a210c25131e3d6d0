import { leggiCsv } from './csv.js';
import { illeggibile, type Foglio } from './foglio.js';
import { leggiOds } from './ods.js';
import { Archivio } from './unzip.js';
import { leggiXlsx } from './xlsx.js';

/** How a binary workbook of old begins. */
const XLS = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** A table, whatever the name of its file says: a workbook of Excel or OpenDocument, else a CSV. @throws ProblemError `caricamento.illeggibile` */
export async function leggiTabella(bytes: Buffer): Promise<Foglio> {
  if (bytes.length === 0) throw illeggibile('Il file è vuoto.');
  if (bytes.subarray(0, 8).equals(XLS))
    throw illeggibile(
      'Il file è nel vecchio formato di Excel (.xls), o è protetto da una password: salvalo come .xlsx senza password, o come CSV.',
    );
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    throw illeggibile('Il file è un PDF: serve la tabella, in CSV, Excel (.xlsx) o OpenDocument (.ods).');
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return leggiCsv(bytes);
  const archivio = new Archivio(bytes);
  if (archivio.ha('xl/workbook.xml')) return leggiXlsx(archivio);
  if (archivio.ha('content.xml')) return leggiOds(archivio);
  throw illeggibile('Il file non è una tabella: salvalo come CSV, Excel (.xlsx) o OpenDocument (.ods).');
}
