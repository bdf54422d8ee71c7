import { db, type Tx } from '#app/db/client.server.ts';
import { localDate } from '#app/time/local.ts';
import type { Actor } from './actor.ts';

export type MyIdentity = {
  name: string;
  firstName: string;
  email: string | null;
  phone: string | null;
  /** "assistante maternelle"; null for whoever has no professional's file. */
  profession: string | null;
  commune: string | null;
  /** Relais she belongs to now, her home first. */
  relais: { id: string; slug: string; name: string; home: boolean }[];
};

const PROFESSIONS = {
  ASSISTANTE_MATERNELLE: 'assistante maternelle',
  GARDE_A_DOMICILE: 'garde d’enfants à domicile',
  CANDIDATE: 'candidate à l’agrément',
} as const;

/** Who the actor is, as her own space tells it; null for a visitor. */
export async function myIdentity(actor: Actor, now: Date, tx: Tx = db()): Promise<MyIdentity | null> {
  if (actor.kind !== 'person') return null;
  const row = await tx.person.findFirst({
    where: { id: actor.personId, collectiviteId: actor.collectiviteId, erasedAt: null },
    select: {
      firstName: true,
      lastName: true,
      email: true,
      phone: true,
      collectivite: { select: { timezone: true } },
      professional: {
        select: {
          kind: true,
          commune: { select: { name: true } },
          memberships: {
            orderBy: { home: 'desc' },
            select: { home: true, from: true, until: true, relais: { select: { id: true, slug: true, name: true } } },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { firstName, lastName, email, phone, professional } = row;
  const today = new Date(localDate(now, row.collectivite.timezone));
  const current = professional?.memberships.filter(({ from, until }) => from <= today && (!until || until >= today));
  return {
    name: `${firstName} ${lastName}`,
    firstName,
    email,
    phone,
    profession: professional ? PROFESSIONS[professional.kind] : null,
    commune: professional?.commune?.name ?? null,
    relais: (current ?? []).map(({ relais, home }) => ({ ...relais, home })),
  };
}
