import { expect, it } from 'vitest';
import { sameGuests, type SheetLine } from '#app/attendance/sheet.ts';
import { expectedLine } from './sheets-to-print.ts';

const guest = (n: number, label: string, state: 'PRESENT' | 'NONE' = 'PRESENT'): SheetLine => {
  const attendanceId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return expectedLine(n, {
    ...{
      key: `g-${attendanceId}`,
      subject: { type: 'guest', attendanceId },
      group: 'WALK_IN',
      name: label || 'Sans nom',
    },
    value: { state, late: false, byParent: false, children: [], guest: { kind: 'PARENT', label, commune: null } },
  });
};

it('a walk-in whom two tablets noted is pointed out, once, whatever the accents; nobody else is', () => {
  expect(sameGuests([guest(1, 'Zoé'), guest(2, 'Julie'), guest(3, 'zoe '), guest(4, 'ZOE')])).toEqual(['Zoé']);
  expect(sameGuests([guest(1, 'Zoé'), guest(2, 'Zoé', 'NONE')])).toEqual([]);
  expect(sameGuests([guest(1, ''), guest(2, ''), expectedLine(3), expectedLine(3)])).toEqual([]);
});
