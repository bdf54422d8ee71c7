import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imprint, normalParty, type PartyValue } from '#app/attendance/mark.ts';
import { type Former, type Holding, isLater, type Incoming, merge, stamp } from '#app/attendance/merge.ts';

const former = { id: 'm', version: 2, markedAt: 100, byId: 'lea', imprint: 'PRESENT' };
const holding: Holding = { markId: 'm', version: 2, markedAt: 100, marks: [former] };
const mark = (change: Partial<Incoming>): Incoming => ({
  ...{ id: 'n', base: 2, markedAt: 200, byId: 'ana', imprint: 'ABSENT' },
  ...change,
});

describe('merge', () => {
  it.each([
    ['the first mark of a line', null, mark({ base: 0 }), 'APPLIED', false],
    ['one who saw what is shown', holding, mark({}), 'APPLIED', false],
    ['one who saw it, with a slow clock', holding, mark({ markedAt: 50 }), 'APPLIED', false],
    ['a later one who did not', holding, mark({ base: 1 }), 'REPLACED', true],
    ['an earlier one who did not', holding, mark({ base: 1, markedAt: 50 }), 'SET_ASIDE', true],
    ['a later one that says the same', holding, mark({ base: 1, imprint: 'PRESENT' }), 'APPLIED', false],
    [
      'an earlier one that says the same',
      holding,
      mark({ base: 1, markedAt: 1, imprint: 'PRESENT' }),
      'SET_ASIDE',
      false,
    ],
    ['the same animator, later', holding, mark({ base: 1, byId: 'lea' }), 'APPLIED', false],
    ['the same animator’s older mark', holding, mark({ base: 1, byId: 'lea', markedAt: 50 }), 'SET_ASIDE', false],
  ] as const)('%s', (_, held, incoming, outcome, conflict) => {
    expect(merge(held, incoming)).toMatchObject({ outcome, conflict });
  });

  it('never counts a mark before what its maker had seen', () => {
    expect(merge(holding, mark({ markedAt: 50 })).markedAt).toBe(100);
    expect(stamp(50, 100)).toBe(101);
    expect(stamp(150, 100)).toBe(150);
  });
});

describe('imprint', () => {
  it('is the same for values that mean the same', () => {
    const child = { childId: null, fromMonths: 18, untilMonths: 36 };
    const small = { childId: null, fromMonths: 0, untilMonths: 18 };
    const there: PartyValue = { state: 'PRESENT', late: false, byParent: false, children: [child, small] };
    expect(imprint(there)).toBe(imprint({ ...there, children: [small, child] }));
    expect(imprint({ ...there, state: 'ABSENT' })).toBe(
      imprint({ ...there, state: 'ABSENT', children: [], late: true }),
    );
    expect(imprint(there)).not.toBe(imprint({ ...there, children: [child] }));
    expect(normalParty({ ...there, state: 'EXCUSED', late: true }).children).toEqual([]);
  });
});

/** A sheet of several lines, as a server that receives marks one by one keeps it. */
type Kept = { lines: Map<number, Holding>; marks: Map<string, Former & { line: number; conflict: boolean }> };

type Sent = Incoming & { line: number };
const nothing = (): Kept => ({ lines: new Map(), marks: new Map() });
const marksOf = ({ marks }: Kept, line: number) => [...marks.values()].filter((mark) => mark.line === line);

function receive(kept: Kept, { line, ...incoming }: Sent): void {
  if (kept.marks.has(incoming.id)) return;
  const held = kept.lines.get(line);
  const merged = merge(held ? { ...held, marks: marksOf(kept, line) } : null, incoming);
  const { outcome, conflict, markedAt, version } = merged;
  const { id, byId, imprint: value } = incoming;
  kept.marks.set(id, { id, byId, imprint: value, markedAt, version, line, conflict });
  if (outcome !== 'SET_ASIDE') kept.lines.set(line, { markId: id, markedAt, version, marks: [] });
}

const shownOf = ({ lines }: Kept) => [...lines].sort(([a], [b]) => a - b).map(([line, held]) => [line, held.markId]);
const countOf = ({ lines, marks }: Kept) =>
  [...lines.values()].filter(({ markId }) => marks.get(markId)?.imprint === 'PRESENT').length;

const values = ['PRESENT', 'EXCUSED', 'ABSENT', 'NONE'];

/** Marks that tablets made offline, all from the same page. */
const offline = fc
  .array(
    fc.record({
      line: fc.nat(4),
      by: fc.nat(2),
      clock: fc.nat(50),
      imprint: fc.constantFrom(...values),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((made) =>
    made.map(({ line, by, clock, imprint: value }, n): Sent => {
      const id = `mark-${String(n * 7919).padStart(6, '0')}`;
      return { id, line, base: 0, markedAt: clock, byId: `tablet-${by}`, imprint: value };
    }),
  );

describe('several tablets', () => {
  it('give the same sheet in whatever order and however often their marks arrive; none is lost', () => {
    fc.assert(
      fc.property(
        offline.chain((marks) =>
          fc.tuple(
            fc.constant(marks),
            fc.shuffledSubarray(marks, { minLength: marks.length }),
            fc.array(fc.constantFrom(...marks), { maxLength: 20 }),
          ),
        ),
        ([marks, shuffled, again]) => {
          const [once, twice] = [nothing(), nothing()];
          for (const one of marks) receive(once, one);
          for (const one of [...again, ...shuffled, ...again]) receive(twice, one);
          expect(shownOf(twice)).toEqual(shownOf(once));
          expect(countOf(twice)).toBe(countOf(once));
          expect(new Set(twice.marks.keys())).toEqual(new Set(marks.map(({ id }) => id)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('show, on each line, the last of all its marks; two colleagues who differ are always told', () => {
    fc.assert(
      fc.property(offline, (marks) => {
        const kept = nothing();
        for (const one of marks) receive(kept, one);
        for (const [line, held] of kept.lines) {
          const own = marks.filter((one) => one.line === line);
          const last = own.reduce((a, b) => (isLater(a, b) ? a : b));
          expect(held.markId).toBe(last.id);
          const lastOf = (by: string | null) =>
            own.filter((one) => one.byId === by).reduce((a, b) => (isLater(a, b) ? a : b));
          const differs = own.some(({ byId }) => byId !== last.byId && lastOf(byId).imprint !== last.imprint);
          const told = marksOf(kept, line).some(({ conflict }) => conflict);
          if (differs) expect(told).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('that read the sheet between two marks keep what they saw', () => {
    const reading = fc.array(
      fc.record({ by: fc.nat(2), skew: fc.integer({ min: -40, max: 40 }), reads: fc.boolean(), value: fc.nat(3) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(reading, (deeds) => {
        const kept = nothing();
        const seen = new Map<number, Holding | null>();
        deeds.forEach(({ by, skew, reads, value }, n) => {
          if (reads) seen.set(by, kept.lines.get(0) ?? null);
          const shown = seen.get(by) ?? null;
          const before = kept.lines.get(0);
          const markedAt = stamp(n * 10 + skew, shown?.markedAt ?? null);
          const id = `mark-${String(n).padStart(3, '0')}`;
          receive(kept, {
            ...{ id, line: 0, base: shown?.version ?? 0, markedAt, byId: `tablet-${by}` },
            imprint: values[value] ?? 'NONE',
          });
          if (before && before.version === shown?.version) expect(kept.lines.get(0)?.markId).toBe(id);
        });
        expect(kept.marks.size).toBe(deeds.length);
      }),
      { numRuns: 300 },
    );
  });
});
