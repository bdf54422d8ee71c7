import { Prisma } from '#app/db/generated/client.ts';

/** Every word of it is in the name of "p", accents apart; nothing typed lets all through. */
export function named(typed: string | undefined): Prisma.Sql {
  const words = (typed ?? '').split(/[\s.'’-]+/).filter((word) => word !== '');
  const likes = words.map(
    (word) => Prisma.sql`p."searchName" LIKE '%' || plain_text(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`,
  );
  return likes.length === 0 ? Prisma.sql`true` : Prisma.join(likes, ' AND ');
}
