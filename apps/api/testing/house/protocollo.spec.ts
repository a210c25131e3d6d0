import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesOf, ROOT } from './sources.js';

/** Only an office of a comune or of the Region gives a protocol: whoever says the word in a sentence says whose it is, in the same sentence. */
const PAROLA = /\bprot\.|\bprotocoll[oi]\b|\bprotocollat[oaie]\b/iu;
const DI_CHI = /\bcomune\b|\bregione\b|\bamministrazione\b|\bente che\b|\bprotocoll[oi] d[’']intesa\b/iu;

/** The rooms of what an office has protocolled: there each «protocollo» is theirs. And who looks for personal data in texts knows the word. */
const LORO = ['/protocolli/', '/piani/consegna-form', '/piani/piano.schema', '/piani/piano-page', '/documento/avvisi-telefono'];

/** What is read of a page: between its tags, without what the program puts there. */
const testiDi = (pagina: string): string[] => pagina.replaceAll(/\{\{[^{}]*\}\}|@\w+ *\([^\n]*\)/g, ' ').split(/<[^<>]*>/);

/** Words that somebody reads: literals of programs, texts of pages and of Typst templates. Identifiers, columns and SQL are none. */
function fraseDi(nome: string, testo: string): string[] {
  if (nome.endsWith('.html')) return testiDi(testo);
  if (nome.endsWith('.typ')) return testo.replaceAll(/#?dati\.\w+/g, ' ').split('\n\n');
  const trovate: string[] = [];
  const visita = (nodo: ts.Node): void => {
    if (ts.isStringLiteralLike(nodo) || ts.isTemplateHead(nodo) || ts.isTemplateMiddleOrTemplateTail(nodo))
      trovate.push(...(nodo.text.includes('<') ? testiDi(nodo.text) : [nodo.text]));
    ts.forEachChild(nodo, visita);
  };
  visita(ts.createSourceFile(nome, testo, ts.ScriptTarget.Latest, true));
  return trovate.filter(t => !/^[a-z_.#-]+$|\b(?:SELECT|INSERT|jsonb_build_object|FROM|JOIN)\b|_protocollo|protocollo_|\.\.?\//.test(t));
}

const file = ['apps/api/src', 'libs/shared/src', 'apps/web/src']
  .flatMap(filesOf)
  .filter(f => /\.(ts|html|typ)$/.test(f) && !/\.spec\.ts$/.test(f) && !LORO.some(l => f.includes(l)));

const colpe = (nome: string, testo: string) => fraseDi(nome, testo).filter(frase => PAROLA.test(frase) && !DI_CHI.test(frase));

it('a number of ours that were called a protocol would be found in a message, in a page and in a document', () => {
  expect(colpe('x.ts', 'const f = [`Prot. n. ${n}`, "Protocollo", \'Il numero di protocollo lo assegna il comune\'];')).toHaveLength(2);
  expect(colpe('x.html', '<dt>Protocollo</dt><dd>{{ p.protocollo }}</dd>')).toHaveLength(1);
  expect(colpe('x.typ', '("Protocollo", dati.protocollo),')).toHaveLength(1);
  expect(colpe('x.html', '<dd>{{ d.protocollo }}</dd>')).toEqual([]);
});

it('nothing of ours is called a protocol: our number is «N. di registro del portale»', () => {
  expect(file.length).toBeGreaterThan(500);
  expect(file.flatMap(f => colpe(f, readFileSync(join(ROOT, f), 'utf8')).map(frase => `${f}: ${frase.slice(0, 120)}`))).toEqual([]);
});
