import { expect, test } from 'vitest';

import { daysOff } from '#app/catalog/days-off.server.ts';
import { replaceSchoolHolidays } from '#app/catalog/replaceSchoolHolidays.server.ts';
import shipped from '#app/catalog/school-holidays.json' with { type: 'json' };
import { db } from '#app/db/client.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { addClosure } from '#app/people/addClosure.server.ts';
import { readSchoolHolidays } from '#app/time/school-holidays.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { done, makeWorld, NOW } from './world.ts';

useDatabase();
const holidays = readSchoolHolidays(shipped);

test('the same data twice change nothing; a moved holiday replaces its former dates', async () => {
  expect(await replaceSchoolHolidays(SYSTEM, { holidays, source: 'a' })).toEqual({
    ok: true,
    added: holidays.length,
    removed: 0,
  });
  expect(await replaceSchoolHolidays(SYSTEM, { holidays, source: 'b' })).toEqual({ ok: true, added: 0, removed: 0 });
  const [first] = holidays.filter(({ zone, year }) => zone === 'B' && year === '2026-2027');
  const moved = holidays.map((one) => (one === first ? { ...one, last: '2026-11-08' } : one));
  expect(await replaceSchoolHolidays(SYSTEM, { holidays: moved, source: 'c' })).toEqual({
    ok: true,
    added: 1,
    removed: 1,
  });
  expect(await db().schoolHoliday.count()).toBe(holidays.length);
});

test('years and zones that the data do not speak of stay', async () => {
  const one = holidays.filter(({ zone, year }) => zone === 'A' && year === '2025-2026').slice(0, 1);
  const before = await db().schoolHoliday.count({ where: { zone: 'A', year: '2025-2026' } });
  expect(await replaceSchoolHolidays(SYSTEM, { holidays: one, source: 'd' })).toEqual({
    ok: true,
    added: 0,
    removed: before - 1,
  });
  expect(await db().schoolHoliday.count({ where: { zone: 'B' } })).toBe(
    holidays.filter(({ zone }) => zone === 'B').length,
  );
});

test('only the application itself may', async () => {
  const world = await makeWorld();
  expect(await replaceSchoolHolidays(world.animator, { holidays, source: 'e' })).toMatchObject({
    refusal: { code: 'NOT_ALLOWED' },
  });
});

test('a relais’s days off are its zone’s holidays and its own closures', async () => {
  const world = await makeWorld();
  done(
    await addClosure(
      world.animator,
      { relaisId: world.north, first: '2027-01-04', last: '2027-01-04', reason: 'formation' },
      NOW,
    ),
  );
  const off = await daysOff({ relaisId: world.north, since: '2026-12-01' });
  expect(off.closures).toMatchObject([{ name: 'formation', first: '2027-01-04', last: '2027-01-04' }]);
  expect(off.schoolHolidays.map(({ name }) => name).slice(0, 2)).toEqual(['Noël', 'Hiver']);
  expect((await daysOff({ relaisId: world.south, since: '2026-12-01' })).closures).toEqual([]);
});
