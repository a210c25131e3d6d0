import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export interface FoundRegExp {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

const NOT_OURS = new Set(['node_modules', 'testing', 'dist', '.nx', '.angular', 'coverage', 'data', 'public', 'raw']);

/** Every regular expression of what runs in the product, found by parsing: literals, and those made of texts that stand in the same file. */
export function regexpsIn(root: string): FoundRegExp[] {
  return ['apps/api/src', 'apps/api/migrations', 'apps/web/src', 'libs/shared/src', 'scripts']
    .flatMap(folder => sources(join(root, folder)))
    .flatMap(file => regexpsOf(file, relative(root, file)));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : sources(join(folder, entry.name));
    return /(?<!\.spec)\.(?:ts|mjs|js)$/.test(entry.name) ? [join(folder, entry.name)] : [];
  });
}

function regexpsOf(file: string, name: string): FoundRegExp[] {
  const text = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const texts = new Map<string, ts.Expression>();
  const found: FoundRegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) texts.set(node.name.text, node.initializer);
    const where = (): string => `${name}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ where: where(), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    } else if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'RegExp'
    ) {
      const [source, flags] = (node.arguments ?? []).map(argument => constant(argument, texts));
      if (typeof source === 'string') found.push({ where: where(), source, flags: flags ?? '' });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The text that an expression is whatever happens; null for any other. */
function constant(node: ts.Expression, texts: ReadonlyMap<string, ts.Expression>): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return constant(node.expression, texts);
  if (ts.isIdentifier(node)) {
    const value = texts.get(node.text);
    return value === undefined ? null : constant(value, texts);
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return joined([constant(node.left, texts), constant(node.right, texts)]);
  if (!ts.isTemplateExpression(node)) return null;
  return joined([node.head.text, ...node.templateSpans.flatMap(span => [constant(span.expression, texts), span.literal.text])]);
}

const joined = (parts: readonly (string | null)[]): string | null => (parts.some(part => part === null) ? null : parts.join(''));
