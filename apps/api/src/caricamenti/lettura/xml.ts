import { SaxesParser } from 'saxes';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { illeggibile } from './foglio.js';

/** What somebody does with the elements of a document. Names come without their prefix. */
export interface Ascolto {
  readonly apre?: (nome: string, attributi: Readonly<Record<string, string>>) => void;
  readonly testo?: (testo: string) => void;
  readonly chiude?: (nome: string) => void;
}

const nudo = (nome: string): string => nome.slice(nome.indexOf(':') + 1);

/**
 * Reads a document as a stream of its elements. No document type is taken: without one nobody can declare an entity, so nothing expands and
 * nothing outside is named. @throws ProblemError `caricamento.illeggibile`
 */
export function ascoltaXml(bytes: Buffer, ascolto: Ascolto): void {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  parser.on('doctype', () => {
    throw illeggibile('Il file contiene una dichiarazione che i fogli di calcolo non usano: aprilo, salvalo di nuovo e riprova.');
  });
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => ascolto.apre?.(nudo(name), attributes));
  parser.on('text', testo => ascolto.testo?.(testo));
  parser.on('cdata', testo => ascolto.testo?.(testo));
  parser.on('closetag', ({ name }) => ascolto.chiude?.(nudo(name)));
  try {
    parser.write(bytes.toString('utf8')).close();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw illeggibile('Il file è danneggiato: aprilo, salvalo di nuovo e riprova.');
  }
}
