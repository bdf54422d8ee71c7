import { expect, it } from 'vitest';
import { filesIn, textOf } from '#tests/unit/architecture/sources.ts';

/** Only who works for a relais has these, and such a file is merged with no other. */
const OF_THOSE_WHO_WORK = ['StaffRole', 'Intervenant', 'Assignment', 'Availability'];

const MODEL = /^model (\w+) \{\n([^}]*)^\}/gm;

it('no table that names a person is forgotten when two files become one', () => {
  const named = [...textOf('prisma/schema.prisma').matchAll(MODEL)].flatMap(({ 1: name = '', 2: body = '' }) =>
    /^ +personId /m.test(body) && !OF_THOSE_WHO_WORK.includes(name) ? [name] : [],
  );
  const giving = filesIn('app')
    .filter((path) => /\/(rekey\w+|dropPersonFeeds|endSessionsOf)\.server\.ts$/.test(path))
    .map(textOf)
    .join('\n');
  expect(named.length).toBeGreaterThan(20);
  const isGiven = (name: string) =>
    giving.includes(`.${name.charAt(0).toLowerCase()}${name.slice(1)}.`) || giving.includes(`"${name}"`);
  expect(named.filter((name) => !isGiven(name))).toEqual([]);
});
