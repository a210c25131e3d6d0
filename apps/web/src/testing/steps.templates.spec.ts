import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AST,
  ASTWithSource,
  type TmplAstElement,
  type TmplAstForLoopBlock,
  type TmplAstIfBlock,
  type TmplAstLetDeclaration,
  TmplAstRecursiveVisitor,
  tmplAstVisitAll,
} from '@angular/compiler';
import * as shared from '@tavoli/shared';
import ts from 'typescript';
import { APP, components, files, type Found, parsed } from './templates';

/** Draws the buttons of all steps; who stands around it draws none. */
const DRAWS = 'ui/forms/bottoni-passi.ts';

/** Buttons that ask what steps are allowed and are no step of one thing, each with its reason. */
const OTHERS: Readonly<Record<string, string>> = {};

/** Members of a class that read the steps of a view, directly or through one another. */
function readers(source: string): Set<string> {
  const members = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isClassElement(node) && node.name) members.set(node.name.getText(), node.getText());
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true));
  const found = new Set<string>();
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [name, text] of members)
      if (/\bazioni\b(?! [:,}])/.test(text.replace(/\/\*[\s\S]*?\*\//g, '')) || [...found].some(other => uses(text, `this.${other}`)))
        found.add(name);
  }
  return found;
}

const uses = (text: string, name: string) => new RegExp(`${name.replace(/[#.]/g, '\\$&')}(?![\\w$])`).test(text);

const text = (ast: AST | null | undefined): string => (ast instanceof ASTWithSource ? (ast.source ?? '') : '');

/** Every step that some table or list of the house names. */
const STEPS = new Set(
  Object.entries(shared as Readonly<Record<string, unknown>>).flatMap(([name, value]) => {
    if (/^AZIONI_/.test(name) && Array.isArray(value)) return value.filter(step => typeof step === 'string');
    const rows = typeof value === 'object' && value !== null ? Object.values(value) : [];
    const table = rows.length > 0 && rows.every(row => typeof row === 'object' && row !== null && 'from' in row && 'to' in row);
    return table ? Object.keys(value as object) : [];
  }),
);

/** Buttons of a template that stand where `azioni` is asked, ask it themselves, or name a step in what they do. */
function byHand({ file, source, nodes }: Found): string[] {
  const names = [...readers(source)].filter(name => !name.startsWith('#'));
  const asks = (expression: string) =>
    /\.azioni\b/.test(expression) || names.some(name => new RegExp(`(?<![.\\w])${name}\\b`).test(expression));
  const found: string[] = [];
  let inside = 0;
  class Visitor extends TmplAstRecursiveVisitor {
    override visitLetDeclaration(declared: TmplAstLetDeclaration): void {
      if (asks(text(declared.value))) names.push(declared.name);
    }
    override visitIfBlock(block: TmplAstIfBlock): void {
      let asked = 0;
      for (const branch of block.branches) {
        if (asks(text(branch.expression))) asked = 1;
        inside += asked;
        super.visitIfBlockBranch(branch);
        inside -= asked;
      }
    }
    override visitForLoopBlock(block: TmplAstForLoopBlock): void {
      const asked = /\.?azioni\b/.test(text(block.expression)) ? 1 : 0;
      inside += asked;
      super.visitForLoopBlock(block);
      inside -= asked;
    }
    override visitElement(element: TmplAstElement): void {
      const does = element.outputs.filter(o => o.name === 'click').map(o => text(o.handler));
      const said = element.inputs.map(i => text(i.value));
      const named = does.some(d => [...d.matchAll(/'([a-z_]+)'/g)].some(([, step = '']) => STEPS.has(step)));
      if (element.name === 'button' || (element.name === 'a' && does.length > 0))
        if (inside > 0 || named || said.some(asks)) found.push(`${file}: ${does[0] ?? 'submit'}`);
      super.visitElement(element);
    }
  }
  tmplAstVisitAll(new Visitor(), nodes);
  return found;
}

describe('Steps of a view', () => {
  it('are known from the tables of the house', () => {
    expect(STEPS.size).toBeGreaterThan(40);
    for (const step of ['accetta', 'annulla_firma', 'chiedi_riesame', 'accogli_in_parte', 'consenti', 'passa'])
      expect(STEPS).toContain(step);
  });

  it('are drawn by one component, and by no template of its own', () => {
    const drawn = components.filter(({ file }) => file !== DRAWS).flatMap(byHand);
    expect(drawn.sort()).toEqual(Object.keys(OTHERS).sort());
  });

  it('is found where it is drawn by hand', () => {
    const row = (template: string, members = '') =>
      byHand({ ...parsed(template), file: 'x.ts', source: `class X { ${members} }`, selector: 'x' }).length;
    expect(row(`@if (f.azioni.includes('firma')) {<button type="button" (click)="firma(f)">Firma</button>}`)).toBe(1);
    expect(row(`@for (a of f.azioni; track a) {<button type="button" (click)="fai(a)">{{ a }}</button>}`)).toBe(1);
    expect(row(`<button type="button" (click)="decidi(d, 'accetta')">Accetta</button>`)).toBe(1);
    expect(row(`<button type="button" [disabled]="!f.azioni.length" (click)="fai()">Fai</button>`)).toBe(1);
    expect(row(`@let a = v().azioni; @if (a.length) {<p><button (click)="fai()">Fai</button></p>}`)).toBe(1);
    expect(row(`@if (puo()) {<button (click)="fai()">Fai</button>}`, 'puo = computed(() => this.v().azioni.length > 0);')).toBe(1);
    expect(row(`@if (v.azioni.length) {<app-passi [azioni]="v.azioni" />} <button (click)="altro()">Altro</button>`)).toBe(0);
  });

  it('have their words in one shape, in the files of words', () => {
    const elsewhere = files
      .filter(file => !/(?:\.passi\.ts|ui\/forms\/.*)$/.test(file))
      .filter(file => /Record<Azione\w*,|\bsatisfies Parole<|: Parole</.test(readFileSync(join(APP, file), 'utf8')));
    expect(elsewhere).toEqual([]);
  });
});
