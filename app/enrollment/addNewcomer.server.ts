import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { SYSTEM, type Actor } from '#app/people/actor.ts';
import { addParticipant } from '#app/people/addParticipant.server.ts';
import { deskFor } from './desk-access.server.ts';

export type NewcomerInput = {
  sessionId: string;
  prenom: string;
  nom: string;
  telephone: string;
  qualite: 'PARENT' | 'FUTURE_PARENT' | 'TRAINEE' | 'OTHER';
};

/**
 * Makes the file of someone unknown who is to be enrolled in a session; null: not this actor's session. The same name and
 * telephone again is the same participant.
 */
export async function addNewcomer(
  actor: Actor,
  input: NewcomerInput,
  now: Date,
  tx?: Tx,
): Promise<{ personId: string } | null> {
  return inTransaction(tx, async (tx) => {
    const access = await deskFor(actor, input.sessionId, 'enroll', now, tx);
    if (!access || access.as === 'GUEST') return null;
    const { relaisId } = access.meeting;
    const { prenom: firstName, nom: lastName, telephone, qualite: kind } = input;
    const known = await alreadyThere(tx, access.meeting.collectiviteId, input, now);
    if (known) return { personId: known };
    // Who covers a session adds to its relais: her right is told above.
    const by = actor.kind === 'person' && (actor.covers ?? []).includes(input.sessionId) ? SYSTEM : actor;
    const phone = telephone === '' ? undefined : telephone;
    const outcome = await addParticipant(by, { relaisId, firstName, lastName, phone, kind }, now, tx);
    return outcome.ok ? { personId: outcome.personId } : null;
  });
}

/** The same participant: by name and telephone, or by name alone when the form was sent twice. */
async function alreadyThere(tx: Tx, collectiviteId: string, input: NewcomerInput, now: Date) {
  const { prenom, nom, telephone, qualite } = input;
  const digits = telephone.replace(/\D/g, '');
  const justNow = new Date(now.getTime() - 600_000);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Person" p JOIN "Participant" pa ON pa."personId" = p.id AND pa.kind::text = ${qualite}
     WHERE p."collectiviteId" = ${collectiviteId}::uuid AND p."erasedAt" IS NULL
       AND lower(p."firstName") = lower(${prenom}) AND lower(p."lastName") = lower(${nom})
       AND regexp_replace(coalesce(p.phone, ''), '\\D', '', 'g') = ${digits}
       AND (${digits} <> '' OR p."createdAt" > ${justNow}::timestamptz) LIMIT 1`;
  return row?.id ?? null;
}
