import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { dayLong } from '#app/time/french.ts';
import { addDays, weekday } from '#app/time/iso-date.ts';
import { localDate, localTime } from '#app/time/wall-clock.ts';
import { planningChoices, type PlanningChoices } from './planning-choices.server.ts';

/** A day that school gives: "jusqu’aux vacances de Noël (vendredi 18 décembre)". */
export type TermChoice = { value: string; label: string };

export type LastHeld = {
  siteId: string;
  animatorIds: string[];
  from: string;
  until: string;
  prepMinutes: number;
  tidyMinutes: number;
};

/** What the form of a series offers. */
export type SeriesPage = PlanningChoices & {
  today: string;
  activityId: string;
  title: string;
  kind: ActivityKindName;
  relais: string;
  maxAdults: number | null;
  maxChildren: number | null;
  /** How it was last held: what the form begins with. */
  last: LastHeld | null;
  /** Herself, when she may lead it. */
  self: string | null;
  /** First days after holidays, last days before them. */
  starts: TermChoice[];
  ends: TermChoice[];
};

/** Null: no such activity where the actor plans. A constant number of queries. */
export async function seriesPage(
  actor: Actor,
  activityId: string,
  now: Date,
  tx: Tx = db(),
): Promise<SeriesPage | null> {
  const activity = await tx.activity.findUnique({
    where: { id: activityId, state: { not: 'CANCELLED' } },
    select: {
      ...{ id: true, title: true, kind: true, maxAdults: true, maxChildren: true, relaisId: true },
      relais: { select: { name: true } },
    },
  });
  const relais = activity && (await managedRelais(tx, actor, 'session.plan', activity.relaisId));
  if (!activity || !relais) return null;
  const { id, title, kind, maxAdults, maxChildren } = activity;
  const today = localDate(now, relais.zone);
  const choices = await planningChoices(tx, relais, today);
  const self = actor.kind === 'person' ? actor.personId : null;
  return {
    ...{ today, activityId: id, title, kind, maxAdults, maxChildren, relais: activity.relais.name },
    ...choices,
    self: choices.animators.find(({ id }) => id === self)?.id ?? null,
    last: await lastOf(tx, id, relais.zone),
    ...(await termsOf(tx, relais.collectiviteId, today)),
  };
}

async function lastOf(tx: Tx, activityId: string, zone: string): Promise<LastHeld | null> {
  const last = await tx.session.findFirst({
    where: { activityId, state: { not: 'CANCELLED' } },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    select: {
      ...{ siteId: true, startsAt: true, endsAt: true, prepMinutes: true, tidyMinutes: true },
      assignments: { where: { role: 'ANIMATOR' }, select: { personId: true } },
    },
  });
  if (!last) return null;
  const { siteId, startsAt, endsAt, prepMinutes, tidyMinutes, assignments } = last;
  return {
    ...{ siteId, prepMinutes, tidyMinutes, from: localTime(startsAt, zone), until: localTime(endsAt, zone) },
    animatorIds: assignments.map(({ personId }) => personId),
  };
}

/** The next holidays of the zone, as days on which a series may begin or end. */
async function termsOf(tx: Tx, collectiviteId: string, today: string) {
  const rows = await tx.$queryRaw<{ name: string; first: string; last: string }[]>`
    SELECT h.name, h.first::text, h.last::text FROM "SchoolHoliday" h JOIN "Collectivite" c ON c.zone = h.zone
     WHERE c.id = ${collectiviteId}::uuid AND h.last >= ${today}::date AND h.first < ${addDays(today, 400)}::date
     ORDER BY h.first`;
  const long = rows.filter(({ first, last }) => addDays(first, 6) <= last);
  const said = (date: string) => dayLong(date, { reference: today });
  return {
    starts: long
      .map(({ name, last }) => ({ name, day: schoolDay(addDays(last, 1), 1) }))
      .map(({ name, day }) => ({
        value: day,
        label: `après les vacances ${of(name)} (${said(day)})`,
      })),
    ends: long
      .map(({ name, first }) => ({ name, day: schoolDay(addDays(first, -1), -1) }))
      .filter(({ day }) => day > today)
      .map(({ name, day }) => ({ value: day, label: `jusqu’aux vacances ${of(name)} (${said(day)})` })),
  };
}

/** The nearest day from Monday to Friday. */
function schoolDay(date: string, step: 1 | -1): string {
  return weekday(date) > 5 ? schoolDay(addDays(date, step), step) : date;
}

const of = (name: string) => {
  const lower = name.replace(/^(Hiver|Printemps|Été)$/, (word) => word.toLowerCase());
  if (lower === 'Toussaint') return 'de la Toussaint';
  return /^[aeéhiouy]/i.test(lower) ? `d’${lower}` : `de ${lower}`;
};
