import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { ActivityKindName } from './booking-rules.ts';
import { publicationAsked } from './publication-words.ts';

/** A date still to be published, with what stands in its way. */
export type Draft = {
  id: string;
  when: string;
  site: string;
  theme: string | null;
  /** What prevents publication: past, room too small. */
  hindrance: string | null;
  /** What one should know and may pass over. */
  remarks: string[];
};

export type DraftActivity = { id: string; title: string; kind: ActivityKindName; relais: string; dates: Draft[] };

/** Which drafts: of an activity, or of a relais (slug; null: all of hers) between two days. */
export type DraftsAsked = { activityId: string } | { relais: string | null; from: string; until: string };

type Row = {
  id: string;
  activityId: string;
  title: string;
  kind: ActivityKindName;
  relais: string;
  theme: string | null;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  site: string;
  siteKind: 'PLACE' | 'REMOTE' | 'TO_CONFIRM';
  full: boolean;
  overridden: boolean;
  led: boolean;
  proposed: boolean;
};

const MOST = 1000;

/** The drafts that the address of a term asks for; see `publicationAsked`. */
export async function draftsOfTerm(actor: PersonActor, query: URLSearchParams, now: Date, tx: Tx = db()) {
  const where = { id: actor.collectiviteId };
  const { timezone } = await tx.collectivite.findUniqueOrThrow({ where, select: { timezone: true } });
  const asked = publicationAsked(query, localDate(now, timezone));
  return { asked, activities: await drafts(actor, asked, now, tx) };
}

/** The drafts where she plans, by activity and date; one query. */
export async function drafts(
  actor: PersonActor,
  asked: DraftsAsked,
  now: Date,
  tx: Tx = db(),
): Promise<DraftActivity[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, a.id AS "activityId", a.title, a.kind::text AS kind, r.name AS relais, s.theme, s."startsAt", s."endsAt",
           c.timezone AS zone, st.name AS site, st.kind::text AS "siteKind",
           (st."maxPersons" IS NOT NULL AND st."maxPersons" < site_peak(st.id, st."countsStaff", s."startsAt", s."endsAt")
             + CASE WHEN st."countsStaff" THEN (SELECT count(*) FROM "Assignment" l WHERE l."sessionId" = s.id
                                                   AND l.state <> 'DECLINED') ELSE 0 END) AS "full",
           EXISTS (SELECT 1 FROM "Occupation" o WHERE o."sessionId" = s.id AND o.overridden) AS overridden,
           EXISTS (SELECT 1 FROM "Assignment" l WHERE l."sessionId" = s.id AND l.state <> 'DECLINED') AS led,
           EXISTS (SELECT 1 FROM "Assignment" l WHERE l."sessionId" = s.id AND l.state = 'PROPOSED') AS proposed
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Collectivite" c ON c.id = s."collectiviteId" JOIN "Site" st ON st.id = s."siteId"
     WHERE s.state = 'DRAFT' AND s."collectiviteId" = ${actor.collectiviteId}::uuid AND ${wherePlans(actor)}
       AND ${whichOnes(asked)}
     ORDER BY r.name, a.title, a.id, s."startsAt", s.id LIMIT ${MOST}`;
  const byActivity = new Map<string, DraftActivity>();
  for (const row of rows) {
    const { activityId: id, title, kind, relais } = row;
    const activity = byActivity.get(id) ?? { id, title, kind, relais, dates: [] };
    activity.dates.push(draftOf(row, now));
    byActivity.set(id, activity);
  }
  return [...byActivity.values()];
}

function draftOf(row: Row, now: Date): Draft {
  const { id, startsAt, endsAt, zone, site, theme } = row;
  const remarks = [
    row.siteKind === 'TO_CONFIRM' && 'lieu à confirmer',
    row.overridden && 'en chevauche une autre, vous l’avez permis',
    !row.led && 'personne ne l’anime encore',
    row.proposed && 'l’intervenant·e n’a pas répondu',
  ].filter((remark) => remark !== false);
  const hindrance = endsAt <= now ? 'date passée' : row.full ? 'le lieu serait trop plein' : null;
  return {
    id,
    when: capital(when(startsAt, endsAt, zone, { reference: localDate(now, zone) })),
    site,
    theme,
    hindrance,
    remarks,
  };
}

function wherePlans(actor: PersonActor): Prisma.Sql {
  const where = relaisWhere(actor, 'session.plan');
  return where === 'all' ? Prisma.sql`true` : Prisma.sql`s."relaisId" = ANY(${[...where]}::uuid[])`;
}

function whichOnes(asked: DraftsAsked): Prisma.Sql {
  if ('activityId' in asked) return Prisma.sql`a.id = ${asked.activityId}::uuid`;
  const { relais, from, until } = asked;
  return Prisma.sql`s."startsAt" >= (${from}::date)::timestamp AT TIME ZONE c.timezone
    AND s."startsAt" < (${until}::date + 1)::timestamp AT TIME ZONE c.timezone
    AND (${relais}::text IS NULL OR r.slug = ${relais})`;
}
