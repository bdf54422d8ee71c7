import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from './actor.ts';
import { doublePairs, doubleWords } from './doubles.ts';
import { knownPeople, type KnownPerson } from './known-people.server.ts';
import { fileScope } from './managed-files.server.ts';

type Shown = Pick<KnownPerson, 'id' | 'name' | 'email' | 'phone' | 'commune' | 'relais'>;
export type LikelyPair = { a: Shown; b: Shown; reason: string };

const MOST = 100;

/** Pairs of files of the actor's relais that may be one person's, the surest first; one query. */
export async function likelyPairs(actor: Actor, now: Date, tx: Tx = db()): Promise<LikelyPair[]> {
  if (actor.kind !== 'person') return [];
  const mine = Prisma.sql`f.id IS NOT NULL AND ${fileScope(actor, 'professional.write', now)}`;
  const people = await knownPeople(tx, actor, actor.collectiviteId, now, mine);
  return doublePairs(people)
    .slice(0, MOST)
    .map(({ a, b, reason }) => ({ a: shown(a), b: shown(b), reason: doubleWords(reason) }));
}

function shown({ id, name, email, phone, commune, relais }: KnownPerson): Shown {
  return { id, name, email, phone, commune, relais };
}
