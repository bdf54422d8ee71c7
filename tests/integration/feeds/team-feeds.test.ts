import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { Role } from '#app/db/generated/client.ts';
import { changeFeedScope } from '#app/feeds/changeFeedScope.server.ts';
import { openLink } from '#app/feeds/feed-owners.server.ts';
import { feedOutline, privateFeed } from '#app/feeds/private-feeds.server.ts';
import { renderAllEvents } from '#app/feeds/renderAllEvents.server.ts';
import { renewFeedToken } from '#app/feeds/renewFeedToken.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { useDatabase } from '../database.ts';
import {
  APP_URL,
  HOUR,
  later,
  lines,
  NOW,
  readPrivate,
  RENDERING,
  someActor,
  someEnrollment,
  someRelais,
  someSession,
  valuesOf,
  type World,
} from './world.ts';

useDatabase({ fresh: true });

async function someStaff(world: World, role: Role, relaisId: string | null = world.relaisId): Promise<PersonActor> {
  const actor = await someActor(world);
  const { collectiviteId } = world;
  await db().staffRole.create({
    data: { collectiviteId, personId: actor.personId, relaisId, role, from: new Date('2026-01-01') },
  });
  return { ...actor, roles: [{ role, relaisId }] };
}

async function someSpeaker(world: World, email = `${randomUUID()}@exemple.fr`): Promise<PersonActor> {
  const actor = await someActor(world);
  const { personId, collectiviteId } = actor;
  await db().person.update({ where: { id: personId }, data: { email } });
  const { id } = await db().intervenant.create({ data: { collectiviteId, personId, profession: 'psychologue' } });
  return { ...actor, intervenantId: id };
}

async function anotherRelais({ collectiviteId, siteId }: World): Promise<World> {
  const slug = `sud-${randomUUID().slice(0, 8)}`;
  const { id } = await db().relais.create({ data: { collectiviteId, slug, name: 'Relais Sud' } });
  return { collectiviteId, relaisId: id, slug, siteId };
}

async function assign({ personId, collectiviteId }: PersonActor, sessionId: string, wish: object = {}) {
  await db().assignment.create({
    data: { collectiviteId, personId, sessionId, role: 'ANIMATOR', state: 'ACCEPTED', ...wish },
  });
}

async function link(actor: PersonActor, contents: 'moi' | 'relais' | null = null): Promise<string> {
  const outcome = await renewFeedToken(actor, { contents }, RENDERING, NOW);
  if (outcome.outcome !== 'renewed') throw new Error(outcome.outcome);
  return outcome.token;
}

const titles = async (token: string, now = NOW) =>
  valuesOf((await readPrivate(token, {}, now)).body, 'SUMMARY').map((summary) => summary.split(' – ')[0]);

/** Two relais of one manager, one of another; a session each, and an ANALYSE in the first. */
async function threeRelais() {
  const north = await someRelais();
  const south = await anotherRelais(north);
  const far = await someRelais('Ailleurs');
  const at = (hours: number) => ({ startsAt: later(hours * HOUR) });
  const ids = {
    nord: await someSession(north, { title: 'Nord', ...at(24) }),
    other: await someSession(north, { title: 'Nord bis', ...at(48) }),
    sud: await someSession(south, { title: 'Sud', ...at(72) }),
    far: await someSession(far, { title: 'Ailleurs', ...at(96) }),
    group: await someSession(north, { title: 'Groupe', kind: 'ANALYSE', theme: 'La fatigue', ...at(120) }),
    draft: await someSession(north, { title: 'Brouillon', state: 'DRAFT', ...at(144) }),
  };
  await renderAllEvents(RENDERING, NOW);
  return { north, south, far, ids };
}

describe('a member of the team', () => {
  it('an animator has his own sessions, or all those of his relais, as he chooses', async () => {
    const { north, ids } = await threeRelais();
    const animator = await someStaff(north, 'ANIMATOR');
    await assign(animator, ids.nord);
    await assign(animator, ids.sud);
    const token = await link(animator);
    expect(await titles(token)).toEqual(['Nord', 'Sud']);
    expect(await changeFeedScope(animator, { scope: 'RELAIS' }, NOW)).toEqual({ outcome: 'changed' });
    expect(await titles(token)).toEqual(['Nord', 'Nord bis', 'Sud', 'Groupe']);
    const { body } = await readPrivate(token);
    expect(lines(body)).toContain('NAME:Mes relais – Amiens Métropole');
    expect(body).not.toMatch(/fatigue|brouillon|Morelle/i);
  });

  it('a coordinator has all relais of her manager, a secretary hers without groups; a role that ended shows nothing', async () => {
    const { north } = await threeRelais();
    const coordinator = await someStaff(north, 'COORDINATOR', null);
    const secretary = await someStaff(north, 'SECRETARY');
    expect(await titles(await link(coordinator))).toEqual(['Nord', 'Nord bis', 'Sud', 'Groupe']);
    const token = await link(secretary);
    expect(await titles(token)).toEqual(['Nord', 'Nord bis']);
    await db().staffRole.updateMany({
      where: { personId: secretary.personId },
      data: { until: new Date('2026-11-22') },
    });
    expect(await titles(token, later(10 * HOUR))).toEqual(['Nord', 'Nord bis']);
    expect(await titles(token, later(20 * HOUR))).toEqual([]);
  });

  it('reads how to get in, whom to call, and the way to the desk; the public feed does not', async () => {
    const { north, ids } = await threeRelais();
    const animator = await someStaff(north, 'ANIMATOR');
    await assign(animator, ids.nord);
    const { body } = await readPrivate(await link(animator));
    const [description = ''] = valuesOf(body, 'DESCRIPTION').slice(1);
    expect(description).toContain('Accès : Sonnez au portail bleu.');
    expect(description).toContain('Relais Nord\\, 03 22 00 00 00');
    expect(description.endsWith(`${APP_URL}/animation/seances/${ids.nord}`)).toBe(true);
    expect(valuesOf(body, 'URL')).toEqual([`${APP_URL}/animation/seances/${ids.nord}`]);
    expect(valuesOf(body, 'UID')).toEqual([`seance-${ids.nord}@agenda.ribambelle.example`]);
    const stored = await db().calendarEvent.findMany({ where: { public: true } });
    expect(stored.map(({ text }) => text).join('')).not.toMatch(/portail|animation/);
  });

  it('an AM chooses nothing: the relais stay closed to her', async () => {
    const { north, ids } = await threeRelais();
    const am = await someActor(north);
    await someEnrollment(am, ids.nord);
    const token = await link(am, 'relais');
    expect(await titles(token)).toEqual(['Nord']);
    expect(await changeFeedScope(am, { scope: 'RELAIS' }, NOW)).toEqual({ outcome: 'notFound' });
    await db().feedToken.updateMany({ data: { scope: 'RELAIS' } });
    expect(await titles(token)).toEqual(['Nord']);
    const staff = await someStaff(north, 'ANIMATOR');
    expect(await changeFeedScope(staff, { scope: 'RELAIS' }, NOW)).toEqual({ outcome: 'none' });
  });
});

describe('an intervenant', () => {
  it('has what every manager who knows her e-mail asks of her, and nothing of anyone else', async () => {
    const { north, far, ids } = await threeRelais();
    const email = 'psy@exemple.fr';
    const [here, there] = [await someSpeaker(north, email), await someSpeaker(far, email)];
    const other = await someSpeaker(far);
    const third = await someSession(far, { title: 'À une autre', startsAt: later(30 * HOUR) });
    await renderAllEvents(RENDERING, NOW);
    await assign(here, ids.nord, { role: 'INTERVENANT' });
    await assign(here, ids.sud, { role: 'INTERVENANT', state: 'DECLINED' });
    await assign(there, ids.far, { role: 'INTERVENANT', state: 'PROPOSED' });
    await assign(other, third, { role: 'INTERVENANT' });
    const token = await link(here);
    const { body } = await readPrivate(token);
    expect(await titles(token)).toEqual(['Nord', 'Ailleurs']);
    expect(valuesOf(body, 'STATUS')).toEqual(['CONFIRMED', 'TENTATIVE']);
    expect(valuesOf(body, 'URL')).toEqual([
      `${APP_URL}/intervenant/seances/${ids.nord}`,
      `${APP_URL}/intervenant/seances/${ids.far}`,
    ]);
    for (const line of (body ?? '').split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(body).not.toContain('/animation/');
    const etag = (await readPrivate(token)).headers['ETag'] ?? '';
    expect((await readPrivate(token, { 'If-None-Match': etag })).status).toBe(304);
    await db().assignment.updateMany({ where: { sessionId: ids.far }, data: { state: 'ACCEPTED' } });
    expect((await readPrivate(token, { 'If-None-Match': etag })).status).toBe(200);
    // an e-mail alone opens nothing: who is no intervenant herself has her own places only
    await db().intervenant.deleteMany({ where: { personId: here.personId } });
    expect(await titles(token)).toEqual(['Nord']);
  });

  it('reads each session in its own time zone', async () => {
    const { north, far, ids } = await threeRelais();
    await db().collectivite.update({ where: { id: far.collectiviteId }, data: { timezone: 'Indian/Reunion' } });
    await renderAllEvents(RENDERING, NOW);
    const email = 'psy@exemple.fr';
    const [here, there] = [await someSpeaker(north, email), await someSpeaker(far, email)];
    await assign(here, ids.nord, { role: 'INTERVENANT' });
    await assign(there, ids.far, { role: 'INTERVENANT' });
    const { body } = await readPrivate(await link(here));
    const calendar = ICAL.Component.fromString(body ?? '');
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(2);
    const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
    expect(events.map(({ startDate }) => startDate.toJSDate())).toEqual([later(24 * HOUR), later(96 * HOUR)]);
    expect(events.map(({ startDate }) => startDate.toString().slice(11, 16))).toEqual(['09:00', '12:00']);
  });
});

describe('its size', () => {
  it('is a thousand events at most, the oldest past left out first, in as many queries as for one', async () => {
    const { north, ids } = await threeRelais();
    const coordinator = await someStaff(north, 'COORDINATOR', null);
    const token = await link(coordinator);
    const few = await queriesOf(() => readAs(token));
    await db().$executeRaw`
      WITH made AS (
        INSERT INTO "Session" SELECT (jsonb_populate_record(NULL::"Session", to_jsonb(s) || jsonb_build_object(
          'id', gen_random_uuid(), 'startsAt', ${NOW}::timestamptz + (n - 60) * interval '5 hours',
          'endsAt', ${NOW}::timestamptz + (n - 60) * interval '5 hours' + interval '1 hour'))).*
          FROM "Session" s, generate_series(1, 1100) n WHERE s.id = ${ids.other}::uuid RETURNING id, "startsAt", "endsAt")
      INSERT INTO "CalendarEvent" SELECT (jsonb_populate_record(NULL::"CalendarEvent", to_jsonb(e) || jsonb_build_object(
        'uid', 'equipe-' || m.id, 'sessionId', m.id, 'startsAt', m."startsAt", 'endsAt', m."endsAt"))).*
        FROM made m, "CalendarEvent" e WHERE e.team AND e."sessionId" = ${ids.other}::uuid`;
    const many = await queriesOf(() => readAs(token));
    expect(many).toBe(few);
    const { body } = await readPrivate(token);
    const size = Buffer.byteLength(body ?? '');
    expect(size).toBeLessThanOrEqual(900_000);
    const listed = valuesOf(body, 'UID').length;
    expect(listed).toBeLessThanOrEqual(1000);
    expect(listed === 1000 || size > 890_000).toBe(true);
  });
});

async function readAs(token: string): Promise<void> {
  const opened = await openLink(`${token}.ics`, NOW);
  if (opened.ok) await privateFeed(await feedOutline(opened.owner, NOW));
}

async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  let asked = 0;
  const pool = globalThis.ribambelleDatabase?.pool;
  if (!pool) throw new Error('not connected');
  const query = pool.query.bind(pool);
  pool.query = new Proxy(query, {
    apply(target, self, given: unknown[]) {
      asked += 1;
      const answer: unknown = Reflect.apply(target, self, given);
      return answer;
    },
  });
  await work();
  pool.query = query;
  return asked;
}
