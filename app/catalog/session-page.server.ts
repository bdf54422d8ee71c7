import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { openingInstant } from '#app/time/booking-deadline.ts';
import { ageRange, capital } from '#app/time/french.ts';
import { localDate } from '#app/time/wall-clock.ts';
import { bookingWindow } from './booking-window.ts';
import { daysOff } from './days-off.server.ts';
import { explainRules } from './explain-rules.ts';
import { communesNamedBy, guestsOf } from './guests.server.ts';
import { mapLink } from './map-link.ts';
import { rulesOf } from './session-cards.server.ts';
import { sessionCard, type SessionCard } from './session-card.ts';
import { sessionFacts, type SessionFacts } from './session-facts.server.ts';
import { visibleSession } from './visible.server.ts';

/** Everything the page of a session shows but the booking panel, ready to show. Tells nothing about persons. */
export type SessionPage = SessionCard & {
  version: number;
  endsAt: Date;
  zone: string;
  activityId: string;
  relaisId: string;
  description: string;
  /** "L’équipe du relais", "Psychologue" */
  ledBy: string[];
  audience: string;
  ages: string | null;
  bring: string;
  place: { kind: 'PLACE' | 'REMOTE' | 'TO_CONFIRM'; name: string; address: string; access: string; map: string | null };
  contact: { phone: string | null; email: string | null };
  /** One French line a rule. */
  rules: string[];
  cancelReason: string | null;
  past: boolean;
};

type Details = {
  description: string;
  audience: string;
  bring: string;
  cancelReason: string | null;
  address: string;
  access: string;
  latitude: number | null;
  longitude: number | null;
  phone: string | null;
  email: string | null;
  animated: boolean;
  professions: string[];
};

/** The page of a session; null: not there, a draft, of another collectivité, or an ANALYSE that is not hers. */
export async function sessionPage(actor: Actor, id: string, now: Date, tx: Tx = db()): Promise<SessionPage | null> {
  if (!isUuid(id)) return null;
  const picked = Prisma.sql`SELECT s.id FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
    WHERE s.id = ${id}::uuid AND ${visibleSession(actor)}`;
  const [facts] = await sessionFacts(actor, picked, tx);
  const details = facts && (await detailsOf(tx, id));
  if (!facts || !details) return null;
  const since = localDate(new Date(Math.min(now.getTime(), facts.startsAt.getTime() - MONTH)), facts.zone);
  const closed = await daysOff({ relaisId: facts.relaisId, since }, tx);
  const rules = rulesOf(facts);
  const card = sessionCard(facts, rules, closed, now);
  const window = bookingWindow(rules, facts, closed);
  const { ageMinMonths, ageMaxMonths, zone } = facts;
  const communes = await communesNamedBy(rules, tx);
  const guests = (await guestsOf(facts.activityId, tx)).map((guest) => ({
    ...guest,
    opensAt: guest.opening && openingInstant(guest.opening, facts),
  }));
  return {
    ...card,
    ...placed(facts, details),
    endsAt: facts.endsAt,
    zone,
    audience: details.audience,
    ages: ageMinMonths === null && ageMaxMonths === null ? null : ageRange(ageMinMonths, ageMaxMonths),
    rules: explainRules(rules, {
      zone,
      relais: facts.relaisName,
      ageMinMonths,
      ageMaxMonths,
      window,
      communes,
      guests,
    }),
    cancelReason: details.cancelReason,
    past: now >= facts.endsAt,
  };
}

const MONTH = 31 * 86_400_000;

async function detailsOf(tx: Tx, id: string): Promise<Details | undefined> {
  const rows = await tx.$queryRaw<Details[]>`
    SELECT a.description, coalesce(s.audience, a.audience) AS audience, coalesce(s.bring, a.bring) AS bring,
           s."cancelReason", st.address, st."accessNotes" AS access, st.latitude, st.longitude, r.phone, r.email,
           EXISTS (SELECT 1 FROM "Assignment" l WHERE l."sessionId" = s.id AND l.role = 'ANIMATOR') AS animated,
           ARRAY(SELECT DISTINCT i.profession FROM "Assignment" l JOIN "Intervenant" i ON i."personId" = l."personId"
                  WHERE l."sessionId" = s.id AND l.role = 'INTERVENANT' AND l.state = 'ACCEPTED' ORDER BY 1) AS professions
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Site" st ON st.id = s."siteId" JOIN "Relais" r ON r.id = s."relaisId"
     WHERE s.id = ${id}::uuid`;
  return rows[0];
}

function placed(facts: SessionFacts, details: Details) {
  const { address, access, latitude, longitude, phone, email, description, bring } = details;
  const { version, activityId, relaisId, siteKind, siteName, commune } = facts;
  return {
    ...{ version, activityId, relaisId, description, bring },
    ledBy: [...(details.animated ? ['L’équipe du relais'] : []), ...details.professions.map(capital)],
    place: {
      ...{ kind: siteKind, name: siteName, address, access },
      map: siteKind === 'PLACE' ? mapLink({ latitude, longitude, address, commune }) : null,
    },
    contact: { phone, email },
  };
}
