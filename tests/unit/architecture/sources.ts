import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

import ts from 'typescript';

export const ROOT = join(import.meta.dirname, '../../..');

/** From left to right: a room imports only rooms to its left. */
export const ROOMS = (
  'time ui documents db journal mail people catalog enrollment ' +
  'attendance training feeds reports auth privacy routes server'
).split(' ');

export type Imported = { readonly line: number; readonly specifier: string; readonly typeOnly: boolean };

export type Source = {
  /** from the root, with slashes */
  readonly path: string;
  /** null outside app/ */
  readonly room: string | null;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Imported[];
};

const CODE = /\.(ts|tsx|mjs|js)$/;
const SKIPPED = new Set(['node_modules', 'build', 'data', '.git', 'generated', 'test-results', 'coverage', '.cache']);

/** Every file of a folder, paths from the root. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() ? [path] : [];
    });
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The code of a folder, parsed. */
export function sourcesIn(folder: string): Source[] {
  return filesIn(folder)
    .filter((path) => CODE.test(path))
    .map(parse);
}

/** The room of a file of app/; what stands in app/ itself belongs to the routes. */
export function roomOf(path: string): string | null {
  const [top, second, ...rest] = path.split('/');
  if (top !== 'app' || second === undefined) return null;
  return rest.length === 0 ? 'routes' : second;
}

function parse(path: string): Source {
  const text = textOf(path);
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : path.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind);
  return { path, room: roomOf(path), text, tree, imports: importsOf(tree, text) };
}

/** Statements, `import()` calls, and `import('…')` in types and in JSDoc. */
function importsOf(tree: ts.SourceFile, text: string): Imported[] {
  const statements = tree.statements.flatMap((statement): Imported[] => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    return [{ line: lineOf(tree, statement), specifier: moduleSpecifier.text, typeOnly: isTypeOnly(statement) }];
  });
  const inner = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map(({ index, 1: specifier = '' }) => ({
    line: text.slice(0, index).split('\n').length,
    specifier,
    typeOnly: false,
  }));
  return [...statements, ...inner];
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (clause === undefined || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return clause !== undefined;
  const { name, namedBindings } = clause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

/** The file of the project that an import names, from the root; null for a package. */
export function targetOf(source: Source, specifier: string): string | null {
  const inside = /^#(app|emails|tests)\/(.+)$/.exec(specifier);
  if (inside) return `${inside[1]}/${inside[2]}`;
  if (!specifier.startsWith('.')) return null;
  return relative(ROOT, join(ROOT, dirname(source.path), specifier)).replaceAll('\\', '/');
}

export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Every node of a tree, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** `file:line why`, for each node that a rule refuses. */
export function refused(source: Source, why: (node: ts.Node) => string | null): string[] {
  const found: string[] = [];
  for (const node of nodesOf(source.tree)) {
    const reason = why(node);
    if (reason !== null) found.push(`${source.path}:${lineOf(source.tree, node)} ${reason}`);
  }
  return found;
}
