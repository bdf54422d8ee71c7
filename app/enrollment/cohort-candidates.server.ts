import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { cohortAccess, type CohortAccess } from './cohort-access.server.ts';
import { bandInWords } from './panel-words.ts';
import { bandsOf, type Band } from './party.ts';

export type Candidate = { id: string; name: string; detail: string; already: boolean };

/** What the page that adds someone to a group shows. */
export type CandidatesPage = {
  id: string;
  name: string;
  analyse: boolean;
  today: string;
  found: Candidate[];
  /** Who was chosen among those found, with the children she may bring; null: nobody yet. */
  chosen: (Candidate & { children: { id: string; label: string }[]; bands: (Band & { words: string })[] }) | null;
};

const MOST = 8;

/** Professionals whom a few letters find, accents and order apart; null: not this actor's to add to. */
export async function candidatesPage(
  actor: Actor,
  id: string,
  asked: { typed: string; personId: string | null },
  now: Date,
  tx: Tx = db(),
): Promise<CandidatesPage | null> {
  const access = await cohortAccess(tx, actor, id);
  if (!access?.composes) return null;
  const { name, analyse, zone } = access;
  const chosen = asked.personId !== null && isUuid(asked.personId) ? asked.personId : null;
  const words = asked.typed
    .trim()
    .slice(0, 80)
    .split(/[\s.'’-]+/)
    .filter((word) => word !== '')
    .slice(0, 6);
  const by = words.join('').length < 2 ? null : Prisma.join(words.map(likeWord), ' AND ');
  const [person] = chosen === null ? [] : await search(tx, access, Prisma.sql`p.id = ${chosen}::uuid`);
  return {
    ...{ id, name, analyse, today: localDate(now, zone) },
    found: person || by === null ? [] : await search(tx, access, by),
    chosen: person ? { ...person, ...(await broughtBy(tx, access, person.id)) } : null,
  };
}

const likeWord = (word: string) =>
  Prisma.sql`p."searchName" LIKE '%' || plain_text(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`;

async function search(tx: Tx, access: CohortAccess, where: Prisma.Sql): Promise<Candidate[]> {
  const rows = await tx.$queryRaw<(Omit<Candidate, 'detail'> & { commune: string | null; relais: string | null })[]>`
    SELECT p.id, p."firstName" || ' ' || p."lastName" AS name, c.name AS commune, h.name AS relais,
           EXISTS (SELECT FROM "Membership" m WHERE m."cohortId" = ${access.id}::uuid AND m."personId" = p.id
                      AND m.state IN ('WAITING', 'MEMBER')) AS already
      FROM "Person" p JOIN "Professional" pr ON pr."personId" = p.id
      LEFT JOIN "Commune" c ON c.id = pr."communeId"
      LEFT JOIN LATERAL (SELECT r.id, r.name FROM "RelaisMembership" m JOIN "Relais" r ON r.id = m."relaisId"
                          WHERE m."professionalId" = pr.id AND m.until IS NULL ORDER BY m.home DESC LIMIT 1) h ON true
     WHERE p."collectiviteId" = ${access.collectiviteId}::uuid AND p."erasedAt" IS NULL AND ${where}
     ORDER BY h.id = ${access.relaisId}::uuid DESC NULLS LAST, p."lastName", p."firstName", p.id LIMIT ${MOST}::int`;
  return rows.map(({ commune, relais, ...row }) => ({
    ...row,
    detail: [commune, relais].filter((part) => part !== null).join(', '),
  }));
}

/** An ANALYSE is without children. */
async function broughtBy(tx: Tx, { analyse, ageBands }: CohortAccess, personId: string) {
  if (analyse) return { children: [], bands: [] };
  const children = await tx.child.findMany({
    where: { personId, leftAt: null },
    orderBy: [{ birthMonth: 'asc' }, { label: 'asc' }],
    select: { id: true, label: true },
  });
  return { children, bands: bandsOf(ageBands).map((band) => ({ ...band, words: bandInWords(band) })) };
}
