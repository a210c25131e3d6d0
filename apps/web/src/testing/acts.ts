import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const APP = join(import.meta.dirname, '../app');
const API = join(import.meta.dirname, '../../../api/src');

const sources = (root: string, ends: string, not = /\.spec\.ts$/) =>
  !existsSync(root)
    ? []
    : readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter(f => f.endsWith(ends) && !not.test(f))
        .map(f => ({ file: relative(root, join(root, f)), text: readFileSync(join(root, f), 'utf8') }));
const parse = ({ file, text }: { file: string; text: string }) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild(child => walk(child, visit));
}

export interface Command {
  /** Feature: the folder has the same name in the API. */
  readonly folder: string;
  readonly name: string;
  readonly method: string;
  /** Its address, from the last part that is not made elsewhere: `*` for what varies. */
  readonly path: string;
}

/** Every command of the site that changes something, by its name: read from the only files that know addresses. */
export function commands(): Map<string, Command[]> {
  const found = new Map<string, Command[]>();
  for (const source of sources(APP, '.api.ts')) {
    walk(parse(source), node => {
      if (!ts.isPropertyAssignment(node) || !ts.isArrowFunction(node.initializer) || !ts.isIdentifier(node.name)) return;
      const name = node.name.text;
      const body = node.initializer.body.getText();
      const method = /\.(post|put|delete|patch)\b/.exec(body)?.[1]?.toUpperCase() ?? /method: '(\w+)'/.exec(body)?.[1];
      if (!method) return;
      const url = /`([^`]*)`|'(\/[^']*)'/.exec(body);
      const path = (url?.[1] ?? url?.[2] ?? '').replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '*').split('?')[0] ?? '';
      found.set(name, [...(found.get(name) ?? []), { folder: source.file.split('/')[0] ?? '', name, method, path }]);
    });
  }
  return found;
}

/** What asks before it acts, or is pressed at the end of a form that somebody has filled. */
const ASKS = new Set(['ask', 'passi', 'attoInsieme', 'submission', 'fileUpload']);

/** Calls of commands that act at once, by the press of a button alone: `file: command`. */
export function actsAtOnce(): string[] {
  const all = commands();
  return sources(APP, '.ts')
    .filter(({ file }) => !file.endsWith('.api.ts'))
    .flatMap(source => {
      const tree = parse(source);
      const url = /templateUrl: '([^']+)'/.exec(source.text)?.[1];
      const template = url ? readFileSync(join(APP, source.file, '..', url), 'utf8') : source.text;
      const submitted = [...template.matchAll(/\(submit\)="(\w+)/g)].map(([, name]) => name);
      const found: string[] = [];
      walk(tree, node => {
        if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
        const on = node.expression.expression.getText();
        const name = node.expression.name.text;
        if (/(?:#|\b)(?:commands|api)$/i.test(on) && all.has(name) && !asked(node, submitted)) found.push(`${source.file}: ${name}`);
      });
      return found;
    });
}

function asked(node: ts.Node, submitted: readonly (string | undefined)[], seen = new Set<ts.Node>()): boolean {
  let member: ts.Node = node;
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (ts.isCallExpression(at.parent)) {
      const { expression } = at.parent;
      const callee = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
      if (ASKS.has(callee) && at.parent.arguments.some(argument => argument === at)) return true;
    }
    if (ts.isClassElement(at) && 'name' in at) {
      member = at;
      break;
    }
  }
  if (seen.has(member) || !ts.isClassElement(member) || !member.name) return false;
  const name = member.name.getText();
  if (submitted.includes(name)) return true;
  const uses: ts.Node[] = [];
  walk(member.parent, n => {
    if (ts.isPropertyAccessExpression(n) && n.name.getText() === name && n.expression.kind === ts.SyntaxKind.ThisKeyword) uses.push(n);
  });
  return uses.length > 0 && uses.every(use => asked(use, submitted, new Set([...seen, member])));
}

const read = new Map<string, Map<string, string>>();

/** Pieces of a feature of the API, each with its words: methods, functions, tables. Read once. */
function pieces(folder: string): Map<string, string> {
  const before = read.get(folder);
  if (before) return before;
  const found = new Map<string, string>();
  for (const source of sources(join(API, folder), '.ts')) {
    walk(parse(source), node => {
      const named =
        (ts.isMethodDeclaration(node) ||
          ts.isFunctionDeclaration(node) ||
          (ts.isVariableDeclaration(node) && ts.isVariableStatement(node.parent.parent) && ts.isSourceFile(node.parent.parent.parent))) &&
        node.name;
      if (named) found.set(named.getText(), `${found.get(named.getText()) ?? ''}\n${node.getText()}`);
    });
  }
  read.set(folder, found);
  return found;
}

/** A mail, a protocol number; or a step whose declaration says that it sends some. */
const LEAVES = /\btx\.email\(|\.enqueue\(|\bnextNumeroDiRegistro\(|\bmails:/;

/** Whether a piece of the feature leads to a mail or a protocol number. */
function leaves(all: ReadonlyMap<string, string>, name: string, seen = new Set<string>()): boolean {
  const words = all.get(name);
  if (words === undefined || seen.has(name)) return false;
  if (LEAVES.test(words)) return true;
  seen.add(name);
  // Calls of what is at hand, and tables that are looked up: not the methods of others that happen to have the same name.
  const led = [
    ...[...words.matchAll(/(?:(?<![.\w])|this\.(?:\w+\.)?|[Ss]ervice\.)([A-Za-z_]\w*)[([]/g)].map(([, word = '']) => word),
    ...[...words.matchAll(/\.take\(\s*(\w+)/g)].map(([, word = '']) => word),
  ];
  return [...new Set(led)].some(word => word !== name && all.has(word) && leaves(all, word, seen));
}

const star = (path: string) => path.replace(/:\w+/g, '*');

/** The handlers of the API that a command may reach, and whether what they do leaves the office (a mail, a protocol number). */
export function handlers({ folder: feature, method, path }: Command): { readonly handler: string; readonly leaves: boolean }[] {
  const tail = path.replace(/^[^/]*\*/, '').replace(/^\/api\/v1/, '');
  return sources(join(API, feature), '.controller.ts').flatMap(source => {
    const prefix = star(/@Controller\('([^']*)'/.exec(source.text)?.[1] ?? '');
    const all = pieces(feature);
    return [
      ...source.text.matchAll(/@(Post|Put|Patch|Delete)\((?:'([^']*)')?\)[\s\S]*?\n {2}(?:async )?(\w+)\(([\s\S]*?)\n {2}\}/g),
    ].flatMap(([body, verb = '', route = '', handler = '']) => {
      const address = `/${prefix}${route === '' ? '' : `/${star(route)}`}`;
      if (verb.toUpperCase() !== method || !address.endsWith(tail)) return [];
      const called = [...body.matchAll(/this\.\w+\.(\w+)\(/g)].map(([, name = '']) => name);
      return [{ handler: `${feature}.${handler}`, leaves: called.some(name => leaves(all, name)) }];
    });
  });
}
