import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { ageRange } from '#app/time/french.ts';
import type { ActivityKindName } from './booking-rules.ts';
import { storedRules } from './booking-rules.schema.server.ts';
import { rulesInForce } from './booking-rules.ts';
import { explainRules } from './explain-rules.ts';
import { communesNamedBy, guestsOf } from './guests.server.ts';
import { sessionCards } from './session-cards.server.ts';
import type { SessionCard } from './session-card.ts';

/** An activity with its coming sessions. */
export type ActivityPage = {
  id: string;
  kind: ActivityKindName;
  title: string;
  description: string;
  audience: string;
  ages: string | null;
  bring: string;
  relais: { slug: string; name: string; phone: string | null; email: string | null };
  rules: string[];
  /** An ANALYSE calls for applicants and shows no session (rule 8). */
  call: boolean;
  sessions: SessionCard[];
};

const MOST = 60;

/** The page of an activity; null: not there, a draft, or of another collectivité than the actor's. */
export async function activityPage(actor: Actor, id: string, now: Date, tx: Tx = db()): Promise<ActivityPage | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const row = await tx.activity.findFirst({
    where: { id, state: 'PUBLISHED', ...(actor.kind === 'person' && { collectiviteId: actor.collectiviteId }) },
    include: { relais: true, collectivite: { select: { timezone: true } } },
  });
  if (!row) return null;
  const { kind, title, description, audience, bring, ageMinMonths, ageMaxMonths, relais } = row;
  const call = kind === 'ANALYSE';
  const rules = rulesInForce(kind, storedRules(relais.bookingDefaults), storedRules(row.bookingRules));
  const zone = row.collectivite.timezone;
  const [communes, guests] = [await communesNamedBy(rules, tx), await guestsOf(id, tx)];
  const context = { zone, relais: relais.name, ageMinMonths, ageMaxMonths, window: null, communes, guests };
  return {
    ...{ id, kind, title, description, audience, bring, call },
    ages: ageMinMonths === null && ageMaxMonths === null ? null : ageRange(ageMinMonths, ageMaxMonths),
    relais: { slug: relais.slug, name: relais.name, phone: relais.phone, email: relais.email },
    rules: explainRules(rules, context),
    sessions: call
      ? []
      : await comingSessions(actor, { id, collectiviteId: row.collectiviteId, timezone: zone }, now, tx),
  };
}

async function comingSessions(
  actor: Actor,
  activity: { id: string; collectiviteId: string; timezone: string },
  now: Date,
  tx: Tx,
): Promise<SessionCard[]> {
  const picked = Prisma.sql`SELECT id FROM "Session" WHERE "activityId" = ${activity.id}::uuid AND state <> 'DRAFT'
    AND "endsAt" > ${now}::timestamptz ORDER BY "startsAt" LIMIT ${MOST}`;
  return sessionCards(actor, activity, picked, now, tx);
}
