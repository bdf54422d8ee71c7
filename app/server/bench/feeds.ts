import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alternate } from './alternate.ts';
import { startFloor } from './application.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Figure } from './figure.ts';
import { requestsPerSecond } from './requests.ts';

const EVENTS = 1000;
const ROUNDS = 5;

/** A public feed of a thousand events: read anew at each request, and not modified since. */
export async function feedFigures(world: DemoWorld): Promise<Figure[]> {
  const slug = await fillFeed(world.pool);
  const feed = `${world.address}/relais/${slug}/agenda.ics`;
  const anew = `${feed}?type=atelier`; // a filtered body is kept by nobody: each answer is joined anew
  const body = await (await fetch(anew)).text();
  const events = body.split(/(?=BEGIN:VEVENT)/);
  const file = join(world.dataDir, 'events.json');
  await writeFile(file, JSON.stringify(events));
  const floor = await startFloor(file);
  try {
    const changed = await alternate(
      ROUNDS,
      () => requestsPerSecond(anew),
      () => requestsPerSecond(`${floor.address}/joined`),
    );
    const headers = { 'if-none-match': (await fetch(feed)).headers.get('etag') ?? '' };
    const unchanged = await alternate(
      ROUNDS,
      () => requestsPerSecond(feed, { headers, status: 304 }),
      () => requestsPerSecond(`${floor.address}/empty`),
    );
    const joined = `${events.length - 1} chaînes toutes faites jointes par Express`;
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
