import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { namesHidden } from './names-hidden.server.ts';

/** What the day's page says of a session beyond its line in the planning. */
export type DayDetails = {
  address: string;
  accessNotes: string;
  /** '' : nothing. */
  bring: string;
  animators: string[];
  /** "Marc Petit (psychologue), à confirmer" */
  intervenants: string[];
  /** Those who come for the first time ever; null: not for her to know by name (rule 8). */
  newcomers: string[] | null;
  /** Who has a règlement to sign. */
  toSign: string[];
};

type Row = Omit<DayDetails, 'newcomers' | 'toSign'> & { id: string };
type Comer = { id: string; name: string; isNew: boolean; toSign: boolean };

/** By session; three queries whatever their number. */
export async function dayDetails(
  actor: PersonActor,
  sessionIds: readonly string[],
  tx: DbOrTx = db(),
): Promise<ReadonlyMap<string, DayDetails>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, st.address, st."accessNotes", coalesce(s.bring, a.bring) AS bring,
           array(SELECT p."firstName" || ' ' || p."lastName" FROM "Assignment" l JOIN "Person" p ON p.id = l."personId"
                  WHERE l."sessionId" = s.id AND l.role = 'ANIMATOR' AND l.state <> 'DECLINED' ORDER BY 1) AS animators,
           array(SELECT p."firstName" || ' ' || p."lastName" || ' (' || i.profession || ')'
                        || CASE l.state WHEN 'PROPOSED' THEN ', à confirmer' WHEN 'DECLINED' THEN ', a décliné' ELSE '' END
                   FROM "Assignment" l JOIN "Person" p ON p.id = l."personId" JOIN "Intervenant" i ON i."personId" = p.id
                  WHERE l."sessionId" = s.id AND l.role = 'INTERVENANT' ORDER BY 1) AS intervenants
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Site" st ON st.id = s."siteId"
     WHERE s.id = ANY(${[...sessionIds]}::uuid[])`;
  const comers = await comersOf(tx, sessionIds);
  const hidden = await namesHidden(tx, actor, sessionIds);
  return new Map(
    rows.map(({ id, ...row }) => {
      const here = comers.filter((one) => one.id === id);
      const names = (wanted: readonly Comer[]) => wanted.map(({ name }) => name);
      const isHidden = hidden.has(id);
      const newcomers = isHidden ? null : names(here.filter(({ isNew }) => isNew));
      return [id, { ...row, newcomers, toSign: isHidden ? [] : names(here.filter(({ toSign }) => toSign)) }];
    }),
  );
}

/** Those with a place who come for the first time ever, or have something to sign. */
function comersOf(tx: DbOrTx, sessionIds: readonly string[]): Promise<Comer[]> {
  return tx.$queryRaw<Comer[]>`
    SELECT * FROM (
      SELECT e."sessionId" AS id, p."firstName" || ' ' || p."lastName" AS name,
             NOT EXISTS (SELECT 1 FROM "Enrollment" o JOIN "Session" t ON t.id = o."sessionId"
                          WHERE o."personId" = e."personId" AND o.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED')
                            AND t."startsAt" < s."startsAt")
             AND NOT EXISTS (SELECT 1 FROM "Presence" q WHERE q."personId" = e."personId" AND q."sessionId" <> s.id) AS "isNew",
             EXISTS (SELECT 1 FROM "Acceptance" c WHERE c."personId" = e."personId" AND c.mode = 'TO_SIGN') AS "toSign"
        FROM "Enrollment" e JOIN "Session" s ON s.id = e."sessionId" JOIN "Person" p ON p.id = e."personId"
       WHERE e."sessionId" = ANY(${[...sessionIds]}::uuid[]) AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED')
         AND p."erasedAt" IS NULL) comers
     WHERE comers."isNew" OR comers."toSign" ORDER BY comers.name`;
}
