import type { Tx } from '#app/db/client.server.ts';
import { dateOf, type LoadedMeeting } from '#app/enrollment/meetings.server.ts';
import { OTHER_COMMUNE, type AttendeeKindName, type Guest } from './mark.ts';

/** What reports need of an attendance, as it was on the session's date (rule 9). */
export type Frozen = {
  kind: AttendeeKindName;
  homeRelaisId: string | null;
  communeId: string | null;
  communeName: string | null;
  /** From outside the communes the host served on that day; null: unknown. */
  outside: boolean | null;
};

/** The facts of persons, by id; whoever is not of the collectivité is missing. One query whatever their number. */
export async function frozenFacts(
  tx: Tx,
  meeting: LoadedMeeting,
  personIds: readonly string[],
): Promise<Map<string, Frozen>> {
  if (personIds.length === 0) return new Map();
  const date = dateOf(meeting);
  const rows = await tx.$queryRaw<(Frozen & { id: string })[]>`
    SELECT p.id, coalesce(f.kind::text, x.kind::text, 'OTHER') AS kind, home."relaisId" AS "homeRelaisId",
           c.id AS "communeId", c.name AS "communeName",
           CASE WHEN c.id IS NOT NULL THEN NOT EXISTS (
             SELECT 1 FROM "RelaisCommune" s WHERE s."relaisId" = ${meeting.relaisId}::uuid AND s."communeId" = c.id
                AND s."from" <= ${date}::date AND (s.until IS NULL OR s.until >= ${date}::date)) END AS outside
      FROM "Person" p
      LEFT JOIN "Professional" f ON f."personId" = p.id
      LEFT JOIN "Participant" x ON x."personId" = p.id
      LEFT JOIN "Commune" c ON c.id = f."communeId"
      LEFT JOIN LATERAL (
        SELECT m."relaisId" FROM "RelaisMembership" m WHERE m."professionalId" = f.id AND m.home
           AND m."from" <= ${date}::date AND (m.until IS NULL OR m.until >= ${date}::date)
         ORDER BY m."from" DESC LIMIT 1) home ON true
     WHERE p.id = ANY(${[...personIds]}::uuid[]) AND p."collectiviteId" = ${meeting.collectiviteId}::uuid`;
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** Walk-ins without a file name one of these communes; whether the host serves it on that day. */
export async function communesOf(
  tx: Tx,
  meeting: LoadedMeeting,
): Promise<Map<string, { name: string; served: boolean }>> {
  const date = dateOf(meeting);
  const rows = await tx.$queryRaw<{ id: string; name: string; served: boolean }[]>`
    SELECT c.id, c.name, EXISTS (
             SELECT 1 FROM "RelaisCommune" s WHERE s."relaisId" = ${meeting.relaisId}::uuid AND s."communeId" = c.id
                AND s."from" <= ${date}::date AND (s.until IS NULL OR s.until >= ${date}::date)) AS served
      FROM "Commune" c WHERE c."collectiviteId" = ${meeting.collectiviteId}::uuid ORDER BY c.name`;
  return new Map(rows.map(({ id, name, served }) => [id, { name, served }]));
}

/** The same facts of a walk-in without a file, from what was written on the sheet. */
export function frozenGuest(
  { kind, commune }: Guest,
  communes: ReadonlyMap<string, { name: string; served: boolean }>,
): Frozen {
  const unknown = { kind, homeRelaisId: null, communeId: null, communeName: null, outside: null };
  if (commune === OTHER_COMMUNE) return { ...unknown, communeName: 'Autre commune', outside: true };
  const known = commune === null ? undefined : communes.get(commune);
  return known ? { ...unknown, communeId: commune, communeName: known.name, outside: !known.served } : unknown;
}
