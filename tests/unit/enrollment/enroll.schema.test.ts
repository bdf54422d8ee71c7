import { expect, it } from 'vitest';
import { readBooking } from '#app/enrollment/enroll.schema.server.ts';

const id = '6f0e1c52-8f5b-4c34-9b1e-6d8e4a1b2c3d';

function form(entries: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

it('reads labels, counts by band, conditions and wish', () => {
  const read = readBooking(
    form([
      ['enfant', id],
      ['bande-0', ''],
      ['bande-18', '2'],
      ['condition', 'essai'],
      ['souhait', 'ENROLL'],
    ]),
  );
  expect(read).toMatchObject({
    ok: true,
    form: {
      childIds: [id],
      others: [
        { fromMonths: 0, count: 0 },
        { fromMonths: 18, count: 2 },
      ],
      declared: ['essai'],
      wish: 'ENROLL',
    },
  });
});

it('an empty form is a booking without children that asks first', () => {
  expect(readBooking(form([]))).toMatchObject({
    ok: true,
    form: { childIds: [], others: [], declared: [], wish: 'ASK' },
  });
});

it.each([
  ['bande-18', 'deux', 'bande-18'],
  ['bande-18', '-1', 'bande-18'],
  ['bande-18', '31', 'bande-18'],
  ['enfant', 'pas-un-numero', 'enfants'],
  ['souhait', 'PEUT-ETRE', 'souhait'],
])('marks %s = %s and keeps what was typed', (name, value, field) => {
  const read = readBooking(
    form([
      ['condition', 'essai'],
      [name, value],
    ]),
  );
  expect(read).toMatchObject({ ok: false, errors: [{ field }], typed: { declared: ['essai'] } });
});
