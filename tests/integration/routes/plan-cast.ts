import { db } from '#app/db/client.server.ts';
import { addLine } from '#app/training/addLine.server.ts';
import { addOrganisation } from '#app/training/addOrganisation.server.ts';
import { createPlan } from '#app/training/createPlan.server.ts';
import { NEW_LINE } from '#app/training/line-terms.ts';
import { stateNeed } from '#app/training/stateNeed.server.ts';
import { done } from '#tests/integration/catalog/world.ts';
import { at, now, type World } from '#tests/integration/enrollment/world.ts';

/** A plan of the host relais, one of its lines still in preparation, the third AM's file in it, and a provider. */
export type PlanCast = {
  readonly planId: string;
  readonly lineId: string;
  readonly fileId: string;
  readonly organisationId: string;
};

export async function planOf({ animator, relaisId, collectiviteId, ams }: World): Promise<PlanCast> {
  const { planId } = done(await createPlan(animator, { name: 'Plan', year: 2026, relaisIds: [relaisId] }, now));
  const said = {
    themeId: null,
    words: 'Le jeu',
    why: '',
    suits: [],
    urgency: 'SOMEDAY' as const,
    source: 'SELF' as const,
  };
  const { needId } = done(await stateNeed(at(2, ams), said, now));
  const line = { ...NEW_LINE, title: 'Le jeu', planId, relaisId, needIds: [needId] };
  const { lineId } = done(await addLine(animator, line, now));
  const { id: fileId } = await db().trainingFile.findFirstOrThrow({ where: { lineId } });
  const known = { name: 'CEFAM', siret: '', qualiopiNumber: '', qualiopiUntil: null, contactName: '' };
  const organisation = { ...known, email: '', phone: '', website: '', collectiviteId };
  const { organisationId } = done(await addOrganisation(animator, organisation, now));
  return { planId, lineId, fileId, organisationId };
}
