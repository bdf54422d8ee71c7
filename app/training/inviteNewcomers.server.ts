import { db } from '#app/db/client.server.ts';
import { sendCampaign } from './sendCampaign.server.ts';

/** Invites, once, those who joined a relais while its campaign is open; how many. */
export async function inviteNewcomers(now: Date): Promise<number> {
  const yesterday = new Date(now.getTime() - 86_400_000);
  const open = await db().needCampaign.findMany({
    where: { sentAt: { not: null }, closesOn: { gte: yesterday } },
    orderBy: { startedAt: 'asc' },
    select: { id: true },
  });
  let invited = 0;
  for (const { id } of open) invited += await sendCampaign(id, now);
  return invited;
}
