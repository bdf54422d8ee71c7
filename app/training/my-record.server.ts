import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { personRecord, type PersonRecord } from './person-record.server.ts';
import { themesOf, type Theme } from './themes.server.ts';
import { learnerFor } from './learner.server.ts';

export type MyRecord = PersonRecord & { themes: Theme[] };

/** Her own record, and the themes that a training she declares may be of; null: she has no file. */
export async function myRecord(actor: Actor, now: Date, tx: Tx = db()): Promise<MyRecord | null> {
  const record = await personRecord(actor, now, undefined, tx);
  const learner = record && (await learnerFor(tx, actor, 'need.read', undefined, now));
  return learner && { ...record, themes: await themesOf(learner, tx) };
}
