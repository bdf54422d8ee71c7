import type { DbOrTx } from '#app/db/client.server.ts';
import { localDate } from '#app/time/local.ts';

type Meeting = { collectiviteId: string; relaisId: string; startsAt: Date; zone: string };

export type Animator = { id: string; name: string; email: string | null; relais: string[]; here: boolean };

/** Who animates in the collectivité on the day of a session, those of its relais first, then by name. One query. */
export async function animatorsOn(db: DbOrTx, meeting: Meeting, personId?: string): Promise<Animator[]> {
  const day = localDate(meeting.startsAt, meeting.zone);
  return db.$queryRaw<Animator[]>`
    SELECT p.id, p."firstName" || ' ' || p."lastName" AS name, p.email,
           coalesce(array_agg(DISTINCT r.name ORDER BY r.name) FILTER (WHERE r.id IS NOT NULL), '{}') AS relais,
           bool_or(x."relaisId" IS NULL OR x."relaisId" = ${meeting.relaisId}::uuid) AS here
      FROM "Person" p JOIN "StaffRole" x ON x."personId" = p.id AND x.role = 'ANIMATOR'
       AND ${day}::date BETWEEN x."from" AND coalesce(x.until, 'infinity')
      LEFT JOIN "Relais" r ON r.id = x."relaisId"
     WHERE p."collectiviteId" = ${meeting.collectiviteId}::uuid AND p."erasedAt" IS NULL
       AND (${personId ?? null}::uuid IS NULL OR p.id = ${personId ?? null}::uuid)
     GROUP BY p.id ORDER BY here DESC, name, p.id`;
}

/** One of them; null: she animates nowhere in the collectivité on that day. */
export async function animatorFor(db: DbOrTx, meeting: Meeting, personId: string): Promise<Animator | null> {
  const [animator] = await animatorsOn(db, meeting, personId);
  return animator ?? null;
}
