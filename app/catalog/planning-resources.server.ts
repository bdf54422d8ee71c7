import type { DbOrTx } from '#app/db/client.server.ts';
import type { UsePeriod } from './site-availability.ts';

export type UsableSite = {
  exclusive: boolean;
  /** Ceiling of persons over all sessions there; null: none. */
  maxPersons: number | null;
  /** When the relais may use it. */
  uses: UsePeriod[];
};

/** The sites of a collectivité among these, by id, with the relais's periods of use; one query. */
export async function usableSites(
  db: DbOrTx,
  { collectiviteId, relaisId }: { collectiviteId: string; relaisId: string },
  siteIds: readonly string[],
): Promise<ReadonlyMap<string, UsableSite>> {
  const sites = await db.site.findMany({
    where: { collectiviteId, id: { in: [...new Set(siteIds)] } },
    select: {
      ...{ id: true, exclusive: true, maxPersons: true },
      uses: { where: { relaisId }, select: { from: true, until: true, weekdays: true } },
    },
  });
  const isoDate = (date: Date | null) => date && date.toISOString().slice(0, 10);
  return new Map(
    sites.map(({ id, uses, ...site }) => [
      id,
      {
        ...site,
        uses: uses.map(({ from, until, weekdays }) => ({ from: isoDate(from), until: isoDate(until), weekdays })),
      },
    ]),
  );
}

/**
 * Who among these may lead, and who may speak; one query.
 *
 * @param of `relaisId` null: animators of any relais of the collectivité (one may cover for a colleague elsewhere)
 */
export async function assignablePeople(
  db: DbOrTx,
  { collectiviteId, relaisId }: { collectiviteId: string; relaisId: string | null },
  { animatorIds, intervenantIds }: { animatorIds: readonly string[]; intervenantIds: readonly string[] },
): Promise<{ animators: ReadonlySet<string>; intervenants: ReadonlySet<string> }> {
  const ids = [...new Set([...animatorIds, ...intervenantIds])];
  if (ids.length === 0) return { animators: new Set(), intervenants: new Set() };
  const where = relaisId === null ? {} : { OR: [{ relaisId }, { relaisId: null }] };
  const people = await db.person.findMany({
    where: { collectiviteId, id: { in: ids }, erasedAt: null },
    select: {
      id: true,
      intervenant: { select: { id: true } },
      roles: { where: { role: 'ANIMATOR', ...where }, select: { id: true } },
    },
  });
  const idsOf = (of: typeof people) => new Set(of.map(({ id }) => id));
  return {
    animators: idsOf(people.filter(({ roles }) => roles.length > 0)),
    intervenants: idsOf(people.filter(({ intervenant }) => intervenant !== null)),
  };
}
