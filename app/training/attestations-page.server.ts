import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { capital, when } from '#app/time/french.ts';
import { cameTo } from './came.server.ts';
import { duration } from '#app/time/money.ts';
import { ANALYSE_TITLE } from './certificate-facts.ts';
import { attestable } from './certificate-right.server.ts';
import { CERTIFICATE_COLUMNS, shownCertificates, type CertificateShown } from './certificates.server.ts';
import { signatoryRole } from './signatory-role.ts';
import { signingPlace } from './signing-place.server.ts';
import { whoAttended } from './who-attended.server.ts';

export type ToAttest = { personId: string; name: string; came: string; certificate: CertificateShown | null };

export type AttestationsPage = {
  id: string;
  title: string;
  kind: ActivityKindName;
  relais: string;
  /** Dates that are over, the latest first; chosen: its id, else the whole. */
  dates: { id: string; words: string }[];
  sessionId: string | null;
  /** Is what is chosen over? */
  over: boolean;
  people: ToAttest[];
  /** Revoked or replaced. */
  former: CertificateShown[];
  signature: { name: string; role: string; place: string };
};

/**
 * Who came to an activity or to one of its dates, and the certificate each has; null: it does not exist for this actor
 * (of a group of analysis: for all but its facilitator and who composes it). A constant number of queries.
 */
export async function attestationsPage(
  actor: Actor,
  { activityId, sessionId }: { activityId: string; sessionId: string | null },
  now: Date,
  tx: Tx = db(),
): Promise<AttestationsPage | null> {
  const activity = await attestable(tx, actor, activityId);
  if (!activity || actor.kind !== 'person') return null;
  const { id, title, kind, relais, zone, sessions } = activity;
  const session = sessions.find((one) => one.id === sessionId) ?? null;
  const everyone = await whoAttended(tx, activity);
  const personIds = everyone.map(({ personId }) => personId);
  const which = session ? { sessionId: session.id } : { activityId: id };
  const came = await cameTo(tx, zone, { personIds, ...which, analyse: 'ALL' });
  const rows = await tx.certificate.findMany({
    where: { activityId: id, sessionId: session?.id ?? null, person: { erasedAt: null } },
    orderBy: { issuedAt: 'desc' },
    select: CERTIFICATE_COLUMNS,
  });
  const shown = shownCertificates(rows, zone);
  const holding = new Map(shown.filter(({ state }) => state === 'HOLDS').map((one) => [one.personId, one]));
  const people = everyone.flatMap(({ personId, name }): ToAttest[] => {
    const dates = came.filter((one) => one.personId === personId);
    if (dates.length === 0) return [];
    const spent = duration(dates.reduce((sum, { minutes }) => sum + minutes, 0));
    const words = session ? spent : `${dates.length} ${dates.length === 1 ? 'date' : 'dates'}, ${spent}`;
    return [{ personId, name, came: words, certificate: holding.get(personId) ?? null }];
  });
  const profession = await tx.intervenant.findUnique({
    where: { personId: actor.personId },
    select: { profession: true },
  });
  const over = sessions.filter(({ endsAt }) => endsAt <= now);
  return {
    ...{ id, kind, relais, people, title: kind === 'ANALYSE' ? ANALYSE_TITLE : title },
    dates: over
      .toReversed()
      .map((one) => ({ id: one.id, words: capital(when(one.startsAt, one.endsAt, zone, { year: true })) })),
    sessionId: session?.id ?? null,
    over: session ? session.endsAt <= now : over.length > 0 && over.length === sessions.length,
    former: shown.filter(({ state }) => state !== 'HOLDS'),
    signature: {
      name: actor.name,
      role: signatoryRole(actor, activity.relaisId, profession?.profession ?? null),
      place: await signingPlace(tx, activity.relaisId),
    },
  };
}
