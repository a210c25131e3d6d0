import { join } from 'node:path';
import { PROBLEMS, type ProblemCode } from '@tavoli/shared';
import ts from 'typescript';
import { refusedByDatabase } from './database.js';
import { filesOf, ROOT } from '../../house/sources.js';

const OWN = /\/(?:apps\/api\/src|libs\/shared\/src)\//;
/** The table of all codes, and the one that turns whatever is thrown into a problem: what they name, nobody throws there. */
const TABLES = /\/kernel\/problem\.(?:views\.)?ts$|\/problem\/problem\.error\.ts$/;

/**
 * The codes that each handler may refuse with, by `Controller.handler`: those that stand in what it calls, and in what that calls, as the compiler resolves it.
 * It reads what may be, not what is: a code of a branch that this caller never takes is among them. What guards refuse with is not (`refusals.ts`).
 */
export function thrownByHandlers(): ReadonlyMap<string, readonly ProblemCode[]> {
  const program = programOfApi();
  const reader = new Reader(program);
  const found = new Map<string, readonly ProblemCode[]>();
  for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.endsWith('.controller.ts') && OWN.test(fileName)))
    for (const controller of file.statements.filter(ts.isClassDeclaration))
      for (const handler of controller.members.filter(ts.isMethodDeclaration))
        found.set(`${controller.name?.text ?? ''}.${handler.name.getText()}`, reader.codesFrom(handler));
  return found;
}

function programOfApi(): ts.Program {
  const { config } = ts.readConfigFile(join(ROOT, 'apps/api/tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(ROOT, 'apps/api'));
  const files = filesOf('apps/api/src').filter(file => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  return ts.createProgram(
    files.map(file => join(ROOT, file)),
    { ...options, noEmit: true, composite: false, rootDir: ROOT, paths: { '@tavoli/shared': [join(ROOT, 'libs/shared/src/index.ts')] } },
  );
}

const CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** A code that is put together: `${kind}.stato`, where the declaration of the kind is reached too. */
const isMade = (code: ProblemCode, words: ReadonlySet<string>): boolean => {
  const [kind = '', what = ''] = code.split('.');
  return words.has(`\${}.${what}`) && words.has(`kind: ${kind}`);
};

/** What stands in a piece of the program, and the pieces it names. */
interface Piece {
  readonly words: ReadonlySet<string>;
  readonly next: ReadonlySet<ts.Node>;
}

/** Walks what a piece of the program reaches, each piece once. */
class Reader {
  private readonly checker: ts.TypeChecker;
  private readonly read = new Map<ts.Node, Piece>();
  /** Classes by the name of what they implement or extend. */
  private readonly classes: ReadonlyMap<string, readonly ts.ClassDeclaration[]>;

  constructor(program: ts.Program) {
    this.checker = program.getTypeChecker();
    const all = program.getSourceFiles().flatMap(file => (OWN.test(file.fileName) ? file.statements.filter(ts.isClassDeclaration) : []));
    const named = all.flatMap(c => (c.heritageClauses ?? []).flatMap(h => h.types).map(t => [t.expression.getText(), c] as const));
    this.classes = new Map([...Map.groupBy(named, ([name]) => name)].map(([name, pairs]) => [name, pairs.map(([, c]) => c)]));
  }

  codesFrom(start: ts.Node): ProblemCode[] {
    const seen = new Set<ts.Node>([start]);
    const words = new Set<string>();
    for (const node of seen) {
      const { words: here, next } = this.piece(node);
      for (const word of here) words.add(word);
      for (const other of next) seen.add(other);
    }
    const said = CODES.filter(code => words.has(code) || isMade(code, words));
    return [...new Set([...said, ...refusedByDatabase(words)])].sort();
  }

  private piece(node: ts.Node): Piece {
    const known = this.read.get(node);
    if (known) return known;
    const words = new Set<string>();
    const next = new Set<ts.Node>();
    const visit = (inner: ts.Node): void => {
      if (ts.isTypeNode(inner) || ts.isDecorator(inner)) return;
      if (ts.isStringLiteralLike(inner)) words.add(isKind(inner.parent) ? `kind: ${inner.text}` : inner.text);
      else if (ts.isTemplateExpression(inner)) {
        const rest = inner.templateSpans.map(span => span.literal.text).join('');
        words.add(`\${}${rest}`).add(`${inner.head.text}${rest}`);
      }
      if (ts.isIdentifier(inner)) for (const declaration of this.declarationsOf(inner)) next.add(declaration);
      ts.forEachChild(inner, visit);
    };
    ts.forEachChild(node, visit);
    const piece = { words, next };
    this.read.set(node, piece);
    return piece;
  }

  /** What a name stands for in our own programs: functions, methods, constants; of an interface, what implements it. */
  private declarationsOf(name: ts.Identifier): readonly ts.Node[] {
    let symbol = this.checker.getSymbolAtLocation(name);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = this.checker.getAliasedSymbol(symbol);
    return (symbol?.declarations ?? []).filter(d => isOurs(d)).flatMap(d => this.bodiesOf(d));
  }

  private bodiesOf(declaration: ts.Declaration): readonly ts.Node[] {
    const { parent } = declaration;
    if (ts.isInterfaceDeclaration(parent) || (ts.isClassDeclaration(parent) && ts.canHaveModifiers(declaration) && isAbstract(declaration)))
      return (this.classes.get(parent.name?.text ?? '') ?? []).flatMap(c =>
        c.members.filter(m => m.name?.getText() === declarationName(declaration)),
      );
    if (ts.isClassDeclaration(declaration)) return declaration.members.filter(ts.isConstructorDeclaration);
    const runs =
      ts.isFunctionDeclaration(declaration) ||
      ts.isMethodDeclaration(declaration) ||
      ts.isAccessor(declaration) ||
      ((ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration) || ts.isPropertyAssignment(declaration)) &&
        declaration.initializer !== undefined);
    return runs ? [declaration] : [];
  }
}

const isOurs = (node: ts.Node): boolean => {
  const { fileName } = node.getSourceFile();
  return OWN.test(fileName) && !TABLES.test(fileName);
};
const isKind = (node: ts.Node): boolean => ts.isPropertyAssignment(node) && node.name.getText() === 'kind';
const isAbstract = (node: ts.HasModifiers): boolean => node.modifiers?.some(m => m.kind === ts.SyntaxKind.AbstractKeyword) ?? false;
const declarationName = (node: ts.Declaration): string => (node as ts.NamedDeclaration).name?.getText() ?? '';
