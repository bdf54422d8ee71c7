import type { Scope } from '#app/catalog/session-change.ts';
import { sessionsInScope } from '#app/catalog/sessions-in-scope.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { may } from '#app/people/permissions.ts';
import { lockBilled, type Billed } from './billed.server.ts';
import { knownTerms } from './known-terms.server.ts';
import { tellTerms } from './tellTerms.server.ts';
import type { TermsAsked, TermsRefusal } from './terms.ts';

export type SetTermsInput = { assignmentId: string; scope: Scope; terms: TermsAsked };

/**
 * Says what an intervenant's coming is paid, for one session, it and the following ones of its series, or all those to
 * come that he is asked or has accepted; who has accepted is told what changes. Refuses another relais's, a budget line
 * of elsewhere, what is invoiced already (others of the series that are stay as they are). A date of another year takes
 * that year's line of the same name. The same twice is harmless.
 */
export async function setTerms(
  actor: Actor,
  { assignmentId, scope, terms }: SetTermsInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ set: number }, { code: TermsRefusal }>> {
  if (!isUuid(assignmentId)) return refuse({ code: 'NOT_FOUND' });
  return inTransaction(tx, async (tx) => {
    const [named] = await lockBilled(tx, [assignmentId]);
    if (!named || !may(actor, 'money.write', named)) return refuse({ code: 'NOT_FOUND' });
    if (isBilled(named)) return refuse({ code: 'BILLED' });
    if (!(await isLineOf(tx, named.relaisId, terms.budgetLineId))) return refuse({ code: 'LINE_UNKNOWN' });
    const others = scope === 'ONE' ? [] : await restOfScope(tx, actor, named, scope, now);
    const rows = [named, ...others.filter((row) => !isBilled(row))];
    const before = await knownTerms(tx, rows);
    await write(tx, actor, rows, terms, now);
    await tellTerms(tx, { actor, rows, before }, now);
    return { ok: true, set: rows.length };
  });
}

const isBilled = ({ state }: Billed) => state === 'INVOICED' || state === 'PAID';

async function isLineOf(tx: Tx, relaisId: string, id: string | null): Promise<boolean> {
  return id === null || (await tx.budgetLine.count({ where: { id, relaisId } })) === 1;
}

/** His in the other sessions of the scope, unless he declined. */
async function restOfScope(tx: Tx, actor: Actor, named: Billed, scope: Scope, now: Date): Promise<Billed[]> {
  const asked = { sessionId: named.sessionId, scope, permission: 'money.write' } as const;
  const found = await sessionsInScope(tx, actor, asked, now);
  const ids = found?.sessions.map(({ id }) => id).filter((id) => id !== named.sessionId) ?? [];
  const his = await tx.assignment.findMany({
    where: { sessionId: { in: ids }, personId: named.personId, role: 'INTERVENANT', state: { not: 'DECLINED' } },
    select: { id: true },
  });
  return lockBilled(
    tx,
    his.map(({ id }) => id),
  );
}

async function write(tx: Tx, actor: Actor, rows: readonly Billed[], terms: TermsAsked, now: Date): Promise<void> {
  const asked = JSON.stringify(terms);
  await tx.$executeRaw`
    INSERT INTO "AssignmentTerms" ("assignmentId", "collectiviteId", minutes, "prepMinutes", "rateCents", "lumpCents",
           "travelCents", cancellation, practical, siret, "serviceCode", commitment, "budgetLineId", "changedAt", "changedById")
    SELECT l.id, l."collectiviteId", coalesce(w.minutes, round(extract(epoch FROM s."endsAt" - s."startsAt") / 60)::int),
           w."prepMinutes", w."rateCents", w."lumpCents", w."travelCents", w.cancellation, w.practical, w.siret,
           w."serviceCode", w.commitment,
           (SELECT g.id FROM "BudgetLine" g JOIN "BudgetLine" k ON k.id = w."budgetLineId" AND k."relaisId" = g."relaisId"
              AND k.label = g.label WHERE g.year = extract(year FROM s."startsAt" AT TIME ZONE c.timezone)), ${now}::timestamptz, ${actorId(actor)}::uuid
      FROM jsonb_to_record(${asked}::jsonb) AS w (minutes int, "prepMinutes" int, "rateCents" int, "lumpCents" int,
           "travelCents" int, cancellation text, practical text, siret text, "serviceCode" text, commitment text,
           "budgetLineId" uuid), "Assignment" l JOIN "Session" s ON s.id = l."sessionId"
           JOIN "Collectivite" c ON c.id = l."collectiviteId"
     WHERE l.id = ANY(${rows.map(({ id }) => id)}::uuid[])
    ON CONFLICT ("assignmentId") DO UPDATE SET minutes = EXCLUDED.minutes, "prepMinutes" = EXCLUDED."prepMinutes",
           "rateCents" = EXCLUDED."rateCents", "lumpCents" = EXCLUDED."lumpCents", "travelCents" = EXCLUDED."travelCents",
           cancellation = EXCLUDED.cancellation, practical = EXCLUDED.practical, siret = EXCLUDED.siret,
           "serviceCode" = EXCLUDED."serviceCode", commitment = EXCLUDED.commitment,
           "budgetLineId" = EXCLUDED."budgetLineId", "changedAt" = EXCLUDED."changedAt",
           "changedById" = EXCLUDED."changedById"`;
  await record(
    tx,
    now,
    rows.map(({ id, collectiviteId, sessionId }) => ({
      ...{ collectiviteId, actorId: actorId(actor), subject: 'session' as const, subjectId: sessionId },
      ...{ what: 'terms.set', detail: { assignmentId: id } },
    })),
  );
}
