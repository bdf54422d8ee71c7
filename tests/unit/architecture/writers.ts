import ts from 'typescript';

import { lineOf, nodesOf, ROOMS, type Source, textOf } from './sources.ts';

export type Model = {
  readonly name: string;
  /** the rooms that its comment names */
  readonly writers: readonly string[];
  /** relation fields, and the model each leads to */
  readonly relations: ReadonlyMap<string, string>;
};

const WRITES =
  /^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)$/;
const NESTED = new Set([
  'create',
  'createMany',
  'connectOrCreate',
  'update',
  'updateMany',
  'upsert',
  'delete',
  'deleteMany',
]);
const SQL = /\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE)\s+(?:ONLY\s+)?"(\w+)"/gi;

/** The models of prisma/schema.prisma, and who writes them: `/// catalog (drafts), enrollment (…): words`. */
export function readModels(): Map<string, Model> {
  const schema = textOf('prisma/schema.prisma');
  const found = [...schema.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{\n([^}]*)^\}/gm)];
  const names = new Set(found.map(({ 2: name }) => name));
  return new Map(
    found.map(({ 1: comment = '', 2: name = '', 3: body = '' }) => {
      const relations = [...body.matchAll(/^ +(\w+) +(\w+)(?:\?|\[\])?/gm)].flatMap(
        ({ 1: field = '', 2: type = '' }): [string, string][] => (names.has(type) ? [[field, type]] : []),
      );
      return [name, { name, writers: writersOf(comment), relations: new Map(relations) }];
    }),
  );
}

function writersOf(comment: string): string[] {
  const list = comment.replace(/^\/\/\/ /gm, '').split(/[:\n]/)[0] ?? '';
  return list
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => ROOMS.includes(word));
}

export type Write = { readonly line: number; readonly model: Model };

/** What a file writes: `tx.session.update`, its nested writes, and raw SQL on a quoted table. */
export function writesOf({ tree }: Source, models: ReadonlyMap<string, Model>): Write[] {
  const byProperty = new Map([...models.values()].map((model) => [lowerFirst(model.name), model]));
  const found: Write[] = [];
  for (const node of nodesOf(tree)) {
    const line = lineOf(tree, node);
    for (const name of sqlTables(node)) {
      const model = models.get(name);
      if (model) found.push({ line, model });
    }
    const called = writeCall(node);
    const model = called && byProperty.get(called.property);
    if (!called || !model) continue;
    found.push({ line, model });
    for (const argument of called.arguments) found.push(...nestedWrites(argument, model, models, tree));
  }
  return found;
}

function writeCall(node: ts.Node): { property: string; arguments: readonly ts.Expression[] } | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { name, expression } = node.expression;
  if (!WRITES.test(name.text) || !ts.isPropertyAccessExpression(expression)) return null;
  return { property: expression.name.text, arguments: node.arguments };
}

function nestedWrites(value: ts.Node, model: Model, models: ReadonlyMap<string, Model>, tree: ts.SourceFile): Write[] {
  const found: Write[] = [];
  ts.forEachChild(value, (child) => {
    const related = ts.isPropertyAssignment(child)
      ? models.get(model.relations.get(child.name.getText(tree)) ?? '')
      : undefined;
    if (related && ts.isPropertyAssignment(child) && holdsWrite(child.initializer, tree)) {
      found.push({ line: lineOf(tree, child), model: related });
    }
    found.push(...nestedWrites(child, related ?? model, models, tree));
  });
  return found;
}

function holdsWrite(value: ts.Expression, tree: ts.SourceFile): boolean {
  return (
    ts.isObjectLiteralExpression(value) &&
    value.properties.some(({ name }) => name !== undefined && NESTED.has(name.getText(tree)))
  );
}

function sqlTables(node: ts.Node): string[] {
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node) && !ts.isTemplateMiddleOrTemplateTail(node)) return [];
  return [...node.text.matchAll(SQL)].map(({ 1: table = '' }) => table);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
