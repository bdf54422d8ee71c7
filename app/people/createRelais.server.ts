import type { Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#app/db/generated/client.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { normalPhone } from './contact.ts';
import { refuse, type Outcome } from './outcome.ts';
import { mayInCollectivite } from './permissions.ts';

export type NewRelais = {
  collectiviteId: string;
  /** Its place in public addresses; unique in the installation, never changed. */
  slug: string;
  name: string;
  description?: string;
  address?: string;
  phone?: string;
  email?: string;
  /** Communes served, from a date (`YYYY-MM-DD`), and why. */
  communes: readonly { communeId: string; reason: 'OWN' | 'AGREEMENT'; from: string; until?: string }[];
  contacts?: readonly { sector: string; name: string; phone?: string; email?: string }[];
  /** Its booking rules where they differ from the kinds' defaults, already validated by the catalog's schema. */
  bookingDefaults?: Prisma.InputJsonObject;
};

type Refusal = { code: 'NOT_ALLOWED' | 'SLUG_WRONG' | 'SLUG_TAKEN' | 'COMMUNE_UNKNOWN' };

/** Creates a relais. Refuses an actor without a role over the whole collectivité, a slug in use, a foreign commune. */
export async function createRelais(
  actor: Actor,
  input: NewRelais,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ relaisId: string }, Refusal>> {
  const { collectiviteId, communes, contacts = [], phone, ...relais } = input;
  if (!mayInCollectivite(actor, 'relais.settings', collectiviteId)) return refuse({ code: 'NOT_ALLOWED' });
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(input.slug)) return refuse({ code: 'SLUG_WRONG' });
  return inTransaction(tx, async (tx) => {
    if (!(await areCommunesOf(tx, collectiviteId, communes))) return refuse({ code: 'COMMUNE_UNKNOWN' });
    const [created] = await tx.relais.createManyAndReturn({
      data: [{ ...relais, collectiviteId, phone: phone && (normalPhone(phone) ?? phone) }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!created) return refuse({ code: 'SLUG_TAKEN' });
    const relaisId = created.id;
    await tx.relaisCommune.createMany({
      data: communes.map(({ from, until, ...served }) => ({
        ...served,
        collectiviteId,
        relaisId,
        from: new Date(from),
        until: until ? new Date(until) : null,
      })),
    });
    await tx.relaisContact.createMany({
      data: contacts.map((contact, position) => ({ ...contact, collectiviteId, relaisId, position })),
    });
    const who = { collectiviteId, actorId: actorId(actor) };
    await record(tx, now, { ...who, subject: 'relais', subjectId: relaisId, what: 'relais.created' });
    return { ok: true, relaisId };
  });
}

async function areCommunesOf(tx: Tx, collectiviteId: string, communes: NewRelais['communes']): Promise<boolean> {
  const ids = [...new Set(communes.map(({ communeId }) => communeId))];
  return (await tx.commune.count({ where: { collectiviteId, id: { in: ids } } })) === ids.length;
}
