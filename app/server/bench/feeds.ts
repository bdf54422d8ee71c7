import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alternate } from './alternate.ts';
import { startFloor } from './application.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Figure } from './figure.ts';
import { requestsPerSecond } from './requests.ts';

const EVENTS = 1000;
const ROUNDS = 5;

/** A public feed of a thousand events: sent whole while some of them change, and not modified since it was read. */
export async function feedFigures(world: DemoWorld): Promise<Figure[]> {
  const slug = await fillFeed(world.pool);
  const feed = `${world.address}/relais/${slug}/agenda.ics`;
  const body = await (await fetch(feed)).text();
  const events = body.split(/(?=BEGIN:VEVENT)/);
  const file = join(world.dataDir, 'events.json');
  await writeFile(file, JSON.stringify(events));
  const floor = await startFloor(file);
  try {
    const changed = await alternate(
      ROUNDS,
      () => whileChanging(world.pool, slug, () => requestsPerSecond(feed)),
      () => requestsPerSecond(`${floor.address}/joined`),
    );
    const headers = { 'if-none-match': (await fetch(feed)).headers.get('etag') ?? '' };
    const unchanged = await alternate(
      ROUNDS,
      () => requestsPerSecond(feed, { headers, status: 304 }),
      () => requestsPerSecond(`${floor.address}/empty`),
    );
    const joined = `${events.length - 1} chaînes toutes faites jointes par Express ; un événement change deux fois par seconde`;
    return [
      { name: 'agenda modifié', against: joined, unit: 'agendas/s', ...changed, aim: { least: 0.3 } },
      {
        name: 'agenda inchangé (304)',
        against: 'Express à vide',
        unit: 'réponses/s',
        ...unchanged,
        aim: { least: 0.6 },
      },
    ];
  } finally {
    await floor.stop();
  }
}

const EVERY = 500;

/** Has one event of the feed rewritten, as rendering writes it, twice a second: what was remembered is forgotten. */
async function whileChanging(pool: DemoWorld['pool'], slug: string, measure: () => Promise<number>): Promise<number> {
  const change = () =>
    pool.query(
      `WITH changed AS (
         UPDATE "CalendarEvent" SET "modifiedAt" = "modifiedAt" + interval '1 second'
          WHERE uid = (SELECT e.uid FROM "CalendarEvent" e JOIN "Relais" r ON r.id = e."relaisId"
                        WHERE r.slug = $1 AND e.public ORDER BY e."startsAt" DESC LIMIT 1) RETURNING "relaisId")
       UPDATE "FeedState" f SET hash = split_part(f.hash, '@', 1) || '@' || gen_random_uuid()
         FROM changed WHERE f.key = 'relais:' || changed."relaisId"`,
      [slug],
    );
  let under: Promise<unknown> = change();
  const clock = setInterval(() => void (under = under.then(change)), EVERY);
  try {
    return await measure();
  } finally {
    clearInterval(clock);
    await under;
  }
}

/** Completes the events of one relais to a thousand ateliers ahead, by copying its own; its slug. */
async function fillFeed(pool: DemoWorld['pool']): Promise<string> {
  const { rows } = await pool.query<{ slug: string; id: string }>(
    `SELECT r.slug, r.id FROM "Relais" r JOIN "CalendarEvent" e ON e."relaisId" = r.id
      WHERE e.kind = 'ATELIER' AND e.public GROUP BY r.id ORDER BY count(*) DESC LIMIT 1`,
  );
  const [relais] = rows;
  if (!relais) throw new Error('the demo has no public event');
  await pool.query(
    `INSERT INTO "CalendarEvent"
     SELECT (jsonb_populate_record(NULL::"CalendarEvent", to_jsonb(e) || jsonb_build_object(
              'uid', n || '-' || e.uid, 'text', replace(e.text, e.uid, n || '-' || e.uid),
              'startsAt', now() + n * interval '5 hours', 'endsAt', now() + n * interval '5 hours 1 minute'))).*
       FROM (SELECT * FROM "CalendarEvent" WHERE "relaisId" = $1 AND public AND kind = 'ATELIER' LIMIT 1) e,
            generate_series(1, $2) n
     ON CONFLICT DO NOTHING`,
    [relais.id, EVENTS],
  );
  return relais.slug;
}
