import { db, type Tx } from '#app/db/client.server.ts';
import { teamSession } from '#app/catalog/team-scope.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { closures, type ClosureShown } from '#app/people/closures.server.ts';
import { maySomewhere, mayWithin } from '#app/people/permissions.ts';
import { capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { closureHits, type ClosureHit } from './closure-hits.server.ts';

type Told = { sessionId: string; title: string; when: string; relais: string };

export type Replacement = Told & { absent: string | null; replacement: string; by: string | null };

export type AbsencePage = {
  /** Who is away, with the sessions still hers. */
  away: { closure: ClosureShown; hits: ClosureHit[] }[];
  replacements: Replacement[];
  /** Nobody leads them; `hers`: the actor may choose who. */
  without: (Told & { hers: boolean; draft: boolean })[];
};

type Row = {
  sessionId: string;
  title: string;
  relais: string;
  relaisId: string;
  state: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
};

/** Who is away, who replaces whom, which sessions to come nobody leads; seven queries whatever their number. */
export async function absencePage(actor: PersonActor, now: Date, tx: Tx = db()): Promise<AbsencePage | null> {
  if (!maySomewhere(actor, 'closure.read')) return null;
  const { timezone } = await tx.collectivite.findUniqueOrThrow({
    where: { id: actor.collectiviteId },
    select: { timezone: true },
  });
  const absences = (await closures(actor, {}, now, tx)).filter(({ kind }) => kind === 'person');
  const rows = await tx.closure.findMany({
    where: { id: { in: absences.map(({ id }) => id) } },
    select: { id: true, first: true, last: true, part: true, yearly: true },
  });
  const hits = await closureHits(actor, rows, timezone, now, tx);
  const today = localDate(now, timezone);
  return {
    away: absences.map((closure) => ({ closure, hits: hits.filter(({ closureId }) => closureId === closure.id) })),
    replacements: await replacements(actor, today, now, tx),
    without: await withoutAnimator(actor, today, now, tx),
  };
}

async function replacements(actor: PersonActor, today: string, now: Date, tx: Tx): Promise<Replacement[]> {
  const rows = await tx.$queryRaw<(Row & { absent: string | null; replacement: string; by: string | null })[]>`
    SELECT DISTINCT ON (s."startsAt", s.id, n.id) s.id AS "sessionId", coalesce(s.theme, a.title) AS title, r.name AS relais,
           s."relaisId", s.state::text AS state, s."startsAt", s."endsAt", c.timezone AS zone,
           o."firstName" || ' ' || o."lastName" AS absent, n."firstName" || ' ' || n."lastName" AS replacement,
           b."firstName" || ' ' || b."lastName" AS by
      FROM "History" h JOIN "Session" s ON s.id = h."subjectId" AND s.state <> 'CANCELLED'
      JOIN "Activity" a ON a.id = s."activityId" JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Collectivite" c ON c.id = s."collectiviteId"
      JOIN "Person" n ON n.id = (h.detail->>'replacementId')::uuid
      JOIN "Assignment" l ON l."sessionId" = s.id AND l."personId" = n.id AND l.state <> 'DECLINED'
      LEFT JOIN "Person" o ON o.id = (h.detail->>'absentId')::uuid LEFT JOIN "Person" b ON b.id = h."actorId"
     WHERE h.subject = 'session' AND h.what = 'session.replaced' AND s."startsAt" > ${now}::timestamptz
       AND ${teamSession(actor)}
     ORDER BY s."startsAt", s.id, n.id, h.at DESC LIMIT 200`;
  return rows.map(({ absent, replacement, by, ...row }) => ({ ...told(row, today), absent, replacement, by }));
}

async function withoutAnimator(actor: PersonActor, today: string, now: Date, tx: Tx): Promise<AbsencePage['without']> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id AS "sessionId", coalesce(s.theme, a.title) AS title, r.name AS relais, s."relaisId",
           s.state::text AS state, s."startsAt", s."endsAt", c.timezone AS zone
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE s.state <> 'CANCELLED' AND s."startsAt" > ${now}::timestamptz AND a.kind <> 'ANALYSE' AND ${teamSession(actor)}
       AND NOT EXISTS (SELECT 1 FROM "Assignment" l WHERE l."sessionId" = s.id AND l.state <> 'DECLINED')
     ORDER BY s."startsAt", s.id LIMIT 60`;
  return rows.map((row) => ({
    ...told(row, today),
    hers: mayWithin(actor, 'session.plan', row.relaisId),
    draft: row.state === 'DRAFT',
  }));
}

function told({ sessionId, title, relais, startsAt, endsAt, zone }: Row, reference: string): Told {
  return { sessionId, title, relais, when: capital(when(startsAt, endsAt, zone, { reference })) };
}
