import type { Tx } from '#app/db/client.server.ts';
import type { ActivityKind } from '#app/db/generated/client.ts';

export type FollowInput = {
  collectiviteId: string;
  personId: string;
  /** Null: any. */
  kind: ActivityKind | null;
  relaisId: string | null;
  siteId: string | null;
};

/** What she follows, in the caller's transaction; the same again is the one that is there. */
export async function saveFollow(tx: Tx, follow: FollowInput, now: Date): Promise<string> {
  const there = await tx.follow.findFirst({ where: follow, select: { id: true } });
  if (there) return there.id;
  const { id } = await tx.follow.create({ data: { ...follow, createdAt: now }, select: { id: true } });
  return id;
}

/** She follows it no more; how many there were. */
export async function dropFollow(tx: Tx, personId: string, id: string): Promise<number> {
  return (await tx.follow.deleteMany({ where: { id, personId } })).count;
}
