import { db, type Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#app/db/generated/client.ts';
import { refreshEvents, type Rendered, type Rendering } from './refreshEvents.server.ts';
import { oldestListed } from './window.ts';

const BATCH = 500;

/**
 * Renders the events of all sessions that `where` selects and a feed may still list, five hundred at a time, each batch
 * in its own transaction: stopped halfway, it is simply run again.
 */
export async function renderManyEvents(
  where: Prisma.SessionWhereInput,
  rendering: Rendering,
  now: Date,
  tx?: Tx,
): Promise<Rendered> {
  const listed = { ...where, startsAt: { gte: oldestListed(now) } };
  const unprintable: string[] = [];
  let written = 0;
  for (let after = ''; ;) {
    const sessionIds = await nextIds(listed, after, tx);
    const last = sessionIds.at(-1);
    if (last === undefined) return { written, unprintable };
    const done = await refreshEvents({ sessionIds, enrollments: 'all' }, rendering, now, tx);
    written += done.written;
    unprintable.push(...done.unprintable);
    after = last;
  }
}

async function nextIds(where: Prisma.SessionWhereInput, after: string, tx?: Tx): Promise<string[]> {
  const rows = await (tx ?? db()).session.findMany({
    where: after === '' ? where : { ...where, id: { gt: after } },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
