import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { deskFor, type DeskAccess } from './desk-access.server.ts';
import { profileInWords } from './desk-words.ts';

/** Someone who may be enrolled in a session by its team. */
export type FoundPerson = {
  id: string;
  name: string;
  /** "Assistante maternelle, Amiens, Relais du Nord" */
  detail: string;
  /** What she has in this session already; null: nothing. */
  already: string | null;
};

type Row = {
  id: string;
  name: string;
  professional: string | null;
  participant: string | null;
  commune: string | null;
  relais: string | null;
  state: string | null;
};

const MOST = 8;

/** Those whom a few letters, or digits of a telephone, find; null: not this actor's session. One letter finds nobody. */
export async function findPersons(
  actor: Actor,
  { sessionId, typed }: { sessionId: string; typed: string },
  now: Date,
  tx: Tx = db(),
): Promise<FoundPerson[] | null> {
  const access = await deskFor(actor, sessionId, 'enroll', now, tx);
  return access && search(tx, access, typed, now);
}

/** Every word typed must be found; the beginning of a name comes first, then those of the host relais. */
async function search(tx: Tx, access: DeskAccess, typed: string, now: Date): Promise<FoundPerson[]> {
  const words = typed
    .trim()
    .slice(0, 80)
    .split(/[\s.'’-]+/)
    .filter((word) => word !== '')
    .slice(0, 6);
  if (words.join('').length < 2) return [];
  const { meeting } = access;
  const today = localDate(now, meeting.zone);
  const each = Prisma.join(
    digitsTogether(words).map((word) => Prisma.sql`p."searchName" LIKE '%' || plain_text(${escaped(word)}) || '%'`),
    ' AND ',
  );
  const first = `% ${escaped(words[0] ?? '')}%`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p."firstName" || ' ' || p."lastName" AS name, pr.kind::text AS professional, pa.kind::text AS participant,
           c.name AS commune, h.name AS relais, e.state::text AS state
      FROM "Person" p
      LEFT JOIN "Professional" pr ON pr."personId" = p.id LEFT JOIN "Participant" pa ON pa."personId" = p.id
      LEFT JOIN "Commune" c ON c.id = pr."communeId"
      LEFT JOIN LATERAL (SELECT r.id, r.name FROM "RelaisMembership" m JOIN "Relais" r ON r.id = m."relaisId"
        WHERE m."professionalId" = pr.id AND m."from" <= ${today}::date AND (m.until IS NULL OR m.until >= ${today}::date)
        ORDER BY m.home DESC LIMIT 1) h ON true
      LEFT JOIN "Enrollment" e ON e."personId" = p.id AND e."sessionId" = ${meeting.id}::uuid
        AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED')
     WHERE p."collectiviteId" = ${meeting.collectiviteId}::uuid AND p."erasedAt" IS NULL
       AND (pr.id IS NOT NULL OR pa.id IS NOT NULL) AND ${each} AND ${inReach(access, today)}
     ORDER BY (' ' || p."searchName") LIKE plain_text(${first}) DESC, h.id = ${meeting.relaisId}::uuid DESC NULLS LAST,
              p."lastName", p."firstName", p.id LIMIT ${MOST}::int`;
  return rows.map(({ id, name, professional, participant, commune, relais, state }) => ({
    id,
    name,
    detail: [profileInWords(professional, participant), commune, relais].filter((part) => part !== null).join(', '),
    already: state === null ? null : state === 'WAITING' ? 'déjà en attente' : 'déjà inscrite',
  }));
}

/** A telephone is typed with spaces: its digits are sought together. */
function digitsTogether(words: readonly string[]): string[] {
  const digits = words.filter((word) => /^\d+$/.test(word)).join('');
  const others = words.filter((word) => !/^\d+$/.test(word));
  return digits === '' ? others : [...others, digits];
}

const escaped = (word: string) => word.replace(/[\\%_]/g, '\\$&');

/** On "Professional" pr: an invited relais finds its own. */
function inReach({ as, guestRelaisIds }: DeskAccess, today: string): Prisma.Sql {
  if (as === 'HOST') return Prisma.sql`true`;
  return Prisma.sql`EXISTS (SELECT 1 FROM "RelaisMembership" m WHERE m."professionalId" = pr.id
    AND m."relaisId" = ANY(${[...guestRelaisIds]}::uuid[]) AND m."from" <= ${today}::date
    AND (m.until IS NULL OR m.until >= ${today}::date))`;
}
