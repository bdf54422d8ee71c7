import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type DemoWorld, openDemo } from '#app/server/bench/demo-world.ts';
import { calcurse, has, khal, type Program } from './programs.ts';
import { readersHere } from './readers.ts';
import { differences, tableOf } from './table.ts';

/**
 * `npx tsx tests/clients/demo.ts [FOLDER]`: compares what parsers and calendar programs list of the demo's public feeds
 * with the application's own table, before and after sessions were moved, cancelled and renamed through the application.
 */

type Feed = {
  readonly name: string;
  readonly url: string;
  readonly relaisId: string | null;
  readonly programs: Program[];
};

const say = (line: string) => console.log(line); // eslint-disable-line no-console -- a command
let failures = 0;

async function feedsOf({ pool, address }: DemoWorld, folder: string): Promise<Feed[]> {
  const { rows: relais } = await pool.query<{ id: string; slug: string }>(
    'SELECT id, slug FROM "Relais" ORDER BY slug',
  );
  const { rows: all } = await pool.query<{ slug: string }>('SELECT slug FROM "Collectivite"');
  const places = [
    ...relais.map(({ id, slug }) => ({ name: slug, path: `/relais/${slug}/agenda.ics`, relaisId: id })),
    ...all.map(({ slug }) => ({ name: slug, path: `/gestionnaires/${slug}/agenda.ics`, relaisId: null })),
  ];
  const feeds = [];
  for (const { name, path, relaisId } of places) {
    const own = join(folder, name);
    const programs = [
      ...((await has('khal')) && (await has('vdirsyncer')) ? [await khal(own)] : []),
      ...((await has('calcurse')) ? [calcurse(own)] : []),
    ];
    feeds.push({ name, url: address + path, relaisId, programs });
  }
  return feeds;
}

/** Reads every feed with everything there is, and tells what differs from the table. */
async function compare(world: DemoWorld, feeds: readonly Feed[]): Promise<void> {
  for (const { name, url, relaisId, programs } of feeds) {
    const table = await tableOf(world.pool, relaisId);
    const tell = (who: string, found: readonly string[]) => {
      failures += found.length;
      say(`${name.padEnd(22)} ${String(table.length).padStart(4)} événements · ${who} : ${found.length} différence(s)`);
      for (const line of found.slice(0, 5)) say(`    ${line}`);
    };
    const calendar = await (await fetch(url)).text();
    for (const { name: who, read } of await readersHere()) {
      const listed = (await read(calendar)).map((one) => [one.uid, one.start, one.summary, one.status].join(' '));
      tell(
        who,
        differences(
          table.map((one) => [one.uid, one.start, one.summary, one.status].join(' ')),
          listed,
        ),
      );
    }
    const from = (table[0]?.wall ?? '').slice(0, 10);
    for (const program of programs) {
      const shown = await program.list(url, from);
      tell(
        program.name,
        differences(
          table.map(({ wall, summary }) => `${wall}\t${summary}`),
          shown,
        ),
      );
    }
  }
}

/** A form posted as the coordinator, who may plan in every relais. */
async function post(world: DemoWorld, cookie: string, path: string, form: Record<string, string>): Promise<Response> {
  const headers = { cookie, origin: world.address };
  return fetch(world.address + path, { method: 'POST', headers, body: new URLSearchParams(form), redirect: 'manual' });
}

async function signIn(world: DemoWorld): Promise<string> {
  const answer = await post(world, '', '/connexion', { compte: 'sophie.lefevre' });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Sixty sessions moved, thirty cancelled, six activities and one site renamed. */
async function change(world: DemoWorld): Promise<void> {
  const cookie = await signIn(world);
  const { rows } = await world.pool.query<{ id: string; date: string; activityId: string; siteId: string }>(
    `SELECT s.id, to_char(s."startsAt" AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') AS date, s."activityId", s."siteId"
       FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
      WHERE s.state = 'PUBLISHED' AND a.kind <> 'ANALYSE' AND s."startsAt" > now() + interval '3 days' ORDER BY md5(s.id::text)`,
  );
  const count = { moved: 0, cancelled: 0, renamed: 0 };
  for (const { id, date } of rows.slice(0, 60)) {
    const answer = await post(world, cookie, `/animation/seances/${id}/horaire`, {
      date,
      de: '20:15',
      a: '21:40',
      raison: 'essai',
    });
    count.moved += answer.status === 303 ? 1 : 0;
  }
  for (const { id } of rows.slice(60, 90)) {
    const answer = await post(world, cookie, `/animation/seances/${id}/annulation`, { motif: 'Salle fermée.' });
    count.cancelled += answer.status === 303 ? 1 : 0;
  }
  const activities = [...new Set(rows.map(({ activityId }) => activityId))].slice(0, 6);
  for (const [n, id] of activities.entries()) {
    const titre = `Atelier n° ${n} ; « à l’eau », \\ 🎨 et assez long pour qu’une ligne n’y suffise pas`;
    const answer = await post(world, cookie, `/animation/activites/${id}/modification`, { titre });
    count.renamed += answer.status >= 300 && answer.status < 400 ? 1 : 0;
  }
  const site = rows.at(-1)?.siteId;
  await world.pool.query(`UPDATE "Site" SET name = 'Salle des Cerisiers, étage 2' WHERE id = $1`, [site]);
  await world.pool.query(
    `SELECT graphile_worker.add_job('render-site-events', json_build_object('siteId', $1::text))`,
    [site],
  );
  say(
    `Par l’application : ${count.moved} déplacées, ${count.cancelled} annulées, ${count.renamed} activités et un lieu renommés`,
  );
  await settled(world);
}

/** Once no rendering waits any more. */
async function settled({ pool }: DemoWorld): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM graphile_worker.jobs WHERE task_identifier LIKE 'render-%'`,
    );
    if (rows[0]?.left === 0) return;
    await setTimeout(200);
  }
}

const folder = await mkdtemp(join(tmpdir(), 'rb-clients-'));
const world = await openDemo(process.argv[2] ?? join(folder, 'data'), null);
try {
  const feeds = await feedsOf(world, folder);
  say('Avant :');
  await compare(world, feeds);
  await change(world);
  say('Après :');
  await compare(world, feeds);
} finally {
  await world.close();
  await rm(folder, { recursive: true, force: true });
}
say(failures === 0 ? 'Tous disent ce que dit l’application.' : `${failures} différence(s).`);
process.exit(failures === 0 ? 0 : 1);
