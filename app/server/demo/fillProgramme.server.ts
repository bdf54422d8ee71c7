import { addSessions } from '#app/catalog/addSessions.server.ts';
import { createActivity } from '#app/catalog/createActivity.server.ts';
import { daysOff } from '#app/catalog/days-off.server.ts';
import type { NewSession } from '#app/catalog/new-session.ts';
import { publishSessions } from '#app/catalog/publishSessions.server.ts';
import { planSeries, type SeriesDate } from '#app/catalog/series.ts';
import { SYSTEM } from '#app/people/actor.ts';
import type { DaysOff } from '#app/time/days-off.ts';
import { activitiesOf, type DemoActivity } from './programme.ts';
import { TEAMS } from './staff.ts';
import { succeed } from './succeed.ts';
import type { DemoWorld } from './world.ts';

/** Dates further than this are still drafts. */
const PUBLISHED_DAYS = 150;
const DAY = 86_400_000;

/** One school year of sessions of every kind; gives how many there are, published and drafts. */
export async function fillProgramme(world: DemoWorld): Promise<{ published: number; drafts: number }> {
  const until = world.now.getTime() + PUBLISHED_DAYS * DAY;
  const publishable: string[] = [];
  let planned = 0;
  for (const [index, { id }] of world.relais.entries()) {
    const off = await daysOff({ relaisId: id, since: world.year.first });
    for (const activity of activitiesOf(index, world.year)) {
      const dates = await fillActivity(world, index, activity, off);
      planned += dates.length;
      publishable.push(...dates.filter(({ startsAt }) => startsAt.getTime() < until).map((date) => date.id));
    }
  }
  const { published } = succeed(await publishSessions(SYSTEM, { sessionIds: publishable }, world.publishedAt));
  return { published, drafts: planned - published };
}

async function fillActivity(world: DemoWorld, index: number, data: DemoActivity, off: DaysOff) {
  const { recurrence, from, until } = data;
  const relaisId = world.relais[index]?.id ?? '';
  const { activityId } = succeed(await createActivity(SYSTEM, { ...toldOf(data), relaisId }, world.plannedAt));
  const term = { first: world.year.first, last: lastDay(world.year.last) };
  const { dates } = planSeries({ recurrence, term, from, until, zone: world.zone }, off);
  const sessions = dates.map((date, n) => sessionOf(world, index, data, date, n));
  const { sessionIds } = succeed(await addSessions(SYSTEM, { activityId, dates: sessions }, world.plannedAt));
  return dates.map(({ startsAt }, n) => ({ id: sessionIds[n] ?? '', startsAt }));
}

function toldOf(data: DemoActivity) {
  const { kind, title, description, audience, bring, ageMinMonths, ageMaxMonths, maxAdults, maxChildren } = data;
  const { bookingRules } = data;
  return {
    kind,
    title,
    description,
    audience,
    bring,
    ageMinMonths,
    ageMaxMonths,
    maxAdults,
    maxChildren,
    bookingRules,
  };
}

function sessionOf(world: DemoWorld, index: number, data: DemoActivity, date: SeriesDate, n: number): NewSession {
  const { animator, intervenant, around = 0, themes } = data;
  const [first, second] = TEAMS[index] ?? ['', ''];
  const animatorId = animator && world.staff.get(animator === 'FIRST' ? first : second);
  const personId = intervenant && world.staff.get(intervenant);
  return {
    startsAt: date.startsAt,
    endsAt: date.endsAt,
    siteId: siteOf(world, index, data.site),
    prepMinutes: around,
    tidyMinutes: around,
    animatorIds: animatorId ? [animatorId] : [],
    intervenants: personId
      ? [{ personId, state: date.startsAt > world.now && n % 4 === 3 ? 'PROPOSED' : 'ACCEPTED' }]
      : [],
    ...(themes && { theme: themes[n % themes.length] ?? '' }),
  };
}

function siteOf({ relais, largeSiteId, trainingSiteId }: DemoWorld, index: number, site: DemoActivity['site']): string {
  switch (site) {
    case 'OWN':
      return relais[index]?.ownSiteId ?? '';
    case 'LENT':
      return relais[index]?.lentSiteId ?? '';
    case 'LARGE':
      return largeSiteId;
    case 'TRAINING':
      return trainingSiteId;
  }
}

/** Relais meet until the first days of July. */
const lastDay = (endOfYear: string) => `${endOfYear.slice(0, 4)}-07-10`;
