import type { Tx } from '#app/db/client.server.ts';
import type { LineTerms } from './line-terms.ts';
import type { PlanRefusal } from './plan-messages.ts';

/**
 * Why a line may not be set so; null: it may.
 *
 * @param kept the provider it already has: it stays choosable once retired
 */
export async function checkTerms(
  tx: Tx,
  { collectiviteId, kept }: { collectiviteId: string; kept: string | null },
  { title, minPeople, maxPeople, minutes, costCents, organisationId }: LineTerms,
): Promise<PlanRefusal | null> {
  if (title.trim() === '') return { code: 'TITLE_EMPTY' };
  if (minPeople < 1 || (maxPeople !== null && maxPeople < minPeople)) return { code: 'PEOPLE_WRONG' };
  if (minutes !== null && minutes <= 0) return { code: 'DURATION_NEEDED' };
  if (costCents !== null && costCents < 0) return { code: 'PEOPLE_WRONG' };
  if (organisationId === null || organisationId === kept) return null;
  const there = { id: organisationId, collectiviteId, retiredAt: null };
  return (await tx.trainingOrganisation.count({ where: there })) > 0 ? null : { code: 'ORGANISATION_RETIRED' };
}

/** As a line's row holds them. */
export function termsRow({ title, replacement, suits, filesDueOn, ...terms }: LineTerms) {
  return {
    ...terms,
    title: title.trim(),
    replacement: replacement.trim(),
    suits: [...new Set(suits)],
    filesDueOn: filesDueOn === null ? null : new Date(filesDueOn),
  };
}
