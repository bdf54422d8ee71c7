import { z } from 'zod';
import { GUEST_KINDS, OTHER_COMMUNE, shortLabel, type Guest, type PresentChild } from './mark.ts';

/** What the sheet's form says of one line. */
export type TypedLine = {
  key: string;
  state: 'PRESENT' | 'EXCUSED' | 'ABSENT' | 'NONE';
  late: boolean;
  byParent: boolean;
  children: PresentChild[];
  /** The version shown, and what it said: whoever changed nothing marks nothing. */
  base: number;
  before: string;
};

export type TypedTally = {
  adults: number;
  children: { fromMonths: number; untilMonths: number; count: number }[];
  base: number;
  before: string;
};

export type TypedSheet = { formId: string; lines: TypedLine[]; tally: TypedTally | null };

const LINE = /^etat-([pg]-[0-9a-f-]{36})$/;
const count = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, 'Écrivez un nombre, par exemple 2.')
  .transform(Number);
const state = z.enum(['PRESENT', 'EXCUSED', 'ABSENT', 'NONE']);

/**
 * The sheet's form, posted without script: `etat-<line>`, `bande-<line>-18-36`, `enfant-<line>` (a label ticked:
 * `<id>:18:36`), `retard-<line>`, `parent-<line>`, and `avant-<line>` (`<version>:<what it said>`). Null: a number is none.
 */
export function readSheet(form: FormData): TypedSheet | null {
  const formId = z.uuid().safeParse(textIn(form, 'feuille'));
  if (!formId.success) return null;
  const keys = [...new Set([...form.keys()].flatMap((name) => LINE.exec(name.replace(/^avant-/, 'etat-'))?.[1] ?? []))];
  const lines = keys.map((key) => lineIn(form, key));
  const tally = form.has('avant-tally') ? tallyIn(form) : null;
  if (lines.includes(null) || (form.has('avant-tally') && tally === null)) return null;
  return { formId: formId.data, lines: lines.flatMap((line) => line ?? []), tally };
}

function lineIn(form: FormData, key: string): TypedLine | null {
  const chosen = state.safeParse(textIn(form, `etat-${key}`) || 'NONE');
  const bands = bandsIn(form, key);
  if (!chosen.success || bands === null) return null;
  const unlabelled = bands.flatMap(({ fromMonths, untilMonths, count: many }) =>
    Array.from({ length: Math.min(many, 30) }, () => ({ childId: null, fromMonths, untilMonths })),
  );
  const labelled = form.getAll(`enfant-${key}`).flatMap((value) => labelIn(value) ?? []);
  return {
    key,
    state: chosen.data,
    late: form.has(`retard-${key}`),
    byParent: form.has(`parent-${key}`),
    children: [...labelled, ...unlabelled],
    ...beforeIn(form, key),
  };
}

function tallyIn(form: FormData): TypedTally | null {
  const adults = count.safeParse(textIn(form, 'adultes'));
  const children = bandsIn(form, 'tally');
  return adults.success && children ? { adults: adults.data, children, ...beforeIn(form, 'tally') } : null;
}

/** The numbers of `bande-<line>-<from>-<until>`; null: one of them is none. */
function bandsIn(form: FormData, key: string) {
  const name = new RegExp(`^bande-${key}-(\\d{1,3})-(\\d{1,3})$`);
  const bands = [...form].flatMap(([field, value]) => {
    const band = name.exec(field);
    return band ? [{ fromMonths: Number(band[1]), untilMonths: Number(band[2]), typed: count.safeParse(value) }] : [];
  });
  if (bands.some(({ typed }) => !typed.success)) return null;
  return bands.map(({ typed, ...band }) => ({ ...band, count: typed.data ?? 0 }));
}

function labelIn(value: FormDataEntryValue): PresentChild | null {
  const parts = /^([0-9a-f-]{36}):(\d{1,3}):(\d{1,3})$/.exec(typeof value === 'string' ? value : '');
  const childId = parts?.[1];
  return childId ? { childId, fromMonths: Number(parts[2]), untilMonths: Number(parts[3]) } : null;
}

function beforeIn(form: FormData, key: string): { base: number; before: string } {
  const [, version = '0', before = ''] = /^(\d+):(.*)$/s.exec(textIn(form, `avant-${key}`)) ?? [];
  return { base: Number(version), before };
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export type WalkIn = {
  markId: string;
  /** Of the line, when she has no file. */
  attendanceId: string;
  personId: string | null;
  guest: Guest;
  children: PresentChild[];
};

const walkIn = z.object({
  markId: z.uuid(),
  attendanceId: z.uuid(),
  personId: z.uuid().nullable(),
  guest: z.object({
    kind: z.enum(GUEST_KINDS),
    label: z.string().transform(shortLabel),
    commune: z.union([z.uuid(), z.literal(OTHER_COMMUNE)]).nullable(),
  }),
});

/**
 * A walk-in: `personne` (someone who has a file), or `type`, `prenom`, `commune`; with `bande-venue-18-36`, and the ids
 * of the mark and of the line, drawn by the page. Null: something is no number, or too long.
 */
export function readWalkIn(form: FormData): WalkIn | null {
  const bands = bandsIn(form, 'venue');
  const parsed = walkIn.safeParse({
    markId: textIn(form, 'marque'),
    attendanceId: textIn(form, 'ligne'),
    personId: textIn(form, 'personne') || null,
    guest: {
      kind: textIn(form, 'type') || 'OTHER',
      label: textIn(form, 'prenom'),
      commune: textIn(form, 'commune') || null,
    },
  });
  if (!parsed.success || bands === null) return null;
  const children = bands.flatMap(({ fromMonths, untilMonths, count: many }) =>
    Array.from({ length: Math.min(many, 30) }, () => ({ childId: null, fromMonths, untilMonths })),
  );
  return { ...parsed.data, children };
}

const settling = z.object({ markId: z.uuid(), keep: z.enum(['KEPT', 'OTHER']) });

/** Which of two marks is kept: `marque`, `garder`; null: neither. */
export function readSettling(form: FormData): z.output<typeof settling> | null {
  const parsed = settling.safeParse({ markId: textIn(form, 'marque'), keep: textIn(form, 'garder') });
  return parsed.success ? parsed.data : null;
}
