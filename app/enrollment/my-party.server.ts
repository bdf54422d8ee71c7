import type { DbOrTx } from '#app/db/client.server.ts';
import { ageInMonths } from '#app/time/local.ts';
import { months } from '#app/time/french.ts';
import type { Asked } from './admission.ts';
import { dateOf, type LoadedMeeting } from './meetings.server.ts';
import { bandInWords } from './panel-words.ts';
import { bandOfAge, bandsOf, type Band } from './party.ts';

/** One of her labels, as it is ticked: with its age on the session's date. */
export type PanelChild = Asked['children'][number] & { childId: string; label: string; age: string; ticked: boolean };

/** Other children, counted by band. */
export type PanelBand = Band & { words: string; count: number };

export type PanelParty = { children: PanelChild[]; bands: PanelBand[] };

export type LiveRow = {
  id: string;
  state: 'REQUESTED' | 'WAITING' | 'OFFERED' | 'CONFIRMED';
  offerRound: number;
  offerExpiresAt: Date | null;
  requestReasons: string[];
  skipReason: string | null;
  overlapFlagged: boolean;
  wish: 'ENROLL' | 'ASK';
  children: (Band & { childId: string | null })[];
};

/** Her live enrolment in a session; null: none. */
export async function liveEnrollment(db: DbOrTx, personId: string, sessionId: string): Promise<LiveRow | null> {
  const [row] = await db.$queryRaw<LiveRow[]>`
    SELECT e.id, e.state::text AS state, e."offerRound", e."offerExpiresAt", e."requestReasons", e."skipReason",
           e."overlapFlagged", e.wish::text AS wish,
           (SELECT coalesce(json_agg(json_build_object('childId', c."childId", 'fromMonths', c."fromMonths",
                                                       'untilMonths', c."untilMonths")), '[]')
              FROM "EnrolledChild" c WHERE c."enrollmentId" = e.id) AS children
      FROM "Enrollment" e
     WHERE e."sessionId" = ${sessionId}::uuid AND e."personId" = ${personId}::uuid
       AND e.state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED')`;
  return row ?? null;
}

/** Her labels to tick and the bands to count others by, set to the party she has already. */
export async function partyChoices(
  db: DbOrTx,
  personId: string,
  meeting: LoadedMeeting,
  mine: LiveRow | null,
): Promise<PanelParty> {
  if (meeting.rules.children.welcome === 'NONE') return { children: [], bands: [] };
  const labels = await db.child.findMany({
    where: { personId, leftAt: null },
    orderBy: [{ birthMonth: 'asc' }, { label: 'asc' }],
    select: { id: true, label: true, birthMonth: true, own: true },
  });
  const ticked = new Set(mine?.children.map(({ childId }) => childId));
  const known = new Set(labels.map(({ id }) => id));
  const others = mine?.children.filter(({ childId }) => childId === null || !known.has(childId)) ?? [];
  const date = dateOf(meeting);
  const bands = bandsOf(meeting.ageBands);
  const bandOf = (other: Band) => bands.find(({ fromMonths }) => fromMonths === other.fromMonths) ?? bands[0];
  return {
    children: labels.map(({ id, label, birthMonth, own }) => {
      const ageMonths = birthMonth ? Math.max(0, ageInMonths(birthMonth.toISOString().slice(0, 7), date)) : null;
      const age = ageMonths === null ? 'âge inconnu' : months(ageMonths);
      return {
        childId: id,
        label,
        own,
        ageMonths,
        age,
        ticked: ticked.has(id),
        ...bandOfAge(ageMonths, meeting.ageBands),
      };
    }),
    bands: bands
      .map((band) => ({
        ...band,
        words: bandInWords(band),
        count: others.filter((other) => bandOf(other) === band).length,
      }))
      .filter((band) => band.count > 0 || isWelcome(band, meeting)),
  };
}

/** Does any age of the band come within the session's? */
function isWelcome(band: Band, { ageMinMonths, ageMaxMonths }: LoadedMeeting): boolean {
  return band.untilMonths > (ageMinMonths ?? 0) && (ageMaxMonths === null || band.fromMonths < ageMaxMonths);
}
