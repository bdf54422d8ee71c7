import { db } from '#app/db/client.server.ts';
import { type DemoMark } from './demo-guard.ts';

const KEY = 'demo';

/** What the database says of the demo, and whether it holds any collectivité. */
export async function readDemo(): Promise<{ mark: DemoMark; isEmpty: boolean }> {
  const setting = await db().setting.findUnique({ where: { key: KEY } });
  const any = await db().collectivite.findFirst({ select: { id: true } });
  return {
    mark: setting === null ? null : { state: isFilled(setting.value) ? 'filled' : 'filling' },
    isEmpty: any === null,
  };
}

/** Notes that the database is being filled with the demo, or is. */
export async function markDemo(state: 'filling' | 'filled'): Promise<void> {
  const value = { state };
  await db().setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
}

/** Empties what an interrupted filling left: every table but the migrations' and the settings'. */
export async function emptyDemo(): Promise<void> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'Setting')`;
  await db().$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
}

function isFilled(value: unknown): boolean {
  return Reflect.get(Object(value), 'state') === 'filled';
}
