import type { Tx } from '#app/db/client.server.ts';
import type { SessionFacts } from './session-change.ts';

type Given = Pick<SessionFacts, 'id' | 'animatorIds' | 'intervenants'>;

/** Who asks intervenants, and when; `anew`: sessions whose hours change, of which a pending proposal is made again. */
type Asking = { at: Date; byId: string | null; anew: readonly string[] };

/**
 * Makes the people of these sessions those told, in the caller's transaction; who stays keeps her row. What is asked of
 * an intervenant, for the first time or again, is dated, and his former answer forgotten.
 */
export async function replaceAssignments(
  tx: Tx,
  collectiviteId: string,
  sessions: readonly Given[],
  { at, byId, anew }: Asking,
): Promise<void> {
  if (sessions.length === 0) return;
  const rows = JSON.stringify(sessions.flatMap(assignmentsOf));
  const ids = sessions.map(({ id }) => id);
  await tx.$executeRaw`
    DELETE FROM "Assignment" a WHERE a."sessionId" = ANY(${ids}::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM jsonb_to_recordset(${rows}::jsonb) AS w ("sessionId" uuid, "personId" uuid)
       WHERE w."sessionId" = a."sessionId" AND w."personId" = a."personId")`;
  await tx.$executeRaw`
    INSERT INTO "Assignment" AS a (id, "collectiviteId", "sessionId", "personId", role, state, "proposedAt", "proposedById")
    SELECT gen_random_uuid(), ${collectiviteId}::uuid, w."sessionId", w."personId", w.role::"AssignmentRole", w.state::"AssignmentState",
           CASE WHEN w.state = 'PROPOSED' THEN ${at}::timestamptz END, CASE WHEN w.state = 'PROPOSED' THEN ${byId}::uuid END
      FROM jsonb_to_recordset(${rows}::jsonb) AS w ("sessionId" uuid, "personId" uuid, role text, state text)
    ON CONFLICT ("sessionId", "personId") DO UPDATE SET role = EXCLUDED.role, state = EXCLUDED.state,
           "proposedAt" = coalesce(EXCLUDED."proposedAt", a."proposedAt"),
           "proposedById" = coalesce(EXCLUDED."proposedById", a."proposedById"),
           answer = CASE WHEN EXCLUDED.state = 'PROPOSED' THEN NULL ELSE a.answer END,
           "answeredAt" = CASE WHEN EXCLUDED.state = 'PROPOSED' THEN NULL ELSE a."answeredAt" END
     WHERE (a.role, a.state) IS DISTINCT FROM (EXCLUDED.role, EXCLUDED.state)
        OR (EXCLUDED.state = 'PROPOSED' AND a."sessionId" = ANY(${[...anew]}::uuid[]))`;
}

function assignmentsOf({ id: sessionId, animatorIds, intervenants }: Given) {
  return [
    ...[...new Set(animatorIds)].map((personId) => ({ sessionId, personId, role: 'ANIMATOR', state: 'ACCEPTED' })),
    ...intervenants
      .filter(({ personId }) => !animatorIds.includes(personId))
      .map(({ personId, state }) => ({ sessionId, personId, role: 'INTERVENANT', state })),
  ];
}
