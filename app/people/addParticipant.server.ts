import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { managedRelais } from './managed-relais.server.ts';
import { refuse, type Outcome } from './outcome.ts';
import { writePersons } from './person-rows.server.ts';

export type NewParticipant = {
  relaisId: string;
  firstName: string;
  lastName: string;
  phone?: string;
  kind: 'PARENT' | 'FUTURE_PARENT' | 'TRAINEE' | 'OTHER';
  /** The person who brings her; of the same collectivité. */
  broughtById?: string;
};

/** Adds a participant, who has no account. Refuses a relais where the actor may not enrol others, and a foreign bringer. */
export async function addParticipant(
  actor: Actor,
  input: NewParticipant,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ personId: string }, { code: 'NOT_FOUND' | 'BRINGER_UNKNOWN' }>> {
  return inTransaction(tx, async (tx) => {
    const relais = await managedRelais(tx, actor, 'enrollment.forOthers', input.relaisId);
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId } = relais;
    const { kind, broughtById, firstName, lastName, phone } = input;
    if (broughtById && !(await tx.person.findFirst({ where: { id: broughtById, collectiviteId, erasedAt: null } }))) {
      return refuse({ code: 'BRINGER_UNKNOWN' });
    }
    const [personId = ''] = await writePersons(tx, collectiviteId, [{ firstName, lastName, phone }], now);
    await tx.participant.create({ data: { collectiviteId, personId, kind, broughtById } });
    const who = { collectiviteId, actorId: actorId(actor) };
    await record(tx, now, { ...who, subject: 'person', subjectId: personId, what: 'participant.added' });
    return { ok: true, personId };
  });
}
