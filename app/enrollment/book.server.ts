import { db } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { booked, changed, notMore, OVER, refused, type Answer } from './answers.ts';
import { isVisible } from './booking-panel.server.ts';
import { changeChildren } from './changeChildren.server.ts';
import { enroll } from './enroll.server.ts';
import type { BookingForm } from './enroll.schema.server.ts';

/**
 * What the booking form does: books the session, or changes the children of the enrolment it names. Gives what to tell
 * her; null: no such session, enrolment or child for this actor, or no professional's file: others book nothing for
 * themselves.
 */
export async function book(actor: Actor, sessionId: string, form: BookingForm, now: Date): Promise<Answer | null> {
  if (actor.kind !== 'person' || actor.professionalId === null) return null;
  if (!(await isVisible(db(), actor, sessionId))) return null;
  const { enrollmentId, ...party } = form;
  if (enrollmentId !== undefined) return change(actor, { ...party, enrollmentId }, now);
  const outcome = await enroll(actor, { ...party, sessionId }, now);
  switch (outcome.outcome) {
    case 'notFound':
      return null;
    case 'refused':
      return refused(outcome.refusal, outcome.zone);
    case 'enrolled':
      return booked(outcome.state, outcome.again);
  }
}

async function change(actor: Actor, input: Parameters<typeof changeChildren>[1], now: Date): Promise<Answer | null> {
  const outcome = await changeChildren(actor, input, now);
  switch (outcome.outcome) {
    case 'notFound':
      return null;
    case 'over':
      return OVER;
    case 'refused':
      return refused(outcome.refusal, outcome.zone);
    case 'noRoom':
    case 'beyond':
      return notMore(outcome);
    case 'changed':
      return changed(outcome.newArrival);
  }
}
