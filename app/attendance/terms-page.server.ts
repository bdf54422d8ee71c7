import { sessionsInScope } from '#app/catalog/sessions-in-scope.server.ts';
import { db, type DbOrTx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { MoneyState } from './bill-state.ts';
import { billed } from './billed.server.ts';
import { typedTerms, type TypedTerms } from './terms.schema.server.ts';

/** The terms of an intervenant's coming, to be set. */
export type TermsPage = {
  sessionId: string;
  assignmentId: string;
  personId: string;
  name: string;
  /** The others who speak there. */
  others: { id: string; name: string }[];
  title: string;
  when: string;
  relais: string;
  state: MoneyState;
  typed: TypedTerms;
  /** Nothing is set: the form begins with what was last agreed with him in this relais. */
  carried: boolean;
  set: boolean;
  /** How many sessions each choice takes. */
  counts: { ONE: number; FOLLOWING: number; ALL: number };
  lines: { id: string; label: string }[];
  mayWrite: boolean;
};

/** Null: no such intervenant at a session of a relais whose money she reads. A constant number of queries. */
export async function termsPage(
  actor: PersonActor,
  { sessionId, assignmentId }: { sessionId: string; assignmentId: string | null },
  now: Date,
  tx: DbOrTx = db(),
): Promise<TermsPage | null> {
  const session = await tx.session.findUnique({ where: { id: sessionId }, select: columns });
  if (!session || !may(actor, 'money.read', session)) return null;
  const wanted = assignmentId !== null && isUuid(assignmentId) ? assignmentId : session.assignments[0]?.id;
  const chosen = session.assignments.find(({ id }) => id === wanted);
  const [facts] = chosen ? await billed(tx, [chosen.id]) : [];
  if (!chosen || !facts) return null;
  const { startsAt, endsAt, relaisId, collectivite, activity, theme, relais } = session;
  const last = chosen.terms === null ? await lastTerms(tx, relaisId, chosen.personId) : null;
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  const year = Number(localDate(startsAt, collectivite.timezone).slice(0, 4));
  const typed = chosen.terms ?? (last && { ...last, minutes, budgetLineId: null }) ?? { ...NOTHING, minutes };
  return {
    ...{ sessionId, assignmentId: chosen.id, personId: chosen.personId, name: nameOf(chosen), state: facts.state },
    others: session.assignments.filter((one) => one.id !== chosen.id).map((one) => ({ id: one.id, name: nameOf(one) })),
    title: theme ?? activity.title,
    when: capital(when(startsAt, endsAt, collectivite.timezone, { reference: localDate(now, collectivite.timezone) })),
    relais: relais.name,
    typed: typedTerms(typed),
    ...{ carried: last !== null, set: chosen.terms !== null },
    counts: await countsOf(tx, actor, { sessionId, personId: chosen.personId }, now),
    lines: await tx.budgetLine.findMany({
      where: { relaisId, year },
      orderBy: { label: 'asc' },
      select: { id: true, label: true },
    }),
    mayWrite: may(actor, 'money.write', session),
  };
}

const TERMS = {
  ...({ minutes: true, prepMinutes: true, rateCents: true, lumpCents: true, travelCents: true } as const),
  ...({ cancellation: true, practical: true, siret: true, serviceCode: true, commitment: true } as const),
  budgetLineId: true,
} as const;

const NOTHING = {
  ...{ prepMinutes: 0, rateCents: null, lumpCents: null, travelCents: 0, cancellation: '', practical: '' },
  ...{ siret: '', serviceCode: '', commitment: '', budgetLineId: null },
};

const columns = {
  ...({ id: true, collectiviteId: true, relaisId: true, startsAt: true, endsAt: true, theme: true } as const),
  activity: { select: { title: true } },
  relais: { select: { name: true } },
  collectivite: { select: { timezone: true } },
  assignments: {
    where: { role: 'INTERVENANT' },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      personId: true,
      person: { select: { firstName: true, lastName: true } },
      terms: { select: TERMS },
    },
  },
} as const;

const nameOf = ({ person }: { person: { firstName: string; lastName: string } }) =>
  `${person.firstName} ${person.lastName}`;

async function lastTerms(tx: DbOrTx, relaisId: string, personId: string) {
  return tx.assignmentTerms.findFirst({
    where: { assignment: { personId, session: { relaisId } } },
    orderBy: [{ changedAt: 'desc' }, { assignment: { session: { startsAt: 'desc' } } }],
    select: TERMS,
  });
}

type Of = { sessionId: string; personId: string };

/** Only dates that are his: a series may have others. */
async function countsOf(tx: DbOrTx, actor: PersonActor, { sessionId, personId }: Of, now: Date) {
  const all = await sessionsInScope(tx, actor, { sessionId, scope: 'ALL', permission: 'money.read' }, now);
  const his = all?.sessions.filter(({ intervenants }) =>
    intervenants.some((one) => one.personId === personId && one.state !== 'DECLINED'),
  );
  if (!all || !his) return { ONE: 1, FOLLOWING: 1, ALL: 1 };
  const following = his.filter(({ startsAt }) => startsAt >= all.named.startsAt);
  return { ONE: 1, FOLLOWING: following.length, ALL: his.length };
}
