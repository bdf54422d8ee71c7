import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { managedRelais } from './managed-relais.server.ts';
import { refuse, type Outcome } from './outcome.ts';
import { takenEmails, writePersons, type NewPerson } from './person-rows.server.ts';

export type NewIntervenant = NewPerson & {
  /** The relais that calls on her first; she may work for all those of its collectivité. */
  relaisId: string;
  /** "psychologue", "musicien", as public pages show it instead of a name. */
  profession: string;
  organisation?: string;
};

/** Adds an external speaker. Refuses a relais where the actor does not plan, and an e-mail that is someone's already. */
export async function addIntervenant(
  actor: Actor,
  input: NewIntervenant,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ personId: string }, { code: 'NOT_FOUND' } | { code: 'EMAIL_TAKEN'; emails: string[] }>> {
  return inTransaction(tx, async (tx) => {
    const relais = await managedRelais(tx, actor, 'session.plan', input.relaisId);
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    const { collectiviteId } = relais;
    const emails = await takenEmails(tx, collectiviteId, [input]);
    if (emails.length > 0) return refuse({ code: 'EMAIL_TAKEN', emails });
    const [personId = ''] = await writePersons(tx, collectiviteId, [input], now);
    const { profession, organisation } = input;
    await tx.intervenant.create({ data: { collectiviteId, personId, profession, organisation } });
    const who = { collectiviteId, actorId: actorId(actor) };
    await record(tx, now, { ...who, subject: 'person', subjectId: personId, what: 'intervenant.added' });
    return { ok: true, personId };
  });
}
