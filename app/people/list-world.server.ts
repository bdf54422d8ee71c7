import { db } from '#app/db/client.server.ts';
import { fold } from '#app/documents/fold.ts';
import type { Actor } from './actor.ts';
import type { HeldAgrement } from './list-agrement.ts';
import { fileScope } from './managed-files.server.ts';
import { mayInCollectivite, relaisWhere } from './permissions.ts';
import type { Someone } from './professional-doubles.ts';
import type { KnownRelais } from './relais-match.ts';

/** `line`: of this list; `file`: hers, when the actor keeps it. */
export type Known = Someone & { line?: number; file?: { personId: string; agrement: HeldAgrement | null } };
export type ListWorld = {
  collectiviteId: string;
  relais: KnownRelais[];
  communes: Map<string, string>;
  /** May the actor make those that lack? */
  makesCommunes: boolean;
  people: Known[];
};

/** What the rows of a list are weighed against; three queries and those whose files the actor keeps. */
export async function listWorld(actor: Actor, collectiviteId: string, now: Date): Promise<ListWorld> {
  const where = { collectiviteId };
  const allowed = relaisWhere(actor, 'professional.write');
  const relais = await db().relais.findMany({ where, select: { id: true, slug: true, name: true } });
  const communes = await db().commune.findMany({ where, select: { id: true, name: true } });
  const people = await db().person.findMany({
    where: { ...where, erasedAt: null },
    select: {
      ...{ id: true, firstName: true, lastName: true, email: true, phone: true },
      professional: {
        select: {
          commune: { select: { name: true } },
          agrements: { orderBy: { validFrom: 'desc' }, take: 1, select: { validFrom: true, validUntil: true } },
        },
      },
    },
  });
  const kept = await keptFiles(actor, collectiviteId, now);
  return {
    collectiviteId,
    relais: allowed === 'all' ? relais : relais.filter(({ id }) => allowed.includes(id)),
    communes: new Map(communes.map(({ id, name }) => [fold(name), id])),
    makesCommunes: mayInCollectivite(actor, 'relais.settings', collectiviteId),
    people: people.map(({ id: personId, professional, ...one }) => ({
      ...{ ...one, commune: professional?.commune?.name ?? '' },
      ...(kept.has(personId) && { file: { personId, agrement: heldOf(professional?.agrements[0]) } }),
    })),
  };
}

/** The persons whose files the actor keeps. */
async function keptFiles(actor: Actor, collectiviteId: string, now: Date): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ personId: string }[]>`
    SELECT f."personId" FROM "Professional" f JOIN "Collectivite" c ON c.id = f."collectiviteId"
     WHERE c.id = ${collectiviteId}::uuid AND ${fileScope(actor, 'professional.write', now)}`;
  return new Set(rows.map(({ personId }) => personId));
}

function heldOf(held: { validFrom: Date; validUntil: Date | null } | undefined): HeldAgrement | null {
  const iso = (day: Date) => day.toISOString().slice(0, 10);
  return held ? { validFrom: iso(held.validFrom), validUntil: held.validUntil && iso(held.validUntil) } : null;
}
