import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { mayInCollectivite, mayWithin, relaisWhere } from '#app/people/permissions.ts';
import type { ThemeFacts } from './theme-facts.ts';

export type ThemeRow = ThemeFacts & {
  id: string;
  /** null: the whole collectivité. */
  relais: string | null;
  /** Living needs of it. */
  needs: number;
  settles: boolean;
};

/** The themes proposed, and where the actor may add one. */
export type ThemeCatalogue = {
  themes: ThemeRow[];
  places: { id: string; name: string }[];
  /** She may also propose to all relais. */
  everywhere: boolean;
};

/** The catalogue of themes of the relais where the actor reads needs; null: she reads none. Two queries. */
export async function themeCatalogue(actor: PersonActor, tx: Tx = db()): Promise<ThemeCatalogue | null> {
  const where = relaisWhere(actor, 'need.read');
  if (where.length === 0) return null;
  const { collectiviteId } = actor;
  const everywhere = mayInCollectivite(actor, 'need.write', collectiviteId);
  const mine = where === 'all' ? {} : { id: { in: [...where] } };
  const relais = await tx.relais.findMany({
    where: { collectiviteId, ...mine },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
  const rows = await tx.trainingTheme.findMany({
    where: {
      ...{ collectiviteId, retiredAt: null },
      OR: [{ relaisId: null }, { relaisId: { in: relais.map(({ id }) => id) } }],
    },
    orderBy: [{ relaisId: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }, { title: 'asc' }],
    include: { _count: { select: { needs: { where: { withdrawnAt: null } } } } },
  });
  return {
    everywhere,
    places: relais.filter(({ id }) => mayWithin(actor, 'need.write', id)),
    themes: rows.map(({ id, relaisId, title, hours, renewalMonths, position, _count }) => ({
      ...{ id, title, hours, renewalMonths, position, needs: _count.needs },
      relais: relaisId === null ? null : (relais.find((one) => one.id === relaisId)?.name ?? ''),
      settles: relaisId === null ? everywhere : mayWithin(actor, 'need.write', relaisId),
    })),
  };
}

/** One theme to change; null: it is not there, retired, or not hers to settle. */
export async function themeToChange(actor: PersonActor, id: string, tx: Tx = db()): Promise<ThemeRow | null> {
  if (!isUuid(id)) return null;
  const catalogue = await themeCatalogue(actor, tx);
  return catalogue?.themes.find((theme) => theme.id === id && theme.settles) ?? null;
}
