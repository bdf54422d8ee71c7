import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { mayAt } from '#app/people/permissions.ts';
import { namesHidden } from './names-hidden.server.ts';

export type HeldTelling = {
  name: string;
  round: number;
  toldAt: Date | null;
  /** What its history is about. */
  about: { collectiviteId: string; subject: 'enrollment'; subjectId: string };
};

/** Someone to tell whom this actor may telephone, under her row's lock; null: she is not there for her. */
export async function heldTelling(tx: Tx, actor: Actor, toTellId: string): Promise<HeldTelling | null> {
  await tx.$executeRaw`SELECT 1 FROM "ToTell" WHERE id = ${toTellId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.toTell.findUnique({
    where: { id: toTellId },
    select: {
      ...{ collectiviteId: true, enrollmentId: true, round: true, toldAt: true },
      session: { select: { id: true, relaisId: true, collectiviteId: true } },
      person: { select: { firstName: true, lastName: true } },
    },
  });
  if (!row || !mayAt(actor, 'enrollment.message', row.session)) return null;
  if ((await namesHidden(tx, actor, [row.session.id])).size > 0) return null;
  const { collectiviteId, enrollmentId: subjectId, person, round, toldAt } = row;
  const about = { collectiviteId, subject: 'enrollment', subjectId } as const;
  return { name: `${person.firstName} ${person.lastName}`, round, toldAt, about };
}
