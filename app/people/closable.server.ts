import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { PersonActor } from './actor.ts';
import type { ClosureOf } from './closure.ts';
import { maySomewhere, relaisWhere } from './permissions.ts';

/** What a form of closure offers; `value` is `relais:<id>`, `site:<id>` or `person:<id>`. */
export type Closable = { label: string; options: { value: string; label: string }[] }[];

/** Relais, sites and people that the actor may close, herself first; three statements. */
export async function closable(actor: PersonActor, tx: Tx = db()): Promise<Closable> {
  const where = relaisWhere(actor, 'closure.write');
  const { collectiviteId, personId } = actor;
  const inHers = where === 'all' ? {} : { relaisId: { in: [...where] } };
  const some = maySomewhere(actor, 'closure.write');
  const relais = await tx.relais.findMany({
    where: { collectiviteId, ...(where === 'all' ? {} : { id: { in: [...where] } }) },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
  const sites = await tx.site.findMany({
    where: { collectiviteId, kind: 'PLACE', OR: [{ uses: { some: inHers } }, { uses: { none: {} } }] },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
  const people = await tx.person.findMany({
    where: {
      ...{ collectiviteId, erasedAt: null },
      OR: [{ id: personId }, ...(some ? [{ roles: { some: inHers } }, { intervenant: { isNot: null } }] : [])],
    },
    orderBy: [{ firstName: 'asc' }, { lastName: 'asc' }],
    select: { id: true, firstName: true, lastName: true, intervenant: { select: { profession: true } } },
  });
  const staff = people
    .filter(({ intervenant, id }) => intervenant === null || id === personId)
    .toSorted((a, b) => Number(b.id === personId) - Number(a.id === personId))
    .map((one) => ({ value: `person:${one.id}`, label: `${nameOf(one)}${one.id === personId ? ' (moi)' : ''}` }));
  const speakers = people.flatMap((one) =>
    one.intervenant && one.id !== personId
      ? [{ value: `person:${one.id}`, label: `${nameOf(one)}, ${one.intervenant.profession}` }]
      : [],
  );
  const options = (prefix: string, rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: `${prefix}:${id}`, label: name }));
  return [
    { label: 'Équipe', options: staff },
    { label: 'Relais', options: options('relais', relais) },
    { label: 'Lieux', options: some ? options('site', sites) : [] },
    { label: 'Intervenantes et intervenants', options: speakers },
  ].filter((group) => group.options.length > 0);
}

const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) => `${firstName} ${lastName}`;

/** What a form's value names; null for anything else. */
export function closableOf(value: string): ClosureOf | null {
  const [kind = '', id = ''] = value.split(':');
  if (!isUuid(id)) return null;
  if (kind === 'relais') return { relaisId: id };
  if (kind === 'site') return { siteId: id };
  return kind === 'person' ? { personId: id } : null;
}
