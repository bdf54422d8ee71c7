import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

import { prismaCommand } from './prisma-command.mjs';

const SCHEMA = resolve(import.meta.dirname, '../../prisma/schema.prisma');
const STAMP = resolve(import.meta.dirname, 'generated/.stamp');

/**
 * Generates the database client when the schema or Prisma's version changed since the last time.
 *
 * @returns {Promise<boolean>} whether it had to
 * @throws {Error} with Prisma's own words, when the schema is wrong
 */
export async function generate() {
  const { version } = createRequire(import.meta.url)('prisma/package.json');
  const wanted = createHash('sha256').update(readFileSync(SCHEMA)).update(String(version)).digest('hex');
  if (stamp() === wanted) return false;
  await prismaCommand(['generate']);
  writeFileSync(STAMP, wanted);
  return true;
}

function stamp() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] === import.meta.filename) await generate();
