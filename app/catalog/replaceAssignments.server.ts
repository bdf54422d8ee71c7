import type { Tx } from '#app/db/client.server.ts';
import type { SessionFacts } from './session-change.ts';

/** Makes the people of these sessions those told, in the caller's transaction; who stays keeps her row. */
export async function replaceAssignments(
  tx: Tx,
  collectiviteId: string,
  sessions: readonly Pick<SessionFacts, 'id' | 'animatorIds' | 'intervenants'>[],
): Promise<void> {
  if (sessions.length === 0) return;
  const rows = JSON.stringify(sessions.flatMap(assignmentsOf));
  const ids = sessions.map(({ id }) => id);
  await tx.$executeRaw`
    DELETE FROM "Assignment" a WHERE a."sessionId" = ANY(${ids}::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM jsonb_to_recordset(${rows}::jsonb) AS w ("sessionId" uuid, "personId" uuid)
       WHERE w."sessionId" = a."sessionId" AND w."personId" = a."personId")`;
  await tx.$executeRaw`
    INSERT INTO "Assignment" (id, "collectiviteId", "sessionId", "personId", role, state)
    SELECT gen_random_uuid(), ${collectiviteId}::uuid, w."sessionId", w."personId", w.role::"AssignmentRole", w.state::"AssignmentState"
      FROM jsonb_to_recordset(${rows}::jsonb) AS w ("sessionId" uuid, "personId" uuid, role text, state text)
    ON CONFLICT ("sessionId", "personId") DO UPDATE SET role = EXCLUDED.role, state = EXCLUDED.state
     WHERE ("Assignment".role, "Assignment".state) IS DISTINCT FROM (EXCLUDED.role, EXCLUDED.state)`;
}

function assignmentsOf({
  id: sessionId,
  animatorIds,
  intervenants,
}: Pick<SessionFacts, 'id' | 'animatorIds' | 'intervenants'>) {
  return [
    ...[...new Set(animatorIds)].map((personId) => ({ sessionId, personId, role: 'ANIMATOR', state: 'ACCEPTED' })),
    ...intervenants
      .filter(({ personId }) => !animatorIds.includes(personId))
      .map(({ personId, state }) => ({ sessionId, personId, role: 'INTERVENANT', state })),
  ];
}
