import type { Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import { mayInCollectivite } from '#app/people/permissions.ts';

export type ThemePlace = { collectiviteId: string; relaisId: string | null };

/** May the actor settle themes there: in her relais, or in all (`relaisId` null) when her role covers them? */
export async function settlesThemes(tx: Tx, actor: Actor, { collectiviteId, relaisId }: ThemePlace): Promise<boolean> {
  if (relaisId === null) return mayInCollectivite(actor, 'need.write', collectiviteId);
  return (await managedRelais(tx, actor, 'need.write', relaisId))?.collectiviteId === collectiviteId;
}

/** A living theme that the actor settles; null: it is not there, or not hers. */
export async function settledTheme(tx: Tx, actor: Actor, id: string): Promise<(ThemePlace & { id: string }) | null> {
  const row = isUuid(id)
    ? await tx.trainingTheme.findFirst({
        where: { id, retiredAt: null },
        select: { id: true, collectiviteId: true, relaisId: true },
      })
    : null;
  return row && (await settlesThemes(tx, actor, row)) ? row : null;
}
