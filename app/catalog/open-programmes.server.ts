import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { ANONYMOUS } from '#app/people/actor.ts';
import { collectiviteShown } from '#app/people/collectivite-shown.server.ts';
import { localDate, offsetInstant } from '#app/time/local.ts';
import { closuresByRelais } from './days-off.server.ts';
import { KINDS } from './kinds.ts';
import type { OpenSession } from './open-programme.ts';
import { sessionCard } from './session-card.ts';
import { rulesOf } from './session-cards.server.ts';
import { sessionFacts, type SessionFacts } from './session-facts.server.ts';
import { pickSessions } from './session-picks.server.ts';

const MOST = 5_000;

type Details = {
  id: string;
  address: string;
  latitude: number | null;
  longitude: number | null;
  audience: string;
};

/**
 * The coming sessions of a collectivité (of one relais when its slug is given), as open data: at most 5,000, never an
 * ANALYSE (rule 8); a fixed number of queries. Null: no such relais.
 */
export async function openProgramme(
  { relais, appUrl }: { relais?: string | undefined; appUrl: string },
  now: Date,
  tx: Tx = db(),
): Promise<OpenSession[] | null> {
  const shown = await collectiviteShown(ANONYMOUS, { relais }, tx);
  if (!shown) return null;
  const scope = { collectiviteId: shown.id, timezone: shown.timezone };
  const picked = pickSessions(ANONYMOUS, scope, { ...(relais === undefined ? {} : { relais }) }, { now, limit: MOST });
  const facts = await sessionFacts(ANONYMOUS, picked, tx);
  const closures = await closuresByRelais(shown.id, localDate(now, shown.timezone), tx);
  const details = await detailsOf(tx, facts);
  return facts.map((row) => {
    const card = sessionCard(row, rulesOf(row), closures(row.relaisId), now);
    return openSession(row, card, details.get(row.id), appUrl);
  });
}

function openSession(
  facts: SessionFacts,
  { id, title, counted, places, cancelled, booking, waiting }: ReturnType<typeof sessionCard>,
  details: Details | undefined,
  appUrl: string,
): OpenSession {
  return {
    id,
    url: new URL(`/seances/${id}`, appUrl).href,
    titre: title,
    type: KINDS.find(({ kind }) => kind === facts.kind)?.slug ?? '',
    debut: offsetInstant(facts.startsAt, facts.zone),
    fin: offsetInstant(facts.endsAt, facts.zone),
    relais: facts.relaisName,
    lieu: facts.siteKind === 'TO_CONFIRM' ? '' : facts.siteName,
    adresse: details?.address ?? '',
    commune: facts.commune ?? '',
    latitude: details?.latitude ?? null,
    longitude: details?.longitude ?? null,
    public: details?.audience ?? '',
    age_min_mois: facts.ageMinMonths,
    age_max_mois: facts.ageMaxMonths,
    statut: cancelled ? 'annulée' : 'prévue',
    inscription: booking.status,
    places_adultes: counted ? places.adults : null,
    places_enfants: counted ? places.children : null,
    en_attente: waiting,
  };
}

async function detailsOf(tx: Tx, facts: readonly SessionFacts[]): Promise<ReadonlyMap<string, Details>> {
  if (facts.length === 0) return new Map();
  const rows = await tx.$queryRaw<Details[]>(Prisma.sql`
    SELECT s.id, st.address, st.latitude, st.longitude, coalesce(s.audience, a.audience) AS audience
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Site" st ON st.id = s."siteId"
     WHERE s.id = ANY(${facts.map(({ id }) => id)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
