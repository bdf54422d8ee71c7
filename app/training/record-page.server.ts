import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor, PersonActor } from '#app/people/actor.ts';
import { learnerFor } from './learner.server.ts';
import { personRecord, type PersonRecord } from './person-record.server.ts';
import { signatoryRole } from './signatory-role.ts';
import { signingPlace } from './signing-place.server.ts';

export type RecordPage = {
  record: PersonRecord;
  /** Those with a presence: a certificate may be issued for each. */
  years: number[];
  /** Who would sign it; null: the actor issues none here. */
  signature: { name: string; role: string; place: string } | null;
};

/** The record of a professional as her relais's team sees it; null: she is not there for this actor. */
export async function recordPage(actor: Actor, personId: string, now: Date, tx: Tx = db()): Promise<RecordPage | null> {
  const record = await personRecord(actor, now, personId, tx);
  if (!record || actor.kind !== 'person') return null;
  const learner = await learnerFor(tx, actor, 'certificate.issue', personId, now);
  const { relaisId = null } = learner ?? {};
  const isPresent = ({ hours }: PersonRecord['years'][number]) => hours.presences.length > 0 || hours.credited > 0;
  return {
    record,
    years: record.years.filter(isPresent).map(({ hours }) => hours.year),
    signature: relaisId === null ? null : await signatureOf(tx, actor, relaisId),
  };
}

async function signatureOf(tx: Tx, actor: PersonActor, relaisId: string) {
  const role = signatoryRole(actor, relaisId, null);
  return { name: actor.name, role, place: await signingPlace(tx, relaisId) };
}
