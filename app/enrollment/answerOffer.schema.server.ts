import { z } from 'zod';

const MOST = 30;

/** The form that accepts an offer: how many children come, absent: all of them. */
export const acceptForm = z
  .object({ enfants: z.coerce.number().int().min(0).max(MOST).optional().catch(undefined) })
  .transform(({ enfants }) => ({
    answer: 'accept' as const,
    ...(enfants === undefined ? {} : { keepChildren: enfants }),
  }));
