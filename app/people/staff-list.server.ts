import { db, type Tx } from '#app/db/client.server.ts';
import { localDate } from '#app/time/local.ts';
import type { PersonActor, StaffRoleName } from './actor.ts';
import { allRelais, type RelaisChoice } from './directory-choices.server.ts';
import { mayInCollectivite } from './permissions.ts';

export type StaffMember = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  /** `relais: null`: all of them. */
  roles: { role: StaffRoleName; relais: string | null }[];
};

export type StaffList = { today: string; members: StaffMember[]; relais: RelaisChoice[] };

/** Who works for the manager today, by name; null for who manages nobody. Three queries. */
export async function staffList(actor: PersonActor, now: Date, tx: Tx = db()): Promise<StaffList | null> {
  const { collectiviteId } = actor;
  if (!mayInCollectivite(actor, 'staff.manage', collectiviteId)) return null;
  const { timezone } = await tx.collectivite.findUniqueOrThrow({
    where: { id: collectiviteId },
    select: { timezone: true },
  });
  const today = localDate(now, timezone);
  const inForce = { from: { lte: new Date(today) }, OR: [{ until: null }, { until: { gte: new Date(today) } }] };
  const people = await tx.person.findMany({
    where: { collectiviteId, erasedAt: null, roles: { some: inForce } },
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, firstName: true, lastName: true, email: true, phone: true },
      roles: {
        where: inForce,
        orderBy: [{ role: 'asc' }, { relais: { name: 'asc' } }],
        select: { role: true, relais: { select: { name: true } } },
      },
    },
  });
  const members = people.map(({ firstName, lastName, roles, ...person }) => ({
    ...person,
    name: `${firstName} ${lastName}`,
    roles: roles.map(({ role, relais }) => ({ role, relais: relais?.name ?? null })),
  }));
  return { today, members, relais: await allRelais(actor, tx) };
}
