import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { dayLong, plural } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { discreetTotal, totalInWords } from './discretion.ts';
import { readsNames } from '#app/catalog/group-readers.ts';

/** A group, on the list of those a relais looks after. */
export type CohortLine = {
  id: string;
  name: string;
  relais: string;
  /** null: a standing group, for any activity. */
  kind: ActivityKindName | null;
  activity: string | null;
  /** "8 personnes", "moins de 5 personnes" */
  members: string;
  /** "2 candidatures à voir"; null: none, or not hers to know. */
  todo: string | null;
  /** "Prochaine date : mardi 1er décembre"; null: none to come. */
  next: string | null;
};

type Row = {
  id: string;
  name: string;
  relaisId: string;
  collectiviteId: string;
  relais: string;
  composerId: string | null;
  facilitatorId: string | null;
  kind: ActivityKindName | null;
  activity: string | null;
  members: number;
  applied: number;
  next: Date | null;
  zone: string;
};

/** The living groups of the actor's relais; one query. Of an ANALYSE she does not lead nor compose, totals of five or more. */
export async function cohortList(actor: Actor, now: Date, tx: Tx = db()): Promise<CohortLine[]> {
  const where = relaisWhere(actor, 'cohort.write');
  if (actor.kind !== 'person') return [];
  const mine = where === 'all' ? Prisma.sql`true` : Prisma.sql`c."relaisId" = ANY(${[...where]}::uuid[])`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.name, c."relaisId", c."collectiviteId", r.name AS relais, c."composerId", c."facilitatorId", a.kind::text AS kind,
           a.title AS activity, k.timezone AS zone,
           count(m.id) FILTER (WHERE m.state = 'MEMBER')::int AS members,
           count(m.id) FILTER (WHERE m.state = 'APPLIED')::int AS applied,
           (SELECT min(s."startsAt") FROM "CohortSession" d JOIN "Session" s ON s.id = d."sessionId"
             WHERE d."cohortId" = c.id AND NOT d.excluded AND s.state <> 'CANCELLED' AND s."endsAt" > ${now}::timestamptz) AS next
      FROM "Cohort" c JOIN "Relais" r ON r.id = c."relaisId" JOIN "Collectivite" k ON k.id = c."collectiviteId"
      LEFT JOIN "Activity" a ON a.id = c."activityId" LEFT JOIN "Membership" m ON m."cohortId" = c.id
     WHERE c."collectiviteId" = ${actor.collectiviteId}::uuid AND c."endedAt" IS NULL AND ${mine}
     GROUP BY c.id, r.name, a.kind, a.title, k.timezone ORDER BY a.kind NULLS FIRST, c.name, c.id`;
  return rows.map((row) => lineOf(actor, row));
}

function lineOf(actor: Actor, row: Row): CohortLine {
  const { id, name, relais, kind, activity, members, applied, next, zone } = row;
  const named = kind !== 'ANALYSE' || readsNames(actor, row);
  return {
    ...{ id, name, relais, kind, activity },
    members: totalInWords(named ? members : discreetTotal(members)),
    todo: named && applied > 0 ? plural(applied, 'candidature à voir', 'candidatures à voir') : null,
    next: next && `Prochaine date : ${dayLong(localDate(next, zone))}`,
  };
}
