import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { collectiviteShown } from '#app/people/collectivite-shown.server.ts';

/** The places the catalogue can be filtered by: those of the collectivité shown, or of one of its relais, by name. */
export async function siteChoices(
  actor: Actor,
  { relais }: { relais?: string | undefined },
  tx: Tx = db(),
): Promise<{ id: string; name: string; commune: string | null }[]> {
  const shown = await collectiviteShown(actor, { relais }, tx);
  if (!shown) return [];
  const rows = await tx.site.findMany({
    where: {
      ...{ collectiviteId: shown.id, kind: 'PLACE' },
      ...(relais === undefined ? {} : { uses: { some: { relais: { slug: relais } } } }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, commune: { select: { name: true } } },
  });
  return rows.map(({ commune, ...site }) => ({ ...site, commune: commune?.name ?? null }));
}
