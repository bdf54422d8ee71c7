import { materialPlace, settles } from '#app/catalog/material-place.server.ts';
import { noteMaterialTold } from '#app/catalog/noteMaterialTold.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { record } from '#app/journal/record.server.ts';
import { enqueueMail } from '#app/mail/enqueueMail.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { materialAudience } from './material-audience.server.ts';

/**
 * Writes once to those enrolled, or who came, that a document to read afterwards is there. Refuses who may not add one
 * there, a document to read beforehand, one without readers. A second time writes to nobody.
 */
export async function tellMaterial(
  actor: Actor,
  { materialId }: { materialId: string },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ activityId: string; told: number; again: boolean }, { code: 'NOT_FOUND' | 'NOBODY' }>> {
  return inTransaction(tx, async (tx) => {
    const row = isUuid(materialId)
      ? await tx.material.findUnique({ where: { id: materialId }, select: COLUMNS })
      : null;
    const place = row && (await materialPlace(tx, actor, row.activityId));
    if (!row || !place || row.retiredAt !== null || row.when !== 'AFTER' || !settles(place, row.sessionId))
      return refuse({ code: 'NOT_FOUND' });
    const { activityId, title, activity } = row;
    if (row.toldAt !== null) return { ok: true, activityId, told: 0, again: true };
    const mailed = (await materialAudience(tx, row)).flatMap(({ personId, email }) =>
      email === null ? [] : [{ personId, to: email }],
    );
    if (mailed.length === 0) return refuse({ code: 'NOBODY' });
    if (!(await noteMaterialTold(tx, materialId, now))) return { ok: true, activityId, told: 0, again: true };
    const { collectiviteId } = place;
    const about = { relais: activity.relais, activity: activity.title, confidential: activity.kind === 'ANALYSE' };
    const content = { template: 'material-added', props: { ...about, activityId, title } } as const;
    await enqueueMail(
      tx,
      mailed.map((one) => ({ ...content, ...one, collectiviteId, now })),
    );
    const who = { collectiviteId, actorId: actorId(actor), subject: 'activity' as const, subjectId: activityId };
    await record(tx, now, { ...who, what: 'material.told', detail: { materialId, count: mailed.length } });
    return { ok: true, activityId, told: mailed.length, again: false };
  });
}

const COLUMNS = {
  ...({ activityId: true, sessionId: true, when: true, title: true, toldAt: true, retiredAt: true } as const),
  activity: { select: { title: true, kind: true, relais: { select: { name: true, phone: true, email: true } } } },
} as const;
