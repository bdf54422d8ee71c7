import type { Changing } from './weighChange.server.ts';

type Entry = { subjectId: string; what: string; detail: Record<string, Detail> };
type Detail = string[] | Record<string, string | number | null>;

/** The history rows of one changed session: a move, its ceilings, then the rest by name; former values kept where they are no free text. */
export function changeHistory({ before, after, what }: Changing): Entry[] {
  const entries: Entry[] = [];
  const subjectId = before.id;
  if (what.includes('time') || what.includes('site')) {
    const { startsAt, endsAt, siteId } = before;
    const from = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), siteId };
    entries.push({ subjectId, what: 'moved', detail: { from } });
  }
  if (what.includes('ceilings')) {
    const from = { maxAdults: before.maxAdults, maxChildren: before.maxChildren };
    const to = { maxAdults: after.maxAdults, maxChildren: after.maxChildren };
    entries.push({ subjectId, what: 'ceilings', detail: { from, to } });
  }
  const fields = what.filter((one) => one !== 'time' && one !== 'site' && one !== 'ceilings');
  if (fields.length > 0) {
    entries.push({ subjectId, what: 'changed', detail: { fields, ...formerly(before, fields) } });
  }
  return entries;
}

function formerly({ animatorIds }: Changing['before'], fields: readonly string[]): Record<string, string[]> {
  return fields.includes('animators') ? { animatorsBefore: [...animatorIds] } : {};
}
