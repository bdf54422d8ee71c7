import type { DbOrTx } from '#app/db/client.server.ts';
import type { Named } from './team-choices.server.ts';

/** Where, and with whom, a relais may plan. */
export type PlanningChoices = {
  /** Those the relais uses first, then the others. */
  sites: Named[];
  animators: Named[];
  intervenants: (Named & { profession: string })[];
};

type Where = { id: string; collectiviteId: string };

/** What the forms of dates offer for a relais; two queries. */
export async function planningChoices(db: DbOrTx, relais: Where, today: string): Promise<PlanningChoices> {
  return { sites: await sitesOf(db, relais), ...(await peopleOf(db, relais, today)) };
}

async function sitesOf(db: DbOrTx, { id: relaisId, collectiviteId }: Where): Promise<Named[]> {
  const sites = await db.site.findMany({
    where: { collectiviteId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, uses: { where: { relaisId }, select: { id: true }, take: 1 } },
  });
  const named = (own: boolean) =>
    sites.filter(({ uses }) => uses.length > 0 === own).map(({ id, name }) => ({ id, name }));
  return [...named(true), ...named(false)];
}

async function peopleOf(db: DbOrTx, { id: relaisId, collectiviteId }: Where, today: string) {
  const people = await db.person.findMany({
    where: {
      ...{ collectiviteId, erasedAt: null },
      OR: [{ intervenant: { isNot: null } }, { roles: { some: inForce(relaisId, today) } }],
    },
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, firstName: true, lastName: true },
      intervenant: { select: { profession: true } },
      roles: { where: inForce(relaisId, today), select: { id: true }, take: 1 },
    },
  });
  const named = ({ id, firstName, lastName }: (typeof people)[number]) => ({ id, name: `${firstName} ${lastName}` });
  return {
    animators: people.filter(({ roles }) => roles.length > 0).map(named),
    intervenants: people.flatMap((person) =>
      person.intervenant ? [{ ...named(person), profession: person.intervenant.profession }] : [],
    ),
  };
}

function inForce(relaisId: string, today: string) {
  const day = new Date(today);
  return {
    role: 'ANIMATOR' as const,
    AND: [{ OR: [{ relaisId }, { relaisId: null }] }, { OR: [{ until: null }, { until: { gte: day } }] }],
  };
}
