import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Words of the source about a schema, and about its fields. */
export interface Told {
  readonly text?: string;
  readonly fields: ReadonlyMap<string, Told>;
}
export type Docs = ReadonlyMap<string, Told>;

const VIEWS = join(import.meta.dirname, '../../../../../libs/shared/src');

/** What the comments above each exported schema of the views and above its fields say. */
export function docsOf(): Docs {
  const files = globSync('*/*.views.ts', { cwd: VIEWS });
  return new Map(files.flatMap(file => schemasOf(parse(readFileSync(join(VIEWS, file), 'utf8')))));
}

const parse = (text: string): ts.SourceFile => ts.createSourceFile('views.ts', text, ts.ScriptTarget.Latest, true);

const schemasOf = (source: ts.SourceFile): [string, Told][] =>
  source.statements
    .filter(ts.isVariableStatement)
    .flatMap(statement =>
      statement.declarationList.declarations.map((d): [string, Told] => [
        d.name.getText(),
        { ...textOf(statement), fields: fieldsOf(d.initializer) },
      ]),
    );

/** Of the object literals that a schema is made with, those of what it holds being of its fields. */
function fieldsOf(node: ts.Node | undefined): ReadonlyMap<string, Told> {
  const found = new Map<string, Told>();
  const visit = (n: ts.Node): void => {
    if (!ts.isObjectLiteralExpression(n)) return void ts.forEachChild(n, visit);
    for (const p of n.properties)
      if (p.name !== undefined)
        found.set(p.name.getText(), { ...textOf(p), fields: fieldsOf(ts.isPropertyAssignment(p) ? p.initializer : undefined) });
  };
  if (node !== undefined) visit(node);
  return found;
}

function textOf(node: ts.Node): { text?: string } {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .map(doc => ts.getTextOfJSDocComment(doc.comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? {} : { text };
}
