import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { checkTerms, termsRow } from './checkTerms.server.ts';
import { isOpenLine } from './line-stage.ts';
import type { LineTerms } from './line-terms.ts';
import { lockLine } from './plan-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';

/** Changes the terms of a line: provider, places, hours, cost, deadline. Refuses one that is over or cancelled. */
export async function changeLine(
  actor: Actor,
  { lineId, ...terms }: LineTerms & { lineId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, PlanRefusal>> {
  return inTransaction(tx, async (tx) => {
    const line = await lockLine(tx, actor, lineId);
    if (!line) return refuse({ code: 'NOT_FOUND' });
    if (!isOpenLine(line.stage)) return refuse({ code: 'LINE_CLOSED' });
    const { collectiviteId, organisationId: kept } = line;
    const wrong = await checkTerms(tx, { collectiviteId, kept }, terms);
    if (wrong) return refuse(wrong);
    await tx.trainingLine.update({ where: { id: lineId }, data: termsRow(terms), select: { id: true } });
    const who = { collectiviteId, actorId: actorId(actor), subject: 'line' as const, subjectId: lineId };
    await record(tx, now, { ...who, what: 'line.changed' });
    return { ok: true };
  });
}
