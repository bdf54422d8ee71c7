import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { dayPlain } from '#app/time/french.ts';
import { organisationFor } from './organisation-access.server.ts';
import type { OrganisationInput } from './organisation-checks.ts';

export type OrganisationLine = {
  id: string;
  name: string;
  qualiopiNumber: string | null;
  /** "jusqu’au 3 mars 2027"; null: unknown. */
  qualiopi: string | null;
  expired: boolean;
  contact: string;
  phone: string | null;
  email: string | null;
  lines: number;
};

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** The providers of the collectivité, by name; null: the actor makes no plan. One query. */
export async function organisations(actor: Actor, now: Date, tx: Tx = db()): Promise<OrganisationLine[] | null> {
  if (actor.kind !== 'person' || !maySomewhere(actor, 'plan.write')) return null;
  const rows = await tx.trainingOrganisation.findMany({
    where: { collectiviteId: actor.collectiviteId, retiredAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: { _count: { select: { lines: true } } },
    take: 300,
  });
  return rows.map(({ id, name, qualiopiNumber, qualiopiUntil, contactName, phone, email, _count }) => ({
    ...{ id, name, qualiopiNumber, phone, email, contact: contactName, lines: _count.lines },
    qualiopi: qualiopiUntil && `jusqu’au ${dayPlain(iso(qualiopiUntil), { year: true })}`,
    expired: qualiopiUntil !== null && iso(qualiopiUntil) < iso(now),
  }));
}

/** One of them, to be changed; null: not there, or the actor makes no plan. */
export async function organisationPage(
  actor: Actor,
  id: string,
  tx: Tx = db(),
): Promise<(OrganisationInput & { id: string; retired: boolean }) | null> {
  const row = await organisationFor(tx, actor, id);
  if (!row) return null;
  const { name, siret, qualiopiNumber, qualiopiUntil, contactName, email, phone, website, retiredAt } = row;
  return {
    ...{ id, name, contactName, retired: retiredAt !== null },
    qualiopiUntil: qualiopiUntil && iso(qualiopiUntil),
    ...{ siret: siret ?? '', qualiopiNumber: qualiopiNumber ?? '' },
    ...{ email: email ?? '', phone: phone ?? '', website: website ?? '' },
  };
}
