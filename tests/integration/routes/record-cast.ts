import { randomUUID } from 'node:crypto';
import { db } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { issueCertificates } from '#app/training/issueCertificates.server.ts';
import { addSession, now, type World } from '#tests/integration/enrollment/world.ts';

/** A training of the host relais that is over, and what it left `am`. */
export type RecordCast = {
  readonly formationId: string;
  /** of that training */
  readonly certificateId: string;
  readonly code: string;
  /** declared by `am`, with its proof */
  readonly declaredId: string;
};

export async function recordOf(place: World, am: PersonActor): Promise<RecordCast> {
  const { collectiviteId, relaisId } = place;
  const { id: activityId } = await db().activity.create({
    data: { collectiviteId, relaisId, kind: 'FORMATION', state: 'PUBLISHED', title: 'Recyclage SST' },
  });
  const startsAt = new Date('2026-11-14T08:00:00Z');
  const sessionId = await addSession({ ...place, activityId }, { startsAt });
  const kind = 'ASSISTANTE_MATERNELLE' as const;
  const presence = { personId: am.personId, kind, state: 'PRESENT' as const, minutes: 90, hostRelaisId: relaisId };
  await db().attendance.create({
    data: { collectiviteId, sessionId, ...presence, markId: randomUUID(), markedAt: startsAt },
  });
  const signature = { name: 'Léa Martin', role: '', place: '' };
  const asked = { scope: 'TRAINING' as const, activityId, personIds: [am.personId], signature };
  const outcome = await issueCertificates(place.animator, asked, now);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const [certificateId = ''] = outcome.issued;
  const { code } = await db().certificate.findUniqueOrThrow({ where: { id: certificateId }, select: { code: true } });
  return { formationId: activityId, certificateId, code, declaredId: await declaredBy(am) };
}

async function declaredBy({ personId, collectiviteId }: PersonActor): Promise<string> {
  const proof = { collectiviteId, name: 'diplome.pdf', mediaType: 'application/pdf', at: now };
  const training = { title: 'Éveil', on: new Date('2025-03-14'), minutes: 420, createdAt: now };
  const { id } = await db().declaredTraining.create({
    data: { collectiviteId, personId, ...training, proof: { create: { ...proof, content: Buffer.from('%PDF-1.7') } } },
  });
  return id;
}
