import type { Tx } from '#app/db/client.server.ts';
import type { ReadingWords } from '#app/mail/templates.ts';
import type { Applicant } from './applicants.server.ts';
import type { LoadedMeeting } from './meetings.server.ts';

export type Telling = {
  meeting: Pick<LoadedMeeting, 'id' | 'collectiviteId'>;
  cause: 'CANCELLED' | 'MOVED' | 'OTHER';
  /** The session as it was, when it moved. */
  before?: Pick<LoadedMeeting, 'startsAt' | 'endsAt' | 'site'>;
  /** The parties that the change concerns; those of nobody in `people` are left out. */
  live: readonly { id: string; personId: string }[];
  people: readonly Pick<Applicant, 'id' | 'email'>[];
};

/**
 * Notes, in the caller's transaction and under its session's lock, that each party must hear of a change: one statement.
 * Until she confirms reading, or someone telephones her, she is in the "à prévenir" list. Gives, by enrolment, what her
 * mail's link "J'ai bien lu" needs.
 */
export async function tellAbout(
  tx: Tx,
  { meeting, cause, before, live, people }: Telling,
  now: Date,
): Promise<ReadonlyMap<string, ReadingWords>> {
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  const parties = live
    .filter(({ personId }) => emails.has(personId))
    .map(({ id, personId }) => ({ enrollmentId: id, personId, mailed: emails.get(personId) !== null }));
  if (parties.length === 0) return new Map();
  const was = before ? JSON.stringify({ ...hoursOf(before), place: before.site.name }) : null;
  const rows = await tx.$queryRaw<ReadingWords[]>`
    INSERT INTO "ToTell" (id, "collectiviteId", "sessionId", "enrollmentId", "personId", cause, at, mailed, before, round)
    SELECT gen_random_uuid(), ${meeting.collectiviteId}::uuid, ${meeting.id}::uuid, p."enrollmentId", p."personId",
           ${cause}::"ToTellCause", ${now}::timestamptz, p.mailed, ${was}::jsonb,
           1 + coalesce((SELECT max(t.round) FROM "ToTell" t WHERE t."enrollmentId" = p."enrollmentId"), 0)
      FROM jsonb_to_recordset(${JSON.stringify(parties)}::jsonb)
           AS p ("enrollmentId" uuid, "personId" uuid, mailed boolean)
    RETURNING "enrollmentId", round`;
  return new Map(rows.map((row) => [row.enrollmentId, row]));
}

const hoursOf = ({ startsAt, endsAt }: Pick<LoadedMeeting, 'startsAt' | 'endsAt'>) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});
