import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { checkTerms, termsRow } from './checkTerms.server.ts';
import type { LineTerms } from './line-terms.ts';
import { freeNeeds, type FreeNeed } from './free-needs.server.ts';
import { openFiles } from './openFiles.server.ts';
import { planFor } from './plan-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';

export type NewLine = LineTerms & {
  planId: string;
  /** Which of the plan's relais looks after it. */
  relaisId: string;
  /** The needs it answers; their persons get a file each. */
  needIds: readonly string[];
};

/**
 * Gathers needs into a line of the plan: one file a person, at the stage "regroupé". Its theme is theirs when they share
 * one, and gives its hours. Refuses needs of other relais, withdrawn, or taken up by another line meanwhile.
 */
export async function addLine(
  actor: Actor,
  { planId, relaisId, needIds, ...terms }: NewLine,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ lineId: string; people: number }, PlanRefusal>> {
  if (needIds.length === 0) return refuse({ code: 'NOBODY_CHOSEN' });
  return inTransaction(tx, async (tx) => {
    const plan = await planFor(tx, actor, planId);
    if (!plan) return refuse({ code: 'NOT_FOUND' });
    const relaisIds = plan.relais.map(({ id }) => id);
    if (!relaisIds.includes(relaisId)) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId } = plan;
    const wrong = await checkTerms(tx, { collectiviteId, kept: null }, terms);
    if (wrong) return refuse(wrong);
    const needs = await freeNeeds(tx, relaisIds, needIds);
    if (!needs) return refuse({ code: 'NEEDS_TAKEN' });
    const made = { collectiviteId, createdAt: now, createdById: actorId(actor) };
    const themeId = sharedTheme(needs);
    const minutes = terms.minutes ?? (await minutesOf(tx, themeId));
    const data = { ...termsRow({ ...terms, minutes }), ...made, planId, relaisId, themeId, stageAt: now };
    const { id } = await tx.trainingLine.create({ data, select: { id: true } });
    await tx.lineState.create({
      data: { collectiviteId, lineId: id, stage: 'DRAFT', at: now, byId: actorId(actor) },
    });
    const needOf = new Map(needs.map((need) => [need.personId, need.id]));
    await openFiles(tx, actor, { id, collectiviteId }, needs, needOf, now);
    const who = { collectiviteId, actorId: actorId(actor), subject: 'line' as const, subjectId: id };
    await record(tx, now, { ...who, what: 'line.added', detail: { people: needs.length } });
    return { ok: true, lineId: id, people: needs.length };
  });
}

async function minutesOf(tx: Tx, themeId: string | null): Promise<number | null> {
  const theme = themeId && (await tx.trainingTheme.findUnique({ where: { id: themeId }, select: { hours: true } }));
  return theme && theme.hours !== null ? Math.round(theme.hours * 60) : null;
}

function sharedTheme(needs: readonly FreeNeed[]): string | null {
  const [first] = needs;
  return needs.every(({ themeId }) => themeId === first?.themeId) ? (first?.themeId ?? null) : null;
}
