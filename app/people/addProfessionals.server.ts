import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { manyManagedRelais } from './managed-relais.server.ts';
import { refuse, type Outcome } from './outcome.ts';
import { takenEmails, writePersons, type NewPerson } from './person-rows.server.ts';

/** Dates are `YYYY-MM-DD`. */
export type NewProfessional = NewPerson & {
  kind: 'ASSISTANTE_MATERNELLE' | 'GARDE_A_DOMICILE' | 'CANDIDATE';
  communeId?: string;
  /** At least one, exactly one of them her home. */
  memberships: readonly { relaisId: string; home: boolean; from: string; until?: string }[];
  /** At least one. */
  statuses: readonly { status: 'ACTIVE' | 'PAUSED' | 'CEASED'; from: string }[];
  agrement?: {
    children: number;
    underThree?: number;
    restrictions?: string;
    validFrom: string;
    validUntil?: string;
  };
};

type Refusal =
  | { code: 'NOT_FOUND' | 'COMMUNE_UNKNOWN' }
  | { code: 'NO_HOME' | 'NO_STATUS'; index: number }
  | { code: 'EMAIL_TAKEN'; emails: string[] };

/**
 * Adds professionals, one or many, all or none; gives their persons' ids in the order given. Refuses relais where the
 * actor may not write files, several collectivités at once, a foreign commune, an e-mail that is someone's already.
 */
export async function addProfessionals(
  actor: Actor,
  professionals: readonly NewProfessional[],
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ personIds: string[] }, Refusal>> {
  const malformed = firstMalformed(professionals);
  if (malformed) return refuse(malformed);
  return inTransaction(tx, async (tx) => {
    const collectiviteId = await commonCollectivite(tx, actor, professionals);
    if (collectiviteId === null) return refuse({ code: 'NOT_FOUND' });
    const communeIds = [...new Set(professionals.flatMap(({ communeId }) => communeId ?? []))];
    const communes = await tx.commune.count({ where: { collectiviteId, id: { in: communeIds } } });
    if (communes < communeIds.length) return refuse({ code: 'COMMUNE_UNKNOWN' });
    const emails = await takenEmails(tx, collectiviteId, professionals);
    if (emails.length > 0) return refuse({ code: 'EMAIL_TAKEN', emails });
    const personIds = await writePersons(tx, collectiviteId, professionals, now);
    await writeFiles(tx, collectiviteId, professionals, personIds);
    const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, what: 'professional.added' };
    await record(
      tx,
      now,
      personIds.map((subjectId) => ({ ...who, subjectId })),
    );
    return { ok: true, personIds };
  });
}

function firstMalformed(professionals: readonly NewProfessional[]): Refusal | null {
  const homeless = professionals.findIndex(({ memberships }) => memberships.filter(({ home }) => home).length !== 1);
  if (homeless >= 0) return { code: 'NO_HOME', index: homeless };
  const idle = professionals.findIndex(({ statuses }) => statuses.length === 0);
  return idle >= 0 ? { code: 'NO_STATUS', index: idle } : null;
}

/** The collectivité of all these memberships; null when one is not the actor's, or when there are several. */
async function commonCollectivite(
  tx: Tx,
  actor: Actor,
  professionals: readonly NewProfessional[],
): Promise<string | null> {
  const ids = professionals.flatMap(({ memberships }) => memberships.map(({ relaisId }) => relaisId));
  const relais = await manyManagedRelais(tx, actor, 'professional.write', ids);
  const [collectiviteId, ...others] = new Set([...(relais?.values() ?? [])].map((one) => one.collectiviteId));
  return collectiviteId === undefined || others.length > 0 ? null : collectiviteId;
}

async function writeFiles(
  tx: Tx,
  collectiviteId: string,
  professionals: readonly NewProfessional[],
  personIds: readonly string[],
): Promise<void> {
  const files = professionals.flatMap((file, index) => {
    const personId = personIds[index];
    return personId ? [{ ...file, personId, common: { collectiviteId, professionalId: crypto.randomUUID() } }] : [];
  });
  await tx.professional.createMany({
    data: files.map(({ kind, communeId, personId, common }) => ({
      id: common.professionalId,
      collectiviteId,
      personId,
      kind,
      communeId,
    })),
  });
  await tx.professionalStatus.createMany({
    data: files.flatMap(({ statuses, common }) =>
      statuses.map(({ status, from }) => ({ ...common, status, from: new Date(from) })),
    ),
  });
  await tx.relaisMembership.createMany({
    data: files.flatMap(({ memberships, common }) =>
      memberships.map(({ from, until, ...tie }) => ({
        ...common,
        ...tie,
        from: new Date(from),
        until: until ? new Date(until) : null,
      })),
    ),
  });
  await tx.agrement.createMany({
    data: files.flatMap(({ agrement, common }) => {
      if (!agrement) return [];
      const { validFrom, validUntil, ...ceilings } = agrement;
      return [
        {
          ...common,
          ...ceilings,
          validFrom: new Date(validFrom),
          validUntil: validUntil ? new Date(validUntil) : null,
        },
      ];
    }),
  });
}
