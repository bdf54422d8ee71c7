import { db, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from './actor.ts';
import { relaisChoices, type RelaisChoice } from './directory-choices.server.ts';

export type TeamSite = {
  id: string;
  name: string;
  address: string;
  exclusive: boolean;
  maxPersons: number | null;
  relais: string[];
};

/** The places of the manager, and the relais where the actor plans; null: nowhere. Two queries. */
export async function teamSites(
  actor: PersonActor,
  tx: Tx = db(),
): Promise<{ sites: TeamSite[]; relais: RelaisChoice[] } | null> {
  const relais = await relaisChoices(actor, 'session.plan', tx);
  if (relais.length === 0) return null;
  const rows = await tx.site.findMany({
    where: { collectiviteId: actor.collectiviteId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, name: true, address: true, exclusive: true, maxPersons: true },
      uses: { select: { relais: { select: { name: true } } }, orderBy: { relais: { name: 'asc' } } },
    },
  });
  const sites = rows.map(({ uses, ...site }) => ({
    ...site,
    relais: [...new Set(uses.map((use) => use.relais.name))],
  }));
  return { sites, relais };
}
