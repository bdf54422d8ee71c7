import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { noteToSign } from '#app/people/noteToSign.server.ts';
import { answerRequest } from './answerRequest.server.ts';
import type { BroughtInput } from './brought.server.ts';
import { deskFor, type DeskAccess } from './desk-access.server.ts';
import { enroll, type EnrollOutcome } from './enroll.server.ts';

export type EnrollForInput = BroughtInput & {
  sessionId: string;
  personId: string;
  wish: 'ENROLL' | 'ASK';
  /** Why she is accepted beyond her agrément, by whoever may answer. */
  reason: string | null;
};

export type EnrollForOutcome =
  | Extract<EnrollOutcome, { outcome: 'notFound' | 'refused' }>
  /** `toSign`: she has yet to sign what is in force. */
  | (Extract<EnrollOutcome, { outcome: 'enrolled' }> & { toSign: boolean });

/**
 * Enrols someone who telephones, on her behalf: a règlement she has not accepted is noted "à signer"; beyond her agrément
 * she is accepted at once when a reason is given by whoever may answer requests, else her demande waits. Twice is harmless.
 */
export async function enrollFor(
  actor: Actor,
  { reason, ...input }: EnrollForInput,
  now: Date,
  tx?: Tx,
): Promise<EnrollForOutcome> {
  return inTransaction(tx, async (tx) => {
    const access = await deskFor(actor, input.sessionId, 'enroll', now, tx);
    if (!access) return { outcome: 'notFound' };
    const outcome = await enroll(actor, { ...input, declared: [] }, now, tx);
    if (outcome.outcome !== 'enrolled') return outcome;
    const toSign = await signLater(tx, actor, access, input.personId, now);
    if (outcome.again || outcome.state !== 'REQUESTED' || !access.rights.answer) return { ...outcome, toSign };
    const { enrollmentId } = outcome;
    const answered = await answerRequest(actor, { enrollmentId, answer: 'accept', reason }, now, tx);
    const state = answered.outcome === 'accepted' ? 'CONFIRMED' : outcome.state;
    return { ...outcome, state, toSign };
  });
}

async function signLater(tx: Tx, actor: Actor, { meeting }: DeskAccess, personId: string, now: Date): Promise<boolean> {
  if (meeting.rules.reglement !== 'REQUIRED') return false;
  const { relaisId, collectiviteId, zone } = meeting;
  return (await noteToSign(actor, { personId, relaisId, collectiviteId, zone }, now, tx)).noted > 0;
}
