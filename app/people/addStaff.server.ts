import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor, type StaffRoleName } from './actor.ts';
import { refuse, type Outcome } from './outcome.ts';
import { mayInCollectivite } from './permissions.ts';
import { takenEmails, writePersons, type NewPerson } from './person-rows.server.ts';

export type NewStaff = NewPerson & {
  collectiviteId: string;
  /** `relaisId: null`: every relais of the collectivité. Dates `YYYY-MM-DD`. */
  roles: readonly { role: StaffRoleName; relaisId: string | null; from: string; until?: string }[];
};

type Refusal = { code: 'NOT_ALLOWED' | 'RELAIS_UNKNOWN' } | { code: 'EMAIL_TAKEN'; emails: string[] };

/** Adds someone who works for the relais, with her dated roles. Refuses a known e-mail and a foreign relais. */
export async function addStaff(
  actor: Actor,
  input: NewStaff,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ personId: string }, Refusal>> {
  const { collectiviteId, roles } = input;
  if (!mayInCollectivite(actor, 'staff.manage', collectiviteId)) return refuse({ code: 'NOT_ALLOWED' });
  return inTransaction(tx, async (tx) => {
    const relaisIds = [...new Set(roles.flatMap(({ relaisId }) => relaisId ?? []))];
    const known = await tx.relais.count({ where: { collectiviteId, id: { in: relaisIds } } });
    if (known < relaisIds.length) return refuse({ code: 'RELAIS_UNKNOWN' });
    const emails = await takenEmails(tx, collectiviteId, [input]);
    if (emails.length > 0) return refuse({ code: 'EMAIL_TAKEN', emails });
    const [personId = ''] = await writePersons(tx, collectiviteId, [input], now);
    await tx.staffRole.createMany({
      data: roles.map(({ role, relaisId, from, until }) => ({
        collectiviteId,
        personId,
        relaisId,
        role,
        from: new Date(from),
        until: until ? new Date(until) : null,
      })),
    });
    const detail = { roles: roles.map(({ role, relaisId }) => ({ role, relaisId })) };
    const who = { collectiviteId, actorId: actorId(actor) };
    await record(tx, now, { ...who, subject: 'person', subjectId: personId, what: 'staff.added', detail });
    return { ok: true, personId };
  });
}
