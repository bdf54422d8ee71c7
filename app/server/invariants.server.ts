import { db } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { migrations } from '#app/db/migrate.mjs';

export interface Finding {
  readonly check: string;
  readonly line: string;
}

/** A rule that the data must show, as a query giving one line for each row that breaks it. */
interface Check {
  readonly name: string;
  readonly lines: Prisma.Sql;
}

const HOLDING = Prisma.sql`('REQUESTED', 'OFFERED', 'CONFIRMED')`;
const LIVE = Prisma.sql`('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED')`;
/** Enough to see what is wrong. */
const MOST = Prisma.sql`LIMIT 20`;

/** The numbers are those of the rules that always hold. */
const CHECKS: readonly Check[] = [
  {
    name: 'places adultes (1)',
    lines: Prisma.sql`SELECT 'séance ' || s.id || ' : ' || count(*) || ' pour ' || s."maxAdults" AS line
      FROM "Session" s JOIN "Enrollment" e ON e."sessionId" = s.id AND e.state IN ${HOLDING}
      GROUP BY s.id HAVING count(*) > s."maxAdults" ${MOST}`,
  },
  {
    name: 'places enfants (1)',
    lines: Prisma.sql`SELECT 'séance ' || s.id || ' : ' || count(*) || ' pour ' || s."maxChildren" AS line
      FROM "Session" s JOIN "Enrollment" e ON e."sessionId" = s.id AND e.state IN ${HOLDING}
      JOIN "EnrolledChild" c ON c."enrollmentId" = e.id
      GROUP BY s.id HAVING count(*) > s."maxChildren" ${MOST}`,
  },
  {
    name: 'personnes dans un lieu (1)',
    lines: Prisma.sql`SELECT 'séance ' || id || ' : ' || peak || ' pour ' || "maxPersons" AS line FROM (
      SELECT s.id, st."maxPersons", site_peak(st.id, st."countsStaff", s."startsAt", s."endsAt") AS peak
        FROM "Session" s JOIN "Site" st ON st.id = s."siteId"
       WHERE st."maxPersons" IS NOT NULL AND s.state = 'PUBLISHED') t WHERE peak > "maxPersons" ${MOST}`,
  },
  {
    name: 'une personne, une place (2)',
    lines: Prisma.sql`SELECT 'séance ' || "sessionId" || ', personne ' || "personId" || ' : ' || count(*) || ' demandes' AS line
      FROM "Enrollment" WHERE state IN ${LIVE} GROUP BY "sessionId", "personId" HAVING count(*) > 1 ${MOST}`,
  },
  {
    name: 'deux places en même temps (2)',
    lines: Prisma.sql`SELECT 'personne ' || e."personId" || ' : séances ' || s.id || ' et ' || t.id AS line
      FROM "Enrollment" e JOIN "Session" s ON s.id = e."sessionId"
      JOIN "Enrollment" f ON f."personId" = e."personId" AND f."sessionId" > e."sessionId"
      JOIN "Session" t ON t.id = f."sessionId"
     WHERE e.state = 'CONFIRMED' AND f.state = 'CONFIRMED' AND NOT (e."overlapFlagged" OR f."overlapFlagged")
       AND s.state = 'PUBLISHED' AND t.state = 'PUBLISHED'
       AND s."startsAt" < t."endsAt" AND t."startsAt" < s."endsAt" ${MOST}`,
  },
  {
    name: 'ordre d’arrivée (4)',
    lines: Prisma.sql`SELECT 'séance ' || s.id || ' : numéro ' || e.arrival AS line
      FROM "Session" s JOIN "Enrollment" e ON e."sessionId" = s.id
     GROUP BY s.id, e.arrival HAVING count(*) > 1 OR e.arrival >= s."nextArrival" ${MOST}`,
  },
  {
    name: 'demandes vivantes d’une séance annulée (4)',
    lines: Prisma.sql`SELECT 'inscription ' || e.id || ', séance ' || s.id AS line
      FROM "Enrollment" e JOIN "Session" s ON s.id = e."sessionId"
     WHERE s.state = 'CANCELLED' AND e.state IN ${LIVE} ${MOST}`,
  },
  {
    name: 'historique des inscriptions (5)',
    lines: Prisma.sql`SELECT 'inscription ' || e.id AS line FROM "Enrollment" e
     WHERE NOT EXISTS (SELECT 1 FROM "History" h WHERE h.subject = 'enrollment' AND h."subjectId" = e.id) ${MOST}`,
  },
  {
    name: 'courriels que personne n’enverra (5)',
    lines: Prisma.sql`SELECT 'courriel ' || m.id || ' (' || m.state || ')' AS line FROM "OutgoingMail" m
     WHERE m.state IN ('QUEUED', 'SENDING') AND NOT EXISTS (
       SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'mail:' || m.id
          AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL)) ${MOST}`,
  },
  {
    name: 'deux séances pour une personne ou un lieu exclusif (6)',
    lines: Prisma.sql`SELECT a.resource || ' : séances ' || a."sessionId" || ' et ' || b."sessionId" AS line
      FROM "Occupation" a JOIN "Occupation" b ON b.resource = a.resource AND b.id > a.id AND b.during && a.during
     WHERE NOT a.overridden AND NOT b.overridden ${MOST}`,
  },
  {
    name: 'analyse de pratiques absente des agendas publics (8)',
    lines: Prisma.sql`SELECT 'événement ' || uid AS line FROM "CalendarEvent" WHERE kind = 'ANALYSE' AND public ${MOST}`,
  },
  {
    name: 'feuille : chaque ligne montre une de ses marques (9)',
    lines: Prisma.sql`SELECT 'présence ' || a.id AS line FROM "Attendance" a
     WHERE NOT EXISTS (SELECT 1 FROM "AttendanceMark" m WHERE m.id = a."markId" AND m."subjectId" = a.id
                          AND m."sessionId" = a."sessionId" AND m.value->>'state' = a.state::text)
     UNION ALL SELECT 'comptage ' || t."sessionId" FROM "Tally" t
     WHERE NOT EXISTS (SELECT 1 FROM "AttendanceMark" m WHERE m.id = t."markId" AND m."subjectId" = t."sessionId") ${MOST}`,
  },
  {
    name: 'feuille : une version par marque retenue (9)',
    lines: Prisma.sql`SELECT 'présence ' || a.id || ' : version ' || a.version || ', ' || count(m.id) || ' marques' AS line
      FROM "Attendance" a JOIN "AttendanceMark" m ON m."subjectId" = a.id AND m.outcome <> 'SET_ASIDE'
     GROUP BY a.id HAVING count(m.id) <> a.version ${MOST}`,
  },
  {
    name: 'feuille : enfants d’une absente (9)',
    lines: Prisma.sql`SELECT 'présence ' || a.id AS line FROM "Attendance" a
     WHERE a.state <> 'PRESENT' AND EXISTS (SELECT 1 FROM "AttendedChild" c WHERE c."attendanceId" = a.id) ${MOST}`,
  },
  {
    name: 'feuille : présences dites aux inscriptions (9)',
    lines: Prisma.sql`SELECT 'présence ' || a.id AS line FROM "Attendance" a
      LEFT JOIN "Presence" p ON p."sessionId" = a."sessionId" AND p."personId" = a."personId"
     WHERE a."personId" IS NOT NULL AND (p."personId" IS NOT NULL) <> (a.state = 'PRESENT' AND NOT a."broughtByParent") ${MOST}`,
  },
  {
    name: 'plan : chaque étape est datée (5)',
    lines: Prisma.sql`SELECT 'ligne ' || l.id AS line FROM "TrainingLine" l
     WHERE NOT EXISTS (SELECT 1 FROM "LineState" s WHERE s."lineId" = l.id AND s.stage = l.stage AND s.at = l."stageAt")
     UNION ALL SELECT 'dossier ' || f.id FROM "TrainingFile" f
     WHERE NOT EXISTS (SELECT 1 FROM "FileState" s WHERE s."fileId" = f.id AND s.stage = f.stage AND s.at = f."stageAt") ${MOST}`,
  },
  {
    name: 'plan : personne n’est d’un autre gestionnaire',
    lines: Prisma.sql`SELECT 'dossier ' || f.id AS line FROM "TrainingFile" f
      JOIN "TrainingLine" l ON l.id = f."lineId" JOIN "Person" p ON p.id = f."personId"
     WHERE f."collectiviteId" <> l."collectiviteId" OR p."collectiviteId" <> l."collectiviteId" ${MOST}`,
  },
  {
    name: 'gestionnaires étanches',
    lines: Prisma.sql`SELECT 'inscription ' || e.id AS line
      FROM "Enrollment" e JOIN "Session" s ON s.id = e."sessionId" JOIN "Person" p ON p.id = e."personId"
      JOIN "Relais" r ON r.id = s."relaisId"
     WHERE e."collectiviteId" <> s."collectiviteId" OR r."collectiviteId" <> s."collectiviteId"
        OR p."collectiviteId" <> s."collectiviteId" ${MOST}`,
  },
];

/** Verifies every invariant that data can show, in the configured database as it stands. */
export async function findings(): Promise<{ checked: number; found: readonly Finding[] }> {
  const pending = await pendingMigrations();
  const checked = CHECKS.length + 1;
  if (pending.length > 0) return { checked, found: pending.map((line) => ({ check: 'migrations', line })) };
  const found: Finding[] = [];
  for (const { name, lines } of CHECKS) {
    const rows = await db().$queryRaw<{ line: string }[]>(lines);
    found.push(...rows.map(({ line }) => ({ check: name, line })));
  }
  return { checked, found };
}

/** Of the sources, those the database has not seen, or has seen otherwise. */
async function pendingMigrations(): Promise<string[]> {
  const known = await db().$queryRaw<
    { there: boolean }[]
  >`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`;
  if (known[0]?.there !== true) return ['la base est vide : lancez d’abord npm start'];
  const done = await db().$queryRaw<{ name: string; checksum: string }[]>`
    SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const seen = new Map(done.map(({ name, checksum }) => [name, checksum]));
  return migrations().flatMap(({ name, checksum }) => {
    if (!seen.has(name)) return [`${name} n’est pas appliquée`];
    return seen.get(name) === checksum ? [] : [`${name} a changé depuis son application`];
  });
}
