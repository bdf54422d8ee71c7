/** A person or an exclusive site, held by a session, preparation and tidying included (rule 6). */
export type Held = {
  /** 'person:<uuid>' or 'site:<uuid>' */
  resource: string;
  from: Date;
  /** Excluded: touching is not overlapping. */
  until: Date;
};

export type Planned = {
  startsAt: Date;
  endsAt: Date;
  prepMinutes: number;
  tidyMinutes: number;
  site: { id: string; exclusive: boolean };
  personIds: readonly string[];
};

const MINUTE = 60_000;

/** What a planned session holds. */
export function heldBy({ startsAt, endsAt, prepMinutes, tidyMinutes, site, personIds }: Planned): Held[] {
  const from = new Date(startsAt.getTime() - prepMinutes * MINUTE);
  const until = new Date(endsAt.getTime() + tidyMinutes * MINUTE);
  const resources = [...new Set(personIds)].map((id) => `person:${id}`);
  if (site.exclusive) resources.push(`site:${site.id}`);
  return resources.map((resource) => ({ resource, from, until }));
}

/** Do the two hold the same thing at the same time? */
export function clash(a: Held, b: Held): boolean {
  return a.resource === b.resource && a.from < b.until && b.from < a.until;
}
