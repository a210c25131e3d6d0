import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AZIONI_DI } from '@tavoli/shared';
import { filesOf, ROOT } from './sources.js';

/** The words of acts, as pages tell them: read as text, as the API knows nothing of the site. */
const PAROLE = readFileSync(join(ROOT, 'apps/web/src/app/registro/atti.labels.ts'), 'utf8');
const dette = [...PAROLE.matchAll(/^ {2}'?([a-z_]+\.[a-z_]+)'?:/gm)].map(m => m[1] ?? '');

const sorgenti = filesOf('apps/api/src')
  .filter(file => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map(file => ({ file, testo: readFileSync(join(ROOT, file), 'utf8') }));
/** Of an ente's own forms and accounts, which are no acts: `registra` there is the name of a command. */
const ALTRO = /\.registra\(\s*(?:ctx|ambitoId)\b/;

/** What the code writes in the register in words: alone, or with something put in. */
const scritte = sorgenti.flatMap(({ file, testo }) =>
  [
    ...testo.matchAll(
      /(?:\.registra\(\s*|\bazione: )((?:[^,'"`;(){}]{0,60}\?\s*)?)(['`])([a-z_$][^'`\n.]*\.[^'`\n]*)\2(?:\s*:\s*'([a-z_]+\.[a-z_]+)')?/g,
    ),
  ]
    .filter(m => !ALTRO.test(m[0]))
    .flatMap(m => [m[3] ?? '', m[4] ?? ''].filter(Boolean).map(atto => ({ file, atto }))),
);

/** The steps of every procedura, under the kind that its declaration names. */
const passi = sorgenti
  .filter(({ file }) => file.endsWith('.procedura.ts'))
  .flatMap(({ file, testo }) => {
    const [, kind = ''] = /\bkind: ([A-Z_]+)_KIND\b/.exec(testo) ?? [];
    const [, family] = /\bfamily: '([a-z_]+)'/.exec(testo) ?? [];
    const nome = kind.toLowerCase();
    const azioni = AZIONI_DI[(family ?? nome) as keyof typeof AZIONI_DI] as readonly string[] | undefined;
    return (azioni ?? [`?${file}`]).map(azione => ({ file, atto: `${nome}.${azione}` }));
  });

const conosciuto = (atto: string): boolean =>
  atto.includes('${')
    ? dette.some(detta =>
        new RegExp(
          `^${atto
            .split(/\$\{[^}]*\}/)
            .map(p => p.replaceAll('.', '\\.'))
            .join('[a-z_]+')}$`,
        ).test(detta),
      )
    : dette.includes(atto);

it('every act that the code can write in the register has its words in the page of the register', () => {
  expect(dette.length).toBeGreaterThan(100);
  expect(scritte.length).toBeGreaterThan(100);
  expect(passi.length).toBeGreaterThan(60);
  const taciuti = [...scritte, ...passi].filter(({ atto }) => !conosciuto(atto)).map(({ file, atto }) => `${file} ${atto}`);
  expect([...new Set(taciuti)]).toEqual([]);
});
