#!/usr/bin/env node
/**
 * Speaks the protocol of Prisma's schema engine (JSON-RPC, one message a line) with its WebAssembly build, so that
 * Prisma's command line needs no downloaded executable. Named to it by PRISMA_SCHEMA_ENGINE_BINARY.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

import pg from 'pg';
import { parse } from 'pg-connection-string';

import { engineVersion, openSchemaEngine, runOn } from '../app/db/schema-engine.mjs';

const argv = process.argv.slice(2);
const NO_DATABASE = 'postgresql://localhost/none';
const url = JSON.parse(option('--datasource')[0] ?? '{}').url ?? NO_DATABASE;

if (argv.includes('--version')) process.stdout.write(`schema-engine-cli ${engineVersion()}\n`);
else if (argv.includes('cli')) process.exitCode = await runCommand(argv.at(-1));
else await serve();
process.exit();

/**
 * All values of a repeatable option.
 * @param {string} name
 */
function option(name) {
  return argv.flatMap((word, index) => (word === name ? [argv[index + 1] ?? ''] : []));
}

/**
 * `cli create-database` and `cli can-connect-to-database`: exit status 0, or 1 with one JSON line.
 * @param {string | undefined} command
 */
async function runCommand(command) {
  try {
    const create = `CREATE DATABASE ${pg.escapeIdentifier(parse(url).database ?? '')}`;
    await (command === 'create-database' ? runOn(url, 'postgres', create) : runOn(url, null));
    return 0;
  } catch (error) {
    const error_code = Reflect.get(Object(error), 'code') === '3D000' ? 'P1003' : 'P1001';
    const fields = { error_code, message: error instanceof Error ? error.message : String(error) };
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}`);
    return 1;
  }
}

/** Answers requests on standard input until it closes. */
async function serve() {
  const files = option('--datamodels');
  const datamodels = files.map((file) => /** @type {[string, string]} */ ([file, readFileSync(file, 'utf8')]));
  const { engine, close } = await openSchemaEngine(url, files.length > 0 ? datamodels : undefined);
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    if (!method) continue; // the answer to a print of ours
    try {
      const result = await engine[method === 'getDatabaseVersion' ? 'version' : method]?.(params);
      if (method === 'diff') print(id, result);
      send({ id, result: result ?? null });
    } catch (error) {
      send({ id, error: refusal(Object(error)) });
    }
  }
  await close();
}

/**
 * The command line shows a diff only when the engine asks it to print.
 *
 * @param {number} id
 * @param {unknown} result
 */
function print(id, result) {
  const content = Reflect.get(Object(result), 'stdout');
  if (content) send({ id: 1_000_000 + id, method: 'print', params: { content } });
}

/** @param {{ message?: string, meta?: unknown, code?: string }} error */
function refusal({ message, meta, code }) {
  const data = { is_panic: false, message, meta: meta ?? null, error_code: code ?? null };
  return { code: 4466, message: 'error', data };
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}
