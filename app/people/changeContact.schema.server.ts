import { z } from 'zod';

/** The form of her own coordinates; an empty number removes it. */
export const contactForm = z.object({ telephone: z.string().trim().max(30, 'Ce numéro est trop long.').default('') });
