import { z } from 'zod';
import { GUEST_KINDS, LONGEST_LABEL, OTHER_COMMUNE, type PartyValue, type SheetMark, type TallyValue } from './mark.ts';

const GROWN_UP_MONTHS = 18 * 12;
const MOST_CHILDREN = 30;
const MOST_UNNAMED = 999;
/** A morning's sheet has a few dozen marks; a tablet sends them by this many. */
export const MOST_MARKS = 200;

const band = {
  fromMonths: z.number().int().min(0).max(GROWN_UP_MONTHS),
  untilMonths: z.number().int().min(1).max(GROWN_UP_MONTHS),
};

const party = z.object({
  state: z.enum(['PRESENT', 'EXCUSED', 'ABSENT', 'NONE']),
  late: z.boolean(),
  byParent: z.boolean(),
  children: z.array(z.object({ childId: z.uuid().nullable(), ...band })).max(MOST_CHILDREN),
  guest: z
    .object({
      kind: z.enum(GUEST_KINDS),
      label: z.string().trim().max(LONGEST_LABEL),
      commune: z.union([z.uuid(), z.literal(OTHER_COMMUNE)]).nullable(),
    })
    .optional(),
});

const tally = z.object({
  adults: z.number().int().min(0).max(MOST_UNNAMED),
  children: z.array(z.object({ ...band, count: z.number().int().min(0).max(MOST_UNNAMED) })).max(20),
});

const made = { id: z.uuid(), base: z.number().int().min(0), markedAt: z.number().int().min(0) };

const mark = z.union([
  z.object({ ...made, subject: z.object({ type: z.literal('person'), personId: z.uuid() }), value: party }),
  z.object({ ...made, subject: z.object({ type: z.literal('guest'), attendanceId: z.uuid() }), value: party }),
  z.object({ ...made, subject: z.object({ type: z.literal('tally') }), value: tally }),
]);

const batch = z.object({ marks: z.array(mark).max(MOST_MARKS) });

/** The marks that a tablet sends; null: not a batch of marks. */
export function readMarks(body: unknown): SheetMark[] | null {
  const parsed = batch.safeParse(body);
  return parsed.success ? parsed.data.marks : null;
}

/** A party's value as a mark keeps it. */
export function readParty(value: unknown): PartyValue {
  return party.parse(value);
}

/** A tally as a mark keeps it. */
export function readTally(value: unknown): TallyValue {
  return tally.parse(value);
}
