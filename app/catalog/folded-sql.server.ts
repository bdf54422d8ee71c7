import { Prisma } from '#app/db/generated/client.ts';
import { folded } from './catalogue-filters.ts';

const FROM = 'àâäéèêëîïôöùûüçÀÂÄÉÈÊËÎÏÔÖÙÛÜÇ’';
const TO = "aaaeeeeiioouuucaaaeeeeiioouuuc'";

/** Does this text, without accents nor capitals, hold what is looked for? */
export function holdsText(text: Prisma.Sql, looked: string): Prisma.Sql {
  const like = `%${folded(looked).replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`replace(lower(translate(${text}, ${FROM}, ${TO})), 'œ', 'oe') LIKE ${like}`;
}
