import { z } from 'zod';

const BAND = /^bande-(\d{1,3})$/;

const shape = z.object({
  /** Absent: a new booking; else the enrolment whose children change. */
  enrollmentId: z.uuid().optional(),
  childIds: z.array(z.uuid({ error: 'Cochez des enfants de votre liste.' })).max(30, 'Cela fait trop d’enfants.'),
  others: z.array(
    z.object({
      fromMonths: z.number(),
      count: z
        .string()
        .trim()
        .regex(/^\d{0,3}$/, 'Écrivez un nombre d’enfants, par exemple 2.')
        .transform(Number)
        .pipe(z.number().max(30, 'Cela fait trop d’enfants.')),
    }),
  ),
  declared: z.array(z.string().max(60)).max(20),
  wish: z.enum(['ENROLL', 'ASK'], { error: 'Choisissez ce qui se passe quand une place se libère.' }),
});

export type BookingForm = z.output<typeof shape>;

/** What was typed, as it is shown again. */
export type TypedBooking = {
  childIds: string[];
  /** By the band's lower bound. */
  counts: Record<number, string>;
  declared: string[];
  wish: 'ENROLL' | 'ASK';
};

export type ReadBooking =
  | { ok: true; form: BookingForm; typed: TypedBooking }
  | { ok: false; errors: { field: string; message: string }[]; typed: TypedBooking };

/**
 * The booking form: `enfant` (labels ticked), `bande-18` (others, by the band's lower bound in months), `condition`,
 * `souhait`, and `inscription` when children change. Gives French sentences for what is no number or no child.
 */
export function readBooking(form: FormData): ReadBooking {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const counts = [...form].flatMap(([name, value]) => {
    const months = BAND.exec(name)?.[1];
    return months !== undefined && typeof value === 'string' ? [[Number(months), value] as const] : [];
  });
  const [enrollmentId] = texts('inscription');
  const wish = texts('souhait')[0] ?? 'ASK';
  const typed: TypedBooking = {
    childIds: texts('enfant'),
    counts: Object.fromEntries(counts),
    declared: texts('condition'),
    wish: wish === 'ENROLL' ? 'ENROLL' : 'ASK',
  };
  const parsed = shape.safeParse({
    enrollmentId,
    childIds: typed.childIds,
    others: counts.map(([fromMonths, count]) => ({ fromMonths, count })),
    declared: typed.declared,
    wish,
  });
  if (parsed.success) return { ok: true, form: parsed.data, typed };
  const errors = parsed.error.issues.map(({ path, message }) => {
    const index = typeof path[1] === 'number' ? path[1] : 0;
    const field =
      path[0] === 'others' ? `bande-${counts[index]?.[0] ?? 0}` : path[0] === 'wish' ? 'souhait' : 'enfants';
    return { field, message };
  });
  return { ok: false, errors, typed };
}
