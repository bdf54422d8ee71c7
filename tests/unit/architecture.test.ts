import { readdirSync } from 'node:fs';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { importCircles } from './architecture/circles.ts';
import {
  filesIn,
  lineOf,
  refused,
  ROOMS,
  roomOf,
  ROOT,
  type Source,
  sourcesIn,
  targetOf,
  textOf,
} from './architecture/sources.ts';
import { PURE_EXCEPTIONS } from './architecture/exceptions.ts';
import { readModels, writesOf } from './architecture/writers.ts';

const app = sourcesIn('app');
const emails = sourcesIn('emails');
const tests = sourcesIn('tests');
const code = [...app, ...emails];
const inRoutes = app.filter(({ path }) => path.startsWith('app/routes/'));

/** Every import that a rule refuses. */
function refusedImports(
  sources: readonly Source[],
  why: (source: Source, specifier: string) => string | null,
): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap(({ line, specifier }) => {
      const reason = why(source, specifier);
      return reason === null ? [] : [`${source.path}:${line} ${reason}`];
    }),
  );
}

const isConst = (node: ts.AsExpression) =>
  ts.isTypeReferenceNode(node.type) && ts.isIdentifier(node.type.typeName) && node.type.typeName.text === 'const';

/** The name of a top-level function, or of a constant that may hold one. */
function nameOf(node: ts.Statement): string | undefined {
  if (ts.isFunctionDeclaration(node)) return node.name?.text;
  const name = ts.isVariableStatement(node) ? node.declarationList.declarations[0]?.name : undefined;
  return name && ts.isIdentifier(name) ? name.text : undefined;
}

describe('the house', () => {
  it('has the top-level folders fixed once', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const own = folders.map(({ name }) => name).filter((name) => !name.startsWith('.'));
    const made = ['node_modules', 'build', 'data', 'test-results', 'coverage'];
    const fixed = ['app', 'prisma', 'emails', 'public', 'tests', 'docs', 'bench'];
    expect(own.filter((name) => !fixed.includes(name) && !made.includes(name))).toEqual([]);
  });

  it('has no other room than those on the line', () => {
    const folders = readdirSync(`${ROOT}/app`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !ROOMS.includes(name))).toEqual([]);
  });

  it('describes each room in a README of 40 lines at most', () => {
    const rooms = ROOMS.filter((room) => app.some((source) => source.path.startsWith(`app/${room}/`)));
    const files = new Set(filesIn('app'));
    const lines = (path: string) => textOf(path).trimEnd().split('\n').length;
    const wrong = rooms
      .map((room) => `app/${room}/README.md`)
      .flatMap((path) => (!files.has(path) ? [`${path} is missing`] : lines(path) > 40 ? [`${path} is too long`] : []));
    expect(wrong).toEqual([]);
  });

  it('bears no file names that say nothing', () => {
    const banned =
      /^(index|utils?|helpers?|services?|manager|repository|misc|common)(\.|$)|[.-](utils?|helpers?|service|manager|repository)\./i;
    const named = [...code, ...tests]
      .map(({ path }) => path)
      .filter((path) => path.split('/').some((part) => banned.test(part)));
    expect(named).toEqual([]);
  });
});

describe('imports', () => {
  const rank = (room: string) => ROOMS.indexOf(room);

  it('go only to rooms on the left, types included', () => {
    // A mail's templates belong to the mail room.
    const wrong = refusedImports(code, (source, specifier) => {
      const target = targetOf(source, specifier);
      if (target === null) return null;
      const from = source.room ?? 'mail';
      const to = target.startsWith('emails/') ? 'mail' : roomOf(target);
      if (to === null) return from === 'server' || from === 'db' ? null : `${from} leaves the house: ${specifier}`;
      return rank(to) <= rank(from) ? null : `${from} imports ${to}: ${specifier}`;
    });
    expect(wrong).toEqual([]);
  });

  it('make no circle', () => expect(importCircles(code)).toEqual([]));

  it('name their file with its extension', () => {
    const wrong = refusedImports(code, (source, specifier) =>
      targetOf(source, specifier) === null || /\.(tsx?|mjs|js|css|json)(\?\w+)?$/.test(specifier) ? null : specifier,
    );
    expect(wrong).toEqual([]);
  });

  it('re-export nothing wholesale', () => {
    const stars = code.flatMap((source) =>
      refused(source, (node) => (ts.isExportDeclaration(node) && !node.exportClause ? 'export *' : null)),
    );
    expect(stars).toEqual([]);
  });
});

/** 2026-11-22: measuring fills throw-away databases of its own, as tests do. */
const BENCH = 'app/server/bench/';

describe('the database', () => {
  const touches = (source: Source, specifier: string) =>
    /^(@prisma\/|prisma$)/.test(specifier) ||
    (specifier === 'pg' && source.room !== 'server') || // its workers' locks need a connection of their own
    (targetOf(source, specifier)?.startsWith('app/db/generated/') ?? false);

  it('is spoken to only in .server.ts files of rooms', () => {
    const elsewhere = app.filter(
      ({ path, room }) => room !== 'db' && !(path.endsWith('.server.ts') && room !== 'routes'),
    );
    const wrong = refusedImports([...elsewhere, ...emails], (source, specifier) => {
      if (touches(source, specifier)) return specifier;
      const client = targetOf(source, specifier) === 'app/db/client.server.ts';
      return client && source.room !== 'server' ? specifier : null;
    });
    expect(wrong).toEqual([]);
  });

  it('has each table written by the room that the schema names', () => {
    const models = readModels();
    expect([...models.values()].filter(({ writers }) => writers.length === 0).map(({ name }) => name)).toEqual([]);
    const wrong = app.flatMap((source) =>
      writesOf(source, models)
        .filter(({ model }) => !model.writers.includes(source.room ?? '') && !source.path.startsWith(BENCH))
        .map(({ line, model }) => `${source.path}:${line} writes ${model.name} (${model.writers.join(', ')})`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('pure files', () => {
  const IMPURE_ROOMS = ['db', 'routes', 'server'];
  const pure = code.filter(
    ({ path, room }) => /\.tsx?$/.test(path) && !path.endsWith('.server.ts') && !IMPURE_ROOMS.includes(room ?? ''),
  );

  it('read no clock, no chance, no environment', () => {
    const calls =
      /^(Date\.now|performance\.now|Temporal\.Now\b.*|Math\.random|crypto\.random\w+|crypto\.getRandomValues)$/;
    const wrong = pure.flatMap((source) =>
      refused(source, (node) => {
        if (ts.isPropertyAccessExpression(node)) {
          const words = node.getText(source.tree);
          if (calls.test(words) || /^process\.\w+$/.test(words)) return words;
        }
        if (ts.isNewExpression(node) && node.expression.getText(source.tree) === 'Date') {
          return (node.arguments?.length ?? 0) === 0 ? 'new Date()' : null;
        }
        return ts.isCallExpression(node) && /^(Date|fetch)$/.test(node.expression.getText(source.tree))
          ? node.getText(source.tree)
          : null;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('do no input or output', () => {
    const io = /^(node:|nodemailer|express|graphile-worker|pino|pg$|@remix-run\/(node|express)$|helmet|compression)/;
    const wrong = pure.flatMap((source) =>
      source.imports
        .filter(({ specifier, typeOnly }) => !typeOnly && (io.test(specifier) || /\.server\.tsx?$/.test(specifier)))
        .filter(({ specifier }) => PURE_EXCEPTIONS[source.path]?.allows !== specifier)
        .map(({ line, specifier }) => `${source.path}:${line} ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are excused only where that is needed', () => {
    const excused = Object.entries(PURE_EXCEPTIONS).filter(([path, { allows }]) =>
      pure.some((source) => source.path === path && source.imports.some(({ specifier }) => specifier === allows)),
    );
    expect(excused.map(([path]) => path)).toEqual(Object.keys(PURE_EXCEPTIONS));
  });
});

describe('the words of the code', () => {
  it('have no any', () => {
    const found = [...code, ...tests].flatMap((source) =>
      refused(source, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : null)),
    );
    expect(found).toEqual([]);
  });

  it('assert no type outside the database room', () => {
    const sources = code.filter(({ room }) => room !== 'db');
    const found = sources.flatMap((source) =>
      refused(source, (node) => {
        if (ts.isAsExpression(node))
          return isConst(node) ? null : node.getText(source.tree).replace(/\s+/g, ' ').slice(-60);
        return ts.isTypeAssertionExpression(node) ? node.getText(source.tree) : null;
      }),
    );
    expect(found).toEqual([]);
  });

  it('export no default but from routes', () => {
    const sources = code.filter(({ room }) => room !== 'routes');
    const found = sources.flatMap((source) =>
      refused(source, (node) => {
        if (ts.isExportAssignment(node)) return 'export default';
        return node.kind === ts.SyntaxKind.DefaultKeyword && ts.canHaveModifiers(node.parent) ? 'export default' : null;
      }),
    );
    expect(found).toEqual([]);
  });

  it('name a command’s file after the function it exports', () => {
    const commands = app.filter(({ path, room }) => room !== 'db' && /\/[a-z]+[A-Z]\w*\.server\.ts$/.test(path));
    const wrong = commands.flatMap(({ path, tree }) => {
      const name = /\/(\w+)\.server\.ts$/.exec(path)?.[1] ?? '';
      const exported = tree.statements
        .filter(ts.isFunctionDeclaration)
        .filter((f) => ts.getCombinedModifierFlags(f) & ts.ModifierFlags.Export);
      const names = exported.map((f) => f.name?.text ?? 'default');
      return names.includes(name) ? [] : [`${path} exports ${names.join(', ') || 'no function'}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('routes', () => {
  it('hold no Zod, no roles, no calendar arithmetic, no mail', () => {
    const imported = refusedImports(inRoutes, (_, specifier) =>
      /^(zod|@conform-to\/zod|nodemailer|temporal-polyfill|@prisma\/|ical-generator)|^#app\/(db\/(?!uuid\.ts)|journal\/)|enqueueMail/.test(
        specifier,
      )
        ? specifier
        : null,
    );
    const words = inRoutes.flatMap((source) =>
      refused(source, (node) => {
        if (ts.isStringLiteral(node) && /^(ANIMATOR|SECRETARY|COORDINATOR|ADMIN)$/.test(node.text)) return node.text;
        return ts.isNewExpression(node) && node.expression.getText(source.tree) === 'Date' ? 'new Date' : null;
      }),
    );
    expect([...imported, ...words]).toEqual([]);
  });

  it('keep loaders within 15 lines and actions within 25', () => {
    const most: Partial<Record<string, number>> = { loader: 15, action: 25 };
    const wrong = inRoutes.flatMap(({ path, tree }) =>
      tree.statements.flatMap((node) => {
        const limit = most[nameOf(node) ?? ''];
        const first = lineOf(tree, node);
        const lines = tree.getLineAndCharacterOfPosition(node.end).line + 2 - first;
        return limit !== undefined && lines > limit ? [`${path}:${first} ${lines} lines, not ${limit}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('are each at an address', () => {
    const addressed = textOf('app/routes.ts');
    const pages = inRoutes.filter(({ text }) => /export (async )?(const|function) (loader|action)\b/.test(text));
    expect(pages.map(({ path }) => path).filter((path) => !addressed.includes(path.replace('app/', '')))).toEqual([]);
  });
});

describe('the project', () => {
  it('speaks of itself alone', () => {
    // Put together here, so that this file holds none of them.
    const words = [
      ['Clau', 'de\\b'],
      ['Anthro', 'pic'],
      ['\\b(AI|coding|sub-?)[ -]?age', 'nts?\\b'],
      ['\\bLL', 'Ms?\\b'],
      ['\\bChat', 'GPT'],
      ['Copi', 'lot\\b'],
      ['language mod', 'el'],
      ['[^\\w.]/wo', 'rk/'],
    ];
    const banned = new RegExp(words.map((parts) => parts.join('')).join('|'), 'i');
    const files = filesIn('.').filter((path) =>
      /\.(tsx?|m?js|md|json|css|prisma|sql|html|svg|ya?ml|example|csv)$|(^|\/)(run|LICENSE|\.npmrc)$/.test(path),
    );
    const wrong = files.flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) => (banned.test(line) ? [`${path}:${index + 1}`] : [])),
    );
    expect(wrong).toEqual([]);
  });

  it('takes its packages from the public registry', () => {
    const hosts = [...textOf('package-lock.json').matchAll(/"resolved": "(\w+:\/\/[^/"]+)/g)].map(
      ({ 1: host }) => host,
    );
    expect([...new Set(hosts)].filter((host) => host !== 'https://registry.npmjs.org')).toEqual([]);
  });
});
