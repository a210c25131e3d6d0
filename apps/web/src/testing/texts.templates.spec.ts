import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type TmplAstBoundText,
  type TmplAstForLoopBlock,
  parseTemplate,
  TmplAstRecursiveVisitor,
  type TmplAstText,
  tmplAstVisitAll,
} from '@angular/compiler';

const APP = join(import.meta.dirname, '../app');

/** Every template of the site, inline or in its own file. */
const templates = readdirSync(APP, { recursive: true, encoding: 'utf8' }).flatMap(file => {
  if (file.endsWith('.html')) return [{ file, html: readFileSync(join(APP, file), 'utf8') }];
  if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) return [];
  return [...readFileSync(join(APP, file), 'utf8').matchAll(/template:\s*`([\s\S]*?)`,?\n/g)].map(([, html = '']) => ({ file, html }));
});

/** Texts as they are shown: what is white space in the source is a blank on the page. */
function texts(html: string, file: string): string[] {
  const found: string[] = [];
  class Visitor extends TmplAstRecursiveVisitor {
    override visitText(text: TmplAstText): void {
      found.push(text.value);
    }
    override visitBoundText(text: TmplAstBoundText): void {
      found.push((text.value as { source?: string | null }).source ?? '');
    }
    override visitForLoopBlock(block: TmplAstForLoopBlock): void {
      block.children.forEach(child => child.visit(this));
      block.empty?.children.forEach(child => child.visit(this));
    }
  }
  tmplAstVisitAll(new Visitor(), parseTemplate(html, file).nodes);
  return found;
}

describe('The layout of a template leaves no mark on the page', () => {
  it('finds the templates and their texts', () => {
    expect(templates.length).toBeGreaterThan(150);
    expect(templates.flatMap(({ html, file }) => texts(html, file)).length).toBeGreaterThan(1000);
  });

  it('no text begins with a blank before a comma, a full stop or a closing bracket', () => {
    const wrong = templates.flatMap(({ html, file }) =>
      texts(html, file)
        .filter(text => /^\s+[,.;)](?!\.)/.test(text))
        .map(text => `${file}: ${text.trim().slice(0, 40)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('no blank is typed between two words of a line where the compiler takes it away: it is written «&ngsp;»', () => {
    const word = String.raw`(?:strong|em|b|s|small|time|abbr|code|span|app-stato-badge)`;
    const lost = new RegExp(String.raw`</${word}> +<${word}\b`, 'g');
    const wrong = templates.flatMap(({ html, file }) => [...html.matchAll(lost)].map(([found]) => `${file}: ${found}`));
    expect(wrong).toEqual([]);
  });
});
