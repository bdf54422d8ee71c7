import type { DbOrTx } from '#app/db/client.server.ts';
import { availabilityRows } from '#app/people/availabilities.server.ts';
import { unavailableWhy } from '#app/people/availability.ts';
import { wallOf } from '#app/time/wall-clock.ts';

/** A date to be, and the intervenants who would speak there. */
export type SpokenDate = { startsAt: Date; endsAt: Date; speakerIds: readonly string[] };

/**
 * What speaks against asking these intervenants, date by date, in sentences: what they said of when they can come, and
 * that they are taken by another manager, of whom nothing is told. It warns, and refuses nothing. Three queries at most.
 */
export async function speakerDoubts(tx: DbOrTx, dates: readonly SpokenDate[], zone: string): Promise<string[][]> {
  const ids = [...new Set(dates.flatMap(({ speakerIds }) => speakerIds))];
  if (ids.length === 0) return dates.map(() => []);
  const said = await availabilityRows(tx, ids);
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, firstName: true, lastName: true },
  });
  const names = new Map(people.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
  const elsewhere = await takenElsewhere(tx, dates);
  return dates.map(({ startsAt, endsAt, speakerIds }, index) => {
    const [start, end] = [wallOf(startsAt, zone), wallOf(endsAt, zone)];
    return speakerIds.flatMap((id) => {
      const rows = said.filter(({ personId }) => personId === id);
      const why = unavailableWhy(rows, start.date, { from: start.time, until: end.time });
      const name = names.get(id) ?? '';
      return [
        ...(why === null ? [] : [`${name} a indiqué ${why}.`]),
        ...(elsewhere.has(`${index} ${id}`) ? [`${name} a déjà un engagement ailleurs à ce moment.`] : []),
      ];
    });
  });
}

/** `${index} ${personId}` of those whom another manager, who knows the same e-mail, holds at that time. */
async function takenElsewhere(tx: DbOrTx, dates: readonly SpokenDate[]): Promise<ReadonlySet<string>> {
  const wanted = dates.flatMap(({ startsAt, endsAt, speakerIds }, index) =>
    speakerIds.map((personId) => ({ index, personId, startsAt, endsAt })),
  );
  const rows = await tx.$queryRaw<{ index: number; personId: string }[]>`
    SELECT DISTINCT w.index, w."personId"
      FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
           AS w (index int, "personId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
      JOIN "Person" p ON p.id = w."personId"
      JOIN "Person" t ON t.email = p.email AND t."collectiviteId" <> p."collectiviteId" AND t."erasedAt" IS NULL
      JOIN "Intervenant" i ON i."personId" = t.id
      JOIN "Occupation" o ON o.resource = 'person:' || t.id AND o.during && tstzrange(w."startsAt", w."endsAt", '[)')`;
  return new Set(rows.map(({ index, personId }) => `${index} ${personId}`));
}
