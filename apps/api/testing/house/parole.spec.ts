import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUOLI } from '@tavoli/shared';
import ts from 'typescript';
import { OMONIMI } from './omonimi.js';
import { filesOf, ROOT } from './sources.js';

interface Testo {
  readonly file: string;
  /** What is written between quotes or backticks; `${…}` where something is put in. */
  readonly testo: string;
  readonly riga: number;
  /** It is a template: SQL, if it is any. */
  readonly modello: boolean;
}

/** The programs and pages of the product, demonstration included: tests and migrations (which say what was) are let out. */
const file = ['apps/api/src', 'libs/shared/src', 'apps/web/src']
  .flatMap(filesOf)
  .filter(f => /\.(ts|html)$/.test(f) && !/\.spec\.ts$|\.d\.ts$/.test(f));
const testi = file.flatMap(f => testiDi(f, readFileSync(join(ROOT, f), 'utf8')));

function testiDi(nome: string, sorgente: string): Testo[] {
  if (nome.endsWith('.html'))
    return [...sorgente.matchAll(/'([^'\n]*)'/g)].map(m => ({
      file: nome,
      testo: m[1] ?? '',
      riga: rigaDi(sorgente, m.index),
      modello: false,
    }));
  const trovati: Testo[] = [];
  const albero = ts.createSourceFile(nome, sorgente, ts.ScriptTarget.Latest, true);
  const visita = (nodo: ts.Node): void => {
    const testo = ts.isTemplateExpression(nodo)
      ? nodo.head.text + nodo.templateSpans.map(s => `\${}${s.literal.text}`).join('')
      : ts.isStringLiteral(nodo) || ts.isNoSubstitutionTemplateLiteral(nodo)
        ? nodo.text
        : null;
    const modello = !ts.isStringLiteral(nodo);
    if (testo !== null && !ts.isImportDeclaration(nodo.parent))
      trovati.push({ file: nome, testo, riga: rigaDi(sorgente, nodo.getStart()), modello });
    ts.forEachChild(nodo, visita);
  };
  visita(albero);
  return trovati;
}

/** Roles that a program compares something with, or makes a case of. */
function confrontiDi(nome: string, sorgente: string): string[] {
  const trovati: string[] = [];
  const visita = (nodo: ts.Node): void => {
    const dove = nodo.parent;
    const confronto =
      ts.isStringLiteral(nodo) &&
      (ts.isCaseClause(dove) || (ts.isBinaryExpression(dove) && /^[!=]==?$/.test(dove.operatorToken.getText())));
    if (confronto && (RUOLI as readonly string[]).includes(nodo.text)) trovati.push(`${nome} «${nodo.text}»`);
    ts.forEachChild(nodo, visita);
  };
  ts.forEachChild(ts.createSourceFile(nome, sorgente, ts.ScriptTarget.Latest, true), visita);
  return trovati;
}

function rigaDi(sorgente: string, at: number): number {
  return sorgente.slice(0, at).split('\n').length;
}

describe('no role is named outside its folder', () => {
  const altrove = testi.filter(t => !t.file.startsWith('libs/shared/src/permissions/'));
  const nominati = altrove.flatMap(t => RUOLI.filter(r => t.testo === r || t.testo.includes(`'${r}'`)).map(ruolo => ({ ...t, ruolo })));

  it('A-2: who asks names a permission, in the code, in SQL and in the pages', () => {
    const colpe = nominati.filter(n => !OMONIMI[n.file]?.parole.includes(n.ruolo)).map(n => `${n.file}:${n.riga} «${n.ruolo}»`);
    expect(colpe).toEqual([]);
  });

  it('words of something else that sound the same are declared, and still there', () => {
    const inutili = Object.entries(OMONIMI).flatMap(([f, { parole }]) =>
      parole.filter(p => !nominati.some(n => n.file === f && n.ruolo === p)).map(p => `${f} «${p}»`),
    );
    expect(inutili).toEqual([]);
  });
});

describe('nobody is judged by the name of a role in what tests are made of', () => {
  /** Words that are no role, by file. */
  const ALTRO: Readonly<Record<string, string>> = {
    'apps/api/testing/security/cast.ts «pubblico»': 'the state of an atto that everybody may read',
  };
  const confronti = ['apps/api/testing', 'e2e/src', 'libs/shared/src', 'bench', 'scripts']
    .flatMap(filesOf)
    .filter(f => /\.(ts|mjs)$/.test(f) && !/\.spec\.ts$/.test(f) && !f.startsWith('libs/shared/src/permissions/'))
    .flatMap(f => confrontiDi(f, readFileSync(join(ROOT, f), 'utf8')));

  it('a model or a helper asks the matrix what a role may: it gives roles, and compares none', () => {
    expect(confronti.filter(c => !(c in ALTRO) && !OMONIMI[c.split(' ')[0] ?? '']?.parole.some(p => c.endsWith(`«${p}»`)))).toEqual([]);
    expect(Object.keys(ALTRO).filter(c => !confronti.includes(c))).toEqual([]);
  });
});

describe('no query keeps a list of words of its own', () => {
  const modelli = testi.filter(t => t.file.startsWith('apps/api/src/') && t.modello);
  const con = (regola: RegExp) =>
    modelli.filter(t => regola.test(t.testo)).map(t => `${t.file}:${t.riga} ${regola.exec(t.testo)?.[0] ?? ''}`);

  it('lists are made of the tuples of libs/shared: fra(…), ordineDi(…)', () => {
    expect(con(/(?:\bIN|\bANY|\bALL) ?\(? ?(?:'\{|\(?'[a-z_]+')|\bARRAY\['|(?<!\w)\('[a-z_]+'(?:, ?'[a-z_]+')+\)/)).toEqual([]);
  });

  it('sets are said by what is in them, so that a new state is in none until it is said', () => {
    expect(con(/\b(?:stato|consenso|risposta|esito)\)? (?:<>|!=|IS DISTINCT FROM) '|\bNOT IN \(?(?:'|\$\{)/)).toEqual([]);
  });

  it('fra(…) is given a name, not a list written there', () => {
    const colpe = file
      .filter(f => f.startsWith('apps/api/src/'))
      .filter(f => /\b(?:fra|ordineDi)\(\[/.test(readFileSync(join(ROOT, f), 'utf8')));
    expect(colpe).toEqual([]);
  });
});
