import type { ProposalBatch } from '#app/catalog/proposals.server.ts';
import { db, type DbOrTx } from '#app/db/client.server.ts';
import { payOf } from './terms-news.ts';

/** What each date asked is paid, in one sentence, by assignment; what is not said yet is left out. */
export async function proposedTerms({ dates }: ProposalBatch, tx: DbOrTx = db()): Promise<Record<string, string>> {
  const rows = await tx.assignmentTerms.findMany({
    where: { assignmentId: { in: dates.map(({ assignmentId }) => assignmentId) } },
  });
  return Object.fromEntries(rows.map((terms) => [terms.assignmentId, wordsOf(terms)]));
}

function wordsOf(terms: Parameters<typeof payOf>[0]): string {
  const cancellation = terms.cancellation === '' ? '' : ` En cas d’annulation : ${terms.cancellation}`;
  return `Conditions : ${payOf(terms)}.${cancellation}`;
}
