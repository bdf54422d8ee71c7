import { z } from 'zod';

const form = z.object({ relais: z.uuid() });

/** The relais that receives the session; null: none was chosen. */
export function readHandover(data: FormData): string | null {
  const parsed = form.safeParse(Object.fromEntries(data));
  return parsed.success ? parsed.data.relais : null;
}
