import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { dayPlain } from '#app/time/french.ts';
import { addDays, isDate } from '#app/time/iso-date.ts';
import { actorId, type Actor } from './actor.ts';
import { managedFile, type ManagedFile } from './managed-files.server.ts';
import { refuse, type Outcome } from './outcome.ts';
import { tellOfFile } from './tellOfFile.server.ts';

/** `home`: this relais becomes her home, and she leaves the former one the day before; else one more relais. */
export type MembershipChange = { personId: string; relaisId: string; home: boolean; from: string };

/**
 * Ties a professional to a relais of the collectivité from a day on; her file is then this relais's too. Refuses a
 * relais of another collectivité, and a home that would begin before the present one. Twice changes nothing.
 */
export async function changeMembership(
  actor: Actor,
  input: MembershipChange,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ again: boolean }, { code: 'NOT_FOUND' | 'RELAIS_UNKNOWN' | 'DATES_WRONG' }>> {
  const { personId, relaisId, home, from } = input;
  if (!isDate(from)) return refuse({ code: 'DATES_WRONG' });
  return inTransaction(tx, async (tx) => {
    const file = await managedFile(tx, actor, 'professional.write', personId, now);
    if (!file) return refuse({ code: 'NOT_FOUND' });
    await lockPersons(tx, [personId]);
    const { collectiviteId, professionalId } = file;
    const relais = await tx.relais.findFirst({ where: { id: relaisId, collectiviteId }, select: { name: true } });
    if (!relais) return refuse({ code: 'RELAIS_UNKNOWN' });
    const live = await tx.relaisMembership.findMany({
      where: { professionalId, OR: [{ until: null }, { until: { gte: new Date(from) } }] },
    });
    const there = live.filter((tie) => tie.relaisId === relaisId);
    if (there.some((tie) => tie.home || !home)) return { ok: true, again: true };
    const leaving = home ? live.filter((tie) => tie.home || tie.relaisId === relaisId) : [];
    if (leaving.some((tie) => tie.from >= new Date(from))) return refuse({ code: 'DATES_WRONG' });
    const until = new Date(addDays(from, -1));
    await tx.relaisMembership.updateMany({ where: { id: { in: leaving.map(({ id }) => id) } }, data: { until } });
    const tie = { collectiviteId, professionalId, relaisId, home, from: new Date(from) };
    await tx.relaisMembership.create({ data: tie });
    await tell(tx, file, actor, { relaisId, name: relais.name, home, from }, now);
    return { ok: true, again: false };
  });
}

type Joined = { relaisId: string; name: string; home: boolean; from: string };

async function tell(tx: Tx, file: ManagedFile, actor: Actor, { name, ...joined }: Joined, now: Date): Promise<void> {
  const who = { collectiviteId: file.collectiviteId, actorId: actorId(actor), subject: 'person' as const };
  await record(tx, now, { ...who, subjectId: file.personId, what: 'relais.joined', detail: { ...joined, name } });
  const day = dayPlain(joined.from, { year: true });
  const sentence = joined.home
    ? `Votre relais est ${name}, à partir du ${day}.`
    : `Vous êtes aussi suivie par ${name}, à partir du ${day}.`;
  await tellOfFile(tx, { ...file, changes: [sentence] }, now);
}
