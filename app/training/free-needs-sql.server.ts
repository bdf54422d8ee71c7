import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import { TAKING_FILES } from './file-stage.ts';
import type { NeedFilters } from './need-filters.ts';

/** Living needs (`n`) of these relais that no line takes up. */
export function freeAmong(relaisIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`n."withdrawnAt" IS NULL AND n."relaisId" = ANY(${[...relaisIds]}::uuid[])
    AND NOT EXISTS (SELECT FROM "TrainingFile" f WHERE f."needId" = n.id AND f.stage::text = ANY(${[...TAKING_FILES]}))`;
}

/** What the filters let through; who said nothing about what suits her fits everywhere. `r`: relais, `w`: professional. */
export function letThrough({ relais, theme, commune, suits }: NeedFilters): Prisma.Sql {
  const conditions = [
    Prisma.sql`true`,
    ...(relais === undefined ? [] : [Prisma.sql`r.slug = ${relais}`]),
    ...(theme === 'autres' ? [Prisma.sql`n."themeId" IS NULL`] : []),
    ...(theme !== undefined && isUuid(theme) ? [Prisma.sql`n."themeId" = ${theme}::uuid`] : []),
    ...(commune !== undefined && isUuid(commune) ? [Prisma.sql`w."communeId" = ${commune}::uuid`] : []),
    ...(suits === undefined ? [] : [Prisma.sql`(${suits}::"NeedSuits" = ANY(n.suits) OR n.suits = '{}')`]),
  ];
  return Prisma.join(conditions, ' AND ');
}
