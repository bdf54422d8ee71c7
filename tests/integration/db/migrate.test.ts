import pg from 'pg';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { migrate, migrations } from '#app/db/migrate.mjs';
import { prismaCommand } from '#app/db/prisma-command.mjs';
import { useDatabase } from '#tests/integration/database.ts';

const database = useDatabase({ connected: false });
const SCHEMA = 'prisma/schema.prisma';

test('migrating twice does nothing the second time', async () => {
  expect(await migrate({ url: database.url() })).toEqual([]);
});

test('the schema engine finds the migrated database up to date and equal to the schema', async () => {
  const env = { DATABASE_URL: database.url() };
  expect(await prismaCommand(['migrate', 'status'], env)).toContain('Database schema is up to date');
  const diff = ['migrate', 'diff', '--from-config-datasource', '--to-schema', SCHEMA, '--exit-code'];
  expect(await prismaCommand(diff, env)).toContain('No difference detected');
});

test('the migrations alone give the schema, on a shadow database of its own', async () => {
  const env = { DATABASE_URL: database.url() };
  const diff = prismaCommand(
    ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', SCHEMA, '--exit-code'],
    env,
  );
  if (database.engine() === 'server') expect(await diff).toContain('No difference detected');
  else await expect(diff).rejects.toThrow('shadow database');
  expect(await migrate({ url: database.url() })).toEqual([]);
});

test('a migration is applied whole, a changed or unknown one is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ribambelle-migrations-'));
  await cp('prisma/migrations', folder, { recursive: true });
  const added = join(folder, '29990101000000_essai');
  await cp(join(folder, migrations()[0]?.name ?? ''), added, { recursive: true });
  const sql = `CREATE FUNCTION essai() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 42; END $$;`;
  await writeFile(join(added, 'migration.sql'), sql);
  expect(await migrate({ url: database.url(), folder })).toEqual(['29990101000000_essai']);
  const client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  expect((await client.query('SELECT essai()')).rows).toEqual([{ essai: 42 }]);
  await client.end();
  await writeFile(join(added, 'migration.sql'), `${sql}\n`);
  await expect(migrate({ url: database.url(), folder })).rejects.toThrow('29990101000000_essai a changé');
  await expect(migrate({ url: database.url() })).rejects.toThrow('La base est plus récente');
  await rm(folder, { recursive: true });
});
