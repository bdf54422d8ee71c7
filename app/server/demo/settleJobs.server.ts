import { db } from '#app/db/client.server.ts';
import { forgetMails } from '#app/mail/forgetMails.server.ts';
import { ACCOUNTS } from './professionals.ts';
import type { DemoWorld } from './world.ts';

const DAY = 86_400_000;

/** Leaves to the jobs what is recent: a few mails, and the offers that run. Calendars are rendered already. */
export async function settleJobs({ now, professionals }: DemoWorld): Promise<void> {
  const personIds = professionals.slice(0, ACCOUNTS.length).map(({ personId }) => personId);
  await forgetMails({ keep: 12, since: new Date(now.getTime() - 14 * DAY), personIds });
  await db().$executeRaw`
    SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs WHERE task_identifier LIKE 'render-%'`;
}
