import { rekeyAttendances } from '#app/attendance/rekeyAttendances.server.ts';
import { endSessionsOf } from '#app/auth/endSessionsOf.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { lockPlacesOf, rekeyEnrollments } from '#app/enrollment/rekeyEnrollments.server.ts';
import { dropPersonFeeds } from '#app/feeds/dropPersonFeeds.server.ts';
import { record } from '#app/journal/record.server.ts';
import { rekeyMails } from '#app/mail/rekeyMails.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { managedFile } from '#app/people/managed-files.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { rekeyFile } from '#app/people/rekeyFile.server.ts';
import { tellOfFile } from '#app/people/tellOfFile.server.ts';
import { rekeyTraining } from '#app/training/rekeyTraining.server.ts';

type Refusal = { code: 'NOT_FOUND' | 'SAME_FILE' | 'WORKS_HERE' };

/**
 * Makes one file of two that are the same person's, in one transaction: each room gives what it holds of the one to the
 * other. It cannot be undone. She is told, at both addresses. Refuses a file of another relais, and someone who is also
 * of a team or an intervenant. Twice: the second is not found any more.
 */
export async function mergePersons(
  actor: Actor,
  { keptId, lostId }: { keptId: string; lostId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ doubles: number }, Refusal>> {
  if (keptId === lostId) return refuse({ code: 'SAME_FILE' });
  return inTransaction(tx, async (tx) => {
    if (!(await both(tx, actor, keptId, lostId, now))) return refuse({ code: 'NOT_FOUND' });
    await lockPlacesOf(tx, [keptId, lostId]);
    await lockPersons(tx, [keptId, lostId]);
    const files = await both(tx, actor, keptId, lostId, now);
    if (!files) return refuse({ code: 'NOT_FOUND' });
    if (await worksHere(tx, [keptId, lostId])) return refuse({ code: 'WORKS_HERE' });
    const { collectiviteId } = files.kept;
    const rekeying = { from: lostId, to: keptId, collectiviteId, actorId: actorId(actor) };
    const { doubles } = await rekeyEnrollments(tx, rekeying, now);
    await rekeyAttendances(tx, rekeying);
    await rekeyTraining(tx, rekeying, now);
    await rekeyMails(tx, rekeying);
    await dropPersonFeeds(tx, rekeying, now);
    await endSessionsOf(tx, lostId, now);
    await rekeyFile(tx, rekeying, now);
    const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: keptId };
    await record(tx, now, { ...who, what: 'person.merged', detail: { from: lostId, doubles } });
    const email = files.kept.email ?? files.lost.email;
    const changes = [
      'Vos deux fiches ont été réunies en une : vos inscriptions s’y trouvent toutes.',
      ...signIn(email),
    ];
    await tellOfFile(tx, { ...files.kept, changes }, now, { former: files.lost.email });
    return { ok: true, doubles };
  });
}

const signIn = (email: string | null): string[] => (email === null ? [] : [`Vous vous connectez avec ${email}.`]);

async function both(tx: Tx, actor: Actor, keptId: string, lostId: string, now: Date) {
  const kept = await managedFile(tx, actor, 'professional.write', keptId, now);
  const lost = await managedFile(tx, actor, 'professional.write', lostId, now);
  return kept && lost && kept.collectiviteId === lost.collectiviteId ? { kept, lost } : null;
}

async function worksHere(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const works = { OR: [{ roles: { some: {} } }, { intervenant: { isNot: null } }] };
  return (await tx.person.count({ where: { id: { in: [...ids] }, ...works } })) > 0;
}
