import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseTemplate, type TmplAstElement, type TmplAstNode, TmplAstRecursiveVisitor, tmplAstVisitAll } from '@angular/compiler';

export const APP = join(import.meta.dirname, '../app');
/** Every source of the site but its tests, from `APP`. */
export const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.ts') && !f.endsWith('.spec.ts'));

export interface Found {
  readonly file: string;
  readonly source: string;
  readonly selector: string;
  readonly nodes: TmplAstNode[];
}

/** Every component of the site with its template, inline or in its own file. */
export const components: Found[] = files.flatMap(file => {
  const source = readFileSync(join(APP, file), 'utf8');
  if (!/@Component\(/.test(source)) return [];
  const inline = /template:\s*`([\s\S]*?)`,?\n/.exec(source)?.[1] ?? /template: '([^']*)'/.exec(source)?.[1];
  const url = /templateUrl: '([^']+)'/.exec(source)?.[1];
  const html = url ? readFileSync(join(APP, file, '..', url), 'utf8') : (inline ?? '');
  const { nodes } = parsed(html, file);
  return [{ file: relative(APP, join(APP, file)), source, selector: /selector: '([^']+)'/.exec(source)?.[1] ?? '', nodes }];
});

export interface Placed {
  readonly element: TmplAstElement;
  readonly parents: readonly string[];
}

/** All elements of a template, each with the names of those around it. */
export function elements(nodes: TmplAstNode[]): Placed[] {
  const found: Placed[] = [];
  const parents: string[] = [];
  class Visitor extends TmplAstRecursiveVisitor {
    override visitElement(element: TmplAstElement): void {
      found.push({ element, parents: [...parents] });
      parents.push(element.name);
      super.visitElement(element);
      parents.pop();
    }
  }
  tmplAstVisitAll(new Visitor(), nodes);
  return found;
}

export const attribute = (e: TmplAstElement, name: string) => e.attributes.find(a => a.name === name)?.value;
export const binds = (e: TmplAstElement, name: string) => e.inputs.some(i => i.name === name) || e.attributes.some(a => a.name === name);

/** A template by itself. @throws Error where it cannot be read */
export function parsed(html: string, file = 'template'): { readonly nodes: TmplAstNode[] } {
  const { nodes, errors } = parseTemplate(html, file);
  if (errors?.length) throw new Error(`${file}: ${errors.map(String).join('; ')}`);
  return { nodes };
}
