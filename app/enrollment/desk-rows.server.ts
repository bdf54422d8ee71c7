import type { Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { reglementsInForce } from '#app/people/reglements.server.ts';
import { ageInMonths, localDate } from '#app/time/local.ts';
import type { DeskAccess } from './desk-access.server.ts';
import { dateOf } from './meetings.server.ts';
import type { Band } from './party.ts';
import type { EnrollmentStateName } from './state.ts';

/** A child brought, as the team reads it. */
export type DeskChild = Band & { label: string | null; ageMonths: number | null };

/** One enrolment of a session, with who holds it. */
export type DeskRow = {
  id: string;
  personId: string;
  state: EnrollmentStateName;
  firstName: string;
  lastName: string;
  phone: string | null;
  mailed: boolean;
  professional: string | null;
  participant: string | null;
  /** Her home relais when it is not the host's. */
  fromRelais: string | null;
  children: DeskChild[];
  requestReasons: string[];
  acceptedBeyond: string | null;
  offerExpiresAt: Date | null;
  skipReason: string | null;
  passedOver: number;
  endedAt: Date | null;
  /** Brought by a standing group. */
  standing: boolean;
  overlapFlagged: boolean;
  /** All that must be signed is; null: nothing is asked. */
  signed: boolean | null;
  /** She never had a place in a session of this relais before. */
  isNew: boolean;
};

type Raw = Omit<DeskRow, 'children' | 'signed'> & {
  children: (Band & { label: string | null; birthMonth: string | null })[];
  accepted: number;
};

/** Live enrolments of a session and late withdrawals, of those whom this desk may name; two queries whatever their number. */
export async function deskRows(tx: Tx, access: DeskAccess, now: Date): Promise<DeskRow[]> {
  const { meeting } = access;
  if (!access.named) return [];
  const today = localDate(now, meeting.zone);
  const asked = meeting.rules.reglement === 'REQUIRED' ? await reglementsInForce(meeting.relaisId, today, tx) : [];
  const ids = asked.map(({ id }) => id);
  const rows = await tx.$queryRaw<Raw[]>`
    SELECT e.id, e."personId", e.state::text AS state, p."firstName", p."lastName", p.phone,
           p.email IS NOT NULL AS mailed, pr.kind::text AS professional, pa.kind::text AS participant,
           (SELECT r.name FROM "RelaisMembership" m JOIN "Relais" r ON r.id = m."relaisId"
             WHERE m."professionalId" = pr.id AND m.home AND m."relaisId" <> ${meeting.relaisId}::uuid
               AND m."from" <= ${today}::date AND (m.until IS NULL OR m.until >= ${today}::date) LIMIT 1) AS "fromRelais",
           e."requestReasons", e."acceptedBeyond", e."offerExpiresAt", e."skipReason", e."passedOver", e."endedAt",
           e."membershipId" IS NOT NULL AS standing, e."overlapFlagged",
           (SELECT coalesce(json_agg(json_build_object('label', k.label, 'birthMonth', to_char(k."birthMonth", 'YYYY-MM'),
                                                       'fromMonths', c."fromMonths", 'untilMonths', c."untilMonths")
                            ORDER BY k."birthMonth", k.label), '[]')
              FROM "EnrolledChild" c LEFT JOIN "Child" k ON k.id = c."childId" WHERE c."enrollmentId" = e.id) AS children,
           (SELECT count(*)::int FROM "Acceptance" x WHERE x."personId" = p.id AND x."reglementId" = ANY(${ids}::uuid[])
               AND x.mode <> 'TO_SIGN') AS accepted,
           NOT EXISTS (SELECT 1 FROM "Enrollment" o JOIN "Session" s ON s.id = o."sessionId"
                        WHERE o."personId" = p.id AND o.state = 'CONFIRMED' AND s."relaisId" = ${meeting.relaisId}::uuid
                          AND s."startsAt" < ${meeting.startsAt}::timestamptz) AS "isNew"
      FROM "Enrollment" e JOIN "Person" p ON p.id = e."personId"
      LEFT JOIN "Professional" pr ON pr."personId" = p.id LEFT JOIN "Participant" pa ON pa."personId" = p.id
     WHERE e."sessionId" = ${meeting.id}::uuid
       AND (e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED') OR (e.state = 'WITHDRAWN' AND e.late))
       AND ${nameable(access, today)}
     ORDER BY p."lastName", p."firstName", e.arrival`;
  const date = dateOf(meeting);
  return rows.map(({ children, accepted, ...row }) => ({
    ...row,
    signed: ids.length === 0 ? null : accepted >= ids.length,
    children: children.map(({ birthMonth, ...child }) => ({
      ...child,
      ageMonths: birthMonth === null ? null : Math.max(0, ageInMonths(birthMonth, date)),
    })),
  }));
}

/** On "Professional" pr: a guest names those of her own relais only. */
function nameable({ as, guestRelaisIds }: DeskAccess, today: string): Prisma.Sql {
  if (as === 'HOST') return Prisma.sql`true`;
  return Prisma.sql`EXISTS (SELECT 1 FROM "RelaisMembership" m WHERE m."professionalId" = pr.id
    AND m."relaisId" = ANY(${[...guestRelaisIds]}::uuid[]) AND m."from" <= ${today}::date
    AND (m.until IS NULL OR m.until >= ${today}::date))`;
}
