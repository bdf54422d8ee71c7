import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { manyManagedRelais } from './managed-relais.server.ts';
import { refuse, type Outcome } from './outcome.ts';

export type NewSite = {
  kind?: 'PLACE' | 'REMOTE' | 'TO_CONFIRM';
  name: string;
  address?: string;
  communeId?: string;
  latitude?: number;
  longitude?: number;
  accessNotes?: string;
  /** Ceiling of persons over all sessions that overlap here; null or absent: none. */
  maxPersons?: number | null;
  countsStaff?: boolean;
  /** At most one session at a time. */
  exclusive?: boolean;
  /** The relais that meet here (at least one), and when they may: dates `YYYY-MM-DD`, weekdays 1 Monday … 7 Sunday. */
  uses: readonly { relaisId: string; from?: string; until?: string; weekdays?: readonly number[] }[];
};

type Refusal = { code: 'NOT_FOUND' | 'NO_RELAIS' | 'COMMUNE_UNKNOWN' | 'SITE_KNOWN' };

/**
 * Creates a site for relais of one collectivité, in all of which the actor plans sessions. Refuses a foreign commune, and a
 * place that the relais has already under this name, at this address.
 */
export async function createSite(
  actor: Actor,
  input: NewSite,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ siteId: string }, Refusal>> {
  return inTransaction(tx, async (tx) => {
    const relais = await manyManagedRelais(
      tx,
      actor,
      'session.plan',
      input.uses.map(({ relaisId }) => relaisId),
    );
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    const [first] = relais.values();
    if (!first) return refuse({ code: 'NO_RELAIS' });
    const { collectiviteId } = first;
    if ([...relais.values()].some((one) => one.collectiviteId !== collectiviteId)) return refuse({ code: 'NOT_FOUND' });
    const { uses, ...site } = input;
    if (site.communeId && !(await tx.commune.findFirst({ where: { id: site.communeId, collectiviteId } }))) {
      return refuse({ code: 'COMMUNE_UNKNOWN' });
    }
    const { name, address = '' } = site;
    const known = { collectiviteId, name, address, uses: { some: { relaisId: first.id } } };
    if (await tx.site.findFirst({ where: known, select: { id: true } })) return refuse({ code: 'SITE_KNOWN' });
    const { id } = await tx.site.create({ data: { ...site, collectiviteId }, select: { id: true } });
    await tx.siteUse.createMany({ data: uses.map((use) => siteUse(use, collectiviteId, id)) });
    await record(tx, now, {
      collectiviteId,
      actorId: actorId(actor),
      subject: 'relais',
      subjectId: first.id,
      what: 'site.created',
      detail: { siteId: id },
    });
    return { ok: true, siteId: id };
  });
}

function siteUse({ relaisId, from, until, weekdays }: NewSite['uses'][number], collectiviteId: string, siteId: string) {
  return {
    collectiviteId,
    siteId,
    relaisId,
    from: from ? new Date(from) : null,
    until: until ? new Date(until) : null,
    weekdays: [...(weekdays ?? [])],
  };
}
