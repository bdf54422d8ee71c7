import { db } from '#app/db/client.server.ts';
import { askToken } from '#app/mail/ask-links.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { addSession, now, type World } from '#tests/integration/enrollment/world.ts';

/** What the host relais asks `am`, and gives her to read. */
export type AskingCast = {
  /** a training that is over, to which she came */
  readonly heldId: string;
  /** a file of it, to read afterwards */
  readonly materialId: string;
  /** her questionnaire */
  readonly askId: string;
  readonly campaignId: string;
  /** hers, in that campaign */
  readonly inviteId: string;
  /** of the relais alone */
  readonly themeId: string;
  readonly needLink: string;
  readonly feedbackLink: string;
};

export async function askingOf(place: World, { personId }: PersonActor, secret: string): Promise<AskingCast> {
  const { collectiviteId, relaisId } = place;
  const training = { kind: 'FORMATION', state: 'PUBLISHED', title: 'Les pleurs' } as const;
  const { id: heldId } = await db().activity.create({ data: { collectiviteId, relaisId, ...training } });
  const sessionId = await addSession({ ...place, activityId: heldId }, { startsAt: new Date('2026-11-14T08:00:00Z') });
  await db().presence.create({ data: { collectiviteId, sessionId, personId, at: now } });
  const file = { when: 'AFTER', title: 'Diaporama', mediaType: 'application/pdf', bytes: 4 } as const;
  const content = new Uint8Array([37, 80, 68, 70]);
  const material = { collectiviteId, activityId: heldId, ...file, content, createdAt: now };
  const ask = await db().feedbackAsk.create({ data: { collectiviteId, activityId: heldId, personId, askedAt: now } });
  const asked = { collectiviteId, relaisId, closesOn: new Date('2026-12-18'), startedAt: now, sentAt: now };
  const { id: campaignId } = await db().needCampaign.create({ data: asked });
  const invite = await db().needInvite.create({ data: { collectiviteId, campaignId, personId, invitedAt: now } });
  return {
    ...{ heldId, campaignId, askId: ask.id, inviteId: invite.id },
    materialId: (await db().material.create({ data: material, select: { id: true } })).id,
    themeId: (await db().trainingTheme.create({ data: { collectiviteId, relaisId, title: 'Signer' } })).id,
    needLink: askToken({ secret, purpose: 'need', id: invite.id }),
    feedbackLink: askToken({ secret, purpose: 'feedback', id: ask.id }),
  };
}
