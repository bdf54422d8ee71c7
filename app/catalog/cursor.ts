/** Where a page ends, as addresses carry it: "2026-11-24T08:30:00.000Z~<uuid>". */
export type Position = { startsAt: Date; id: string };

/** The cursor of a position. */
export function writeCursor({ startsAt, id }: Position): string {
  return `${startsAt.toISOString()}~${id}`;
}

/** The position of a cursor; null for none, or for one that is malformed (the first page is then shown). */
export function readCursor(cursor: string | null): Position | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    cursor ?? '',
  );
  const startsAt = new Date(match?.[1] ?? Number.NaN);
  return match?.[2] !== undefined && !Number.isNaN(startsAt.getTime()) ? { startsAt, id: match[2] } : null;
}
