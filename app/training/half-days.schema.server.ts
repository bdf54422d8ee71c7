import { z } from 'zod';
import { EMPTY_HALF_DAY, readHalfDays, type HalfDay, type TypedHalfDay } from './half-days.ts';

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

const FEWEST_ROWS = 6;
const MOST_ROWS = 30;

export type TypedDates = {
  rows: TypedHalfDay[];
  lieu: string;
  intervenant: string;
  places: boolean;
  motif: string;
};

/** What was typed, to be shown again; always some empty rows. */
function typedDates(form: FormData): TypedDates {
  const rows = Array.from({ length: MOST_ROWS }, (_, row) => ({
    date: text(form, `date-${row}`),
    from: text(form, `debut-${row}`),
    to: text(form, `fin-${row}`),
    ...(form.get(`enfants-${row}`) !== null && { children: true as const }),
  }));
  const filled = rows.findLastIndex(({ date, from, to }) => date + from + to !== '') + 1;
  return {
    rows: rows.slice(0, Math.max(filled, FEWEST_ROWS)),
    ...{ lieu: text(form, 'lieu'), intervenant: text(form, 'intervenant'), motif: text(form, 'motif') },
    places: form.get('places') !== null,
  };
}

const shape = z.object({
  lieu: z.uuid({ error: 'Choisissez un lieu.' }),
  intervenant: z.union([z.literal(''), z.uuid({ error: 'Choisissez dans la liste.' })]),
  motif: z.string().max(500, 'La raison est trop longue.'),
});

export type ReadDates =
  | {
      ok: true;
      dates: {
        halfDays: HalfDay[];
        siteId: string;
        trainerId: string | null;
        placesOpen: boolean;
        override: string | null;
      };
      typed: TypedDates;
    }
  | { ok: false; errors: Record<string, string>; typed: TypedDates };

/** The form of a line's dates: sentences by the fields' ids, what was typed in any case. */
export function readDates(form: FormData): ReadDates {
  const typed = typedDates(form);
  const errors: Record<string, string> = {};
  const read = readHalfDays(typed.rows);
  if (!read.ok) for (const [row, message] of Object.entries(read.errors)) errors[`date-${row}`] = message;
  else if (read.halfDays.length === 0) errors['date-0'] = 'Écrivez au moins une demi-journée.';
  const parsed = shape.safeParse(typed);
  if (!parsed.success) for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
  if (!read.ok || !parsed.success || Object.keys(errors).length > 0) return { ok: false, errors, typed };
  const { lieu: siteId, intervenant, motif } = parsed.data;
  const { places: placesOpen } = typed;
  const { halfDays } = read;
  const trainerId = intervenant === '' ? null : intervenant;
  const override = motif === '' ? null : motif;
  return { ok: true, dates: { halfDays, siteId, trainerId, placesOpen, override }, typed };
}

/** The form when it is opened: empty rows. */
export function emptyDates(): TypedDates {
  const rows = Array.from({ length: FEWEST_ROWS }, () => ({ ...EMPTY_HALF_DAY }));
  return { rows, lieu: '', intervenant: '', places: false, motif: '' };
}
