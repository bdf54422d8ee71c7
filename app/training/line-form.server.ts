import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import type { LineTerms } from './line-terms.ts';
import { isOpenLine } from './line-stage.ts';
import { lineFor } from './plan-access.server.ts';

export type OrganisationChoice = { id: string; name: string; until: string | null };
export type LineForm = { id: string; open: boolean; terms: LineTerms; organisations: OrganisationChoice[] };

/** The terms of a line, to be changed, and the providers to choose among; null: not this actor's. */
export async function lineForm(actor: Actor, id: string, tx: Tx = db()): Promise<LineForm | null> {
  const line = await lineFor(tx, actor, id);
  if (!line) return null;
  const row = await tx.trainingLine.findUniqueOrThrow({ where: { id } });
  const { title, organisationId, suits, minPeople, maxPeople, minutes, costCents, payer, replacement } = row;
  const filesDueOn = row.filesDueOn?.toISOString().slice(0, 10) ?? null;
  const terms = {
    title,
    organisationId,
    suits,
    minPeople,
    maxPeople,
    minutes,
    costCents,
    payer,
    replacement,
    filesDueOn,
  };
  const organisations = await tx.trainingOrganisation.findMany({
    where: {
      collectiviteId: line.collectiviteId,
      OR: [{ retiredAt: null }, ...(organisationId === null ? [] : [{ id: organisationId }])],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, qualiopiUntil: true },
  });
  return {
    ...{ id, terms, open: isOpenLine(line.stage) },
    organisations: organisations.map(({ id, name, qualiopiUntil }) => ({
      ...{ id, name, until: qualiopiUntil?.toISOString().slice(0, 10) ?? null },
    })),
  };
}
