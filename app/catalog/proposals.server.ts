import { db, type DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor, AskedActor } from '#app/people/actor.ts';
import { ownIntervenants } from '#app/people/own-intervenants.server.ts';
import { capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { ActivityKindName } from './booking-rules.ts';
import { roundOf, standingOf, type ProposalFacts, type ProposalStanding } from './proposal.ts';

/** A date asked of an intervenant, as he sees it; nobody's name but hers who asks. */
export type ProposedDate = {
  assignmentId: string;
  title: string;
  kind: ActivityKindName;
  when: string;
  place: string;
  standing: ProposalStanding;
  /** What he has at the same time: "Le sommeil, Relais du Moulin". */
  clash: string | null;
  /** His word, once answered. */
  word: string | null;
};

/** What was asked of him at once, by one relais. */
export type ProposalBatch = {
  collectivite: string;
  relais: { name: string; phone: string | null; email: string | null };
  by: string | null;
  dates: ProposedDate[];
};

type Row = ProposalFacts & {
  assignmentId: string;
  personId: string;
  proposedAt: Date;
  relaisId: string;
  title: string;
  kind: ActivityKindName;
  endsAt: Date;
  zone: string;
  place: string;
  address: string;
  collectivite: string;
  relais: string;
  phone: string | null;
  email: string | null;
  by: string | null;
  clash: string | null;
  word: string | null;
};

/** What one is asked about a proposal: the batch of a date of his, or that of his mail's link. Null: none. */
export async function proposalBatch(
  who: { actor: Actor; assignmentId: string } | { asked: AskedActor },
  now: Date,
  tx: DbOrTx = db(),
): Promise<ProposalBatch | null> {
  if ('asked' in who) {
    const { personId, round } = who.asked;
    return batchOf(await readRows(tx, [personId], inRound(round)), now);
  }
  const own = await ownIds(who.actor, tx);
  if (!isUuid(who.assignmentId) || own.length === 0) return null;
  const same = Prisma.sql`EXISTS (SELECT 1 FROM "Assignment" t JOIN "Session" ts ON ts.id = t."sessionId"
    WHERE t.id = ${who.assignmentId}::uuid AND t."personId" = l."personId" AND ts."relaisId" = s."relaisId"
      AND (t.id = l.id OR date_trunc('second', t."proposedAt") = date_trunc('second', l."proposedAt")))`;
  return batchOf(await readRows(tx, own, same), now);
}

/** All that waits for his answer, of every manager, by asking; each batch is answered at its first date. Two queries. */
export async function openProposals(actor: Actor, now: Date, tx: DbOrTx = db()): Promise<ProposalBatch[]> {
  const own = await ownIds(actor, tx);
  if (own.length === 0) return [];
  const open = Prisma.sql`l.state = 'PROPOSED' AND s.state <> 'CANCELLED' AND s."startsAt" > ${now}::timestamptz`;
  const rows = await readRows(tx, own, open);
  const batches = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.personId} ${roundOf(row.proposedAt)} ${row.relaisId}`;
    batches.set(key, [...(batches.get(key) ?? []), row]);
  }
  return [...batches.values()].flatMap((hers) => batchOf(hers, now) ?? []);
}

const ownIds = async (actor: Actor, tx: DbOrTx) => (await ownIntervenants(actor, tx)).map(({ personId }) => personId);

const inRound = (round: number) =>
  Prisma.sql`date_trunc('second', l."proposedAt") = to_timestamp(${round}::double precision)`;

async function readRows(tx: DbOrTx, personIds: readonly string[], condition: Prisma.Sql): Promise<Row[]> {
  const own = Prisma.sql`${[...personIds]}::uuid[]`;
  return tx.$queryRaw<Row[]>`
    SELECT l.id AS "assignmentId", l."personId", l."proposedAt", l.state::text AS state, l.answer AS word,
           s.state::text AS "sessionState", s."startsAt", s."endsAt", s."relaisId", c.timezone AS zone, c.name AS collectivite,
           coalesce(s.theme, a.title) AS title, a.kind::text AS kind, st.name AS place, st.address, r.name AS relais,
           r.phone, r.email, b."firstName" || ' ' || b."lastName" AS by,
           (SELECT coalesce(os.theme, oa.title) || ', ' || r2.name FROM "Assignment" o
              JOIN "Session" os ON os.id = o."sessionId" JOIN "Activity" oa ON oa.id = os."activityId"
              JOIN "Relais" r2 ON r2.id = os."relaisId"
             WHERE o."personId" = ANY(${own}) AND o.id <> l.id AND o.state <> 'DECLINED' AND os.state <> 'CANCELLED'
               AND os."startsAt" < s."endsAt" AND os."endsAt" > s."startsAt" ORDER BY os."startsAt", os.id LIMIT 1) AS clash
      FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Site" st ON st.id = s."siteId" JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Collectivite" c ON c.id = s."collectiviteId" JOIN "Person" p ON p.id = l."personId" AND p."erasedAt" IS NULL
      LEFT JOIN "Person" b ON b.id = l."proposedById" AND b."erasedAt" IS NULL
     WHERE l."personId" = ANY(${own}) AND l.role = 'INTERVENANT' AND l."proposedAt" IS NOT NULL AND ${condition}
     ORDER BY s."startsAt", s.id LIMIT 250`;
}

function batchOf(rows: readonly Row[], now: Date): ProposalBatch | null {
  const [first] = rows;
  if (!first) return null;
  const { collectivite, relais, phone, email, by } = first;
  return { collectivite, by, relais: { name: relais, phone, email }, dates: rows.map((row) => dateOf(row, now)) };
}

function dateOf(row: Row, now: Date): ProposedDate {
  const { assignmentId, title, kind, startsAt, endsAt, zone, place, address, word } = row;
  const standing = standingOf(row, now);
  return {
    ...{ assignmentId, title, kind, standing, word },
    when: capital(when(startsAt, endsAt, zone, { reference: localDate(now, zone) })),
    place: [place, address].filter((words) => words !== '').join(', '),
    clash: standing === 'open' ? row.clash : null,
  };
}
