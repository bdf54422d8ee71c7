import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { dayLong } from '#app/time/french.ts';
import { addDays, weekday } from '#app/time/iso-date.ts';
import { localDate } from '#app/time/wall-clock.ts';
import type { Named } from './team-choices.server.ts';

/** A day that school gives: "jusqu’aux vacances de Noël (vendredi 18 décembre)". */
export type TermChoice = { value: string; label: string };

/** What the form of a series offers. */
export type SeriesPage = {
  today: string;
  activityId: string;
  title: string;
  kind: ActivityKindName;
  relais: string;
  maxAdults: number | null;
  maxChildren: number | null;
  sites: Named[];
  animators: Named[];
  intervenants: (Named & { profession: string })[];
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
  return {
    ...{ today, activityId: id, title, kind, maxAdults, maxChildren, relais: activity.relais.name },
    sites: await sitesOf(tx, relais),
    ...(await peopleOf(tx, relais, today)),
    ...(await termsOf(tx, relais.collectiviteId, today)),
  };
}

type Where = { id: string; collectiviteId: string };

/** Those the relais uses first, then the others. */
async function sitesOf(tx: Tx, { id: relaisId, collectiviteId }: Where): Promise<Named[]> {
  const sites = await tx.site.findMany({
    where: { collectiviteId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, uses: { where: { relaisId }, select: { id: true }, take: 1 } },
  });
  const named = (own: boolean) =>
    sites.filter(({ uses }) => uses.length > 0 === own).map(({ id, name }) => ({ id, name }));
  return [...named(true), ...named(false)];
}

async function peopleOf(tx: Tx, { id: relaisId, collectiviteId }: Where, today: string) {
  const people = await tx.person.findMany({
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
