import type { Tx } from '#app/db/client.server.ts';
import { normalEmail, normalPhone } from './contact.ts';

export type NewPerson = {
  firstName: string;
  lastName: string;
  /** Absent: she has no account and is reached by telephone. */
  email?: string;
  phone?: string;
};

/** The addresses among these that are already someone's in the collectivité, or twice in the list. */
export async function takenEmails(tx: Tx, collectiviteId: string, people: readonly NewPerson[]): Promise<string[]> {
  const emails = people.flatMap(({ email }) => (email ? [normalEmail(email)] : []));
  const known = await tx.person.findMany({ where: { collectiviteId, email: { in: emails } }, select: { email: true } });
  const twice = emails.filter((email, index) => emails.indexOf(email) < index);
  return [...new Set([...known.flatMap(({ email }) => email ?? []), ...twice])];
}

/** Writes persons, as many and in the order given; their ids in that order. */
export async function writePersons(
  tx: Tx,
  collectiviteId: string,
  people: readonly NewPerson[],
  now: Date,
): Promise<string[]> {
  const rows = people.map(({ firstName, lastName, email, phone }) => ({
    id: crypto.randomUUID(),
    collectiviteId,
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    email: email ? normalEmail(email) : null,
    phone: phone ? (normalPhone(phone) ?? phone.trim()) : null,
    createdAt: now,
  }));
  await tx.person.createMany({ data: rows });
  return rows.map(({ id }) => id);
}
