import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, ROOT } from './sources.js';

const SRC = 'apps/api/src/';

/** What takes no more than so much, with the reason why nobody mistakes it for all there is. */
const PERCHE: Readonly<Record<string, string>> = {
  'calendari/calendari.queries.ts ${MAX_EVENTI}':
    'a calendar of a year: the oldest go first, and programs keep those that they have seen; both of its readings agree',
  'dati/numeri.sql.ts ${ULTIMI}': 'the number at the latest incontri, as a chart: their pages have all of them',
  'calendari/calendari.queries.ts 50': 'the latest news, as feeds tell them: programs keep the others',
  'cli/verify-files.ts ${PAGE}': 'page after page, until the last file',
  'contributi/letture/coda.queries.ts ${limit}': 'one more than the page that is asked for: `nextCursor` says whether there is another',
  'cruscotto/agenda.queries.ts ${LIMITE}': 'beside what waits, the nearest of a week; the calendar has all of them',
  'cruscotto/novita.queries.ts ${GUARDATE}': 'the latest news, as the page says; the register has all acts',
  'demo/demo-piani.ts 2': 'two elaborati are enough for the Piano of the demonstration',
  'impegni/aperti.ts ${MOSTRATI}': 'the verbale says how many others there are, and where they are read',
  'incarichi/fine.ts ${BATCH}': 'its job asks again until none is past its last day',
  'incontri/modelli/modelli-odg.service.ts ${2 * MASSIMO_MODELLI}': 'no more can be made: `modello_odg.troppi`',
  'incontri/serie/serie.queries.ts ${SERIE_MASSIMA}': 'no series is longer: its form refuses',
  'motori/motori.queries.ts ${MAX}': 'a sitemap holds no more, by its standard; lists lead to the others',
  'platform/email/email-queries.ts $1': 'the mailbox of the demonstration: the latest, and it searches by address',
  'platform/email/email-queries.ts $6': 'one more than the page that is asked for: `nextCursor` says whether there is another',
  'platform/email/email-queue.ts $1': 'a worker claims a few, and comes again while any is due',
  'platform/storage/inspector.ts ${PAGE}': 'page after page, in the time that a night has; the next goes on from there',
  'platform/storage/storage-state.ts ${SAMPLE}': 'a sample is what readiness looks at: the nightly inspection looks at all',
  'platform/tabelle/tabella.ts ${query.limit}': 'one more than the page that is asked for: `nextCursor` says whether there is another',
  'promemoria/promemoria.queries.ts ${BATCH}': 'its job asks again until none is left to remind',
  'protocolli/protocolli.sql.ts $4': 'one more than the page that is asked for: `nextCursor` says whether there is another',
  'registro/registro.sql.ts ${limite}': 'one more than the page that is asked for: `nextCursor` says whether there is another',
  'ricerca/cose.queries.ts ${COSE_PER_TIPO}': 'a few of each kind, to go to by name: more letters leave fewer',
  'ricerca/ricerca.queries.ts ${RISULTATI_ORDINATI + 1}':
    'one more than are put in order: the page says that there are more, and asks for other words',
  'ricerca/ricerca.queries.ts ${RISULTATI_ORDINATI}': 'what is counted is what is put in order',
  'ricerca/ricerca.queries.ts ${RISULTATI_PER_PAGINA}': 'a page, with the number of them all',
  'sigilli/sigilli.queries.ts ${SHOWN}': 'the latest: the page says how many there are, and gives the file of all',
};

interface Limite {
  readonly dove: string;
  readonly testo: string;
  readonly quanto: string;
}

const limiti: Limite[] = filesOf(SRC)
  .filter(file => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .flatMap(file => {
    const testo = readFileSync(join(ROOT, file), 'utf8');
    return [...testo.matchAll(/\bLIMIT (\$\{[^}]*\}|\$\d+|\d+)/g)].map(m => ({ dove: file.slice(SRC.length), testo, quanto: m[1] ?? '' }));
  });

/** One row is asked for; a job or a stream that goes on; one more than a page that says where it goes on. */
const diceIlResto = ({ testo, quanto }: Limite): boolean =>
  quanto === '1' ||
  (/^\$\{(?:BATCH|PAGE|PAGINA)\}$/.test(quanto) && /untilNone\(|forEachRow[(<]|\byield\b|\bwhile \(|for \(;;/.test(testo)) ||
  (/limit \+ 1/.test(quanto) && testo.includes('nextCursor'));

it('no list is cut in silence: each comes whole, goes on, says what it leaves out, or says here why', () => {
  const taciuti = limiti.filter(l => !diceIlResto(l)).map(l => `${l.dove} ${l.quanto}`);
  expect([...new Set(taciuti)].filter(l => !(l in PERCHE))).toEqual([]);
  expect(Object.keys(PERCHE).filter(l => !taciuti.includes(l))).toEqual([]);
});

it('a collection says that it is whole in one way: none puts beside its rows a limit of its own and no page after', () => {
  const proprie = filesOf(SRC).filter(
    file =>
      file.endsWith('.ts') &&
      !file.endsWith('http/intera.ts') &&
      /limit: \w+, nextCursor: null/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(proprie.map(file => file.slice(SRC.length))).toEqual(['demo/demo.queries.ts']);
});
