import type { Tx } from '#app/db/client.server.ts';
import type { Billed } from './billed.server.ts';
import type { KnownTerms } from './terms-news.ts';

export type TermsById = ReadonlyMap<string, KnownTerms>;

/** What is agreed for each of these comings, by assignment. */
export async function knownTerms(tx: Tx, rows: readonly Billed[]): Promise<TermsById> {
  const ids = rows.map(({ id }) => id);
  const found = await tx.assignmentTerms.findMany({ where: { assignmentId: { in: ids } } });
  return new Map(found.map((terms) => [terms.assignmentId, terms]));
}
