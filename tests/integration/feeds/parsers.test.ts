import { expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { renderAllEvents } from '#app/feeds/renderAllEvents.server.ts';
import { addDays, fromLocal } from '#app/time/local.ts';
import { hasVobject, readersHere, type Read } from '#tests/clients/readers.ts';
import { useDatabase } from '../database.ts';
import { HOUR, later, NOW, readPublic, RENDERING, someRelais, someSite, type World } from './world.ts';

useDatabase({ fresh: true });

const TITLES = [
  'Peinture au sol',
  'Contes ; comptines, « jeux » de doigts',
  'Chemin C:\\jouets, virgules; et "guillemets"',
  `🎨 ${'Éveil corporel et musical '.repeat(11)}🎉`,
  'Ligne une\nLigne deux',
];
/** Tuesdays of a year, two a day: across both changes of the clock. */
const DAYS = Array.from({ length: 52 }, (_, week) => addDays('2026-10-06', 7 * week));
const HOURS = ['09:30', '20:00'];

async function programme(world: World): Promise<void> {
  const { collectiviteId, relaisId } = world;
  const sites = [world.siteId, (await someSite(collectiviteId, 'Bibliothèque, salle n° 2')).id];
  const activities = TITLES.map((title, n) => ({
    ...{ id: crypto.randomUUID(), collectiviteId, relaisId, title, description: 'Mot ; à\nmot.' },
    kind: n % 2 === 0 ? ('ATELIER' as const) : ('REUNION' as const),
  }));
  await db().activity.createMany({ data: activities });
  await db().session.createMany({
    data: DAYS.flatMap((date, week) =>
      HOURS.map((time, slot) => {
        const startsAt = fromLocal({ date, time }, 'Europe/Paris');
        const activityId = activities[(week + slot) % activities.length]?.id ?? '';
        return {
          ...{ collectiviteId, relaisId, activityId, siteId: sites[week % 2] ?? '', state: 'PUBLISHED' as const },
          ...{ startsAt, endsAt: new Date(startsAt.getTime() + 1.5 * HOUR), publishedAt: NOW },
        };
      }),
    ),
  });
}

/** What the sessions say, on one line each: nothing of it was rendered. */
async function told(): Promise<string[]> {
  const sessions = await db().session.findMany({ include: { activity: true, site: true } });
  return sessions
    .map(({ id, startsAt, state, theme, activity, site }) => {
      const cancelled = state === 'CANCELLED';
      const summary = `${theme ?? activity.title} – ${site.name}`.replace(/\s+/g, ' ');
      const uid = `seance-${id}@agenda.ribambelle.example`;
      const status = cancelled ? 'CANCELLED' : 'CONFIRMED';
      return lineOf({ uid, start: startsAt.getTime(), summary: cancelled ? `ANNULÉ : ${summary}` : summary, status });
    })
    .sort();
}

const lineOf = ({ uid, start, summary, status }: Read) => [uid, start, summary, status].join(' | ');

async function agree(world: World, now: Date): Promise<void> {
  const { body } = await readPublic(world.slug, '', {}, now);
  const wanted = await told();
  expect(wanted).toHaveLength(DAYS.length * HOURS.length);
  for (const { name, read } of await readersHere()) {
    expect((await read(body ?? '')).map(lineOf).sort(), name).toEqual(wanted);
  }
}

const title = (await hasVobject()) ? '' : ' (sans python3-vobject : apt-get install python3-vobject l’ajoute)';

it(`parsers read every event of a year as the sessions say, before and after changes${title}`, async () => {
  const world = await someRelais();
  await programme(world);
  await renderAllEvents(RENDERING, NOW);
  await agree(world, NOW);

  const rows = await db().session.findMany({ orderBy: { startsAt: 'asc' }, select: { id: true } });
  const ids = (from: number) => rows.filter((_, n) => n % 9 === from).map(({ id }) => id);
  await db().$executeRaw`
    UPDATE "Session" SET "startsAt" = "startsAt" + interval '45 minutes', "endsAt" = "endsAt" + interval '1 hour'
     WHERE id = ANY(${ids(0)}::uuid[])`;
  await db().session.updateMany({ where: { id: { in: ids(3) } }, data: { state: 'CANCELLED', cancelledAt: NOW } });
  await db().session.updateMany({ where: { id: { in: ids(6) } }, data: { theme: 'Thème ; d’un jour' } });
  await db().site.update({ where: { id: world.siteId }, data: { name: 'Maison « des Lutins », étage 1' } });
  await db().activity.updateMany({ where: { title: TITLES[0] ?? '' }, data: { title: 'Peinture\\gouache, encre' } });
  await renderAllEvents(RENDERING, later(HOUR));
  await agree(world, later(HOUR));
});
