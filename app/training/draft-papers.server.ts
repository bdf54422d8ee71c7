import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { localDate } from '#app/time/local.ts';
import { cameTo, type CameTo } from './came.server.ts';
import { datesSaid, yearSaid, type CertificateFacts, type CertificateScope } from './certificate-facts.ts';
import { attestable } from './certificate-right.server.ts';
import { learnersFor } from './learners.server.ts';
import type { TrainingRefusal } from './messages.ts';

/** Who signs, as the paper says it; absent: the application writes the relais's name. */
export type Signature = { name: string; role: string; place: string };

export type CertificatesAsked = { personIds: readonly string[]; signature: Signature } & (
  | { scope: 'SESSION'; sessionId: string; activityId: string }
  | { scope: 'TRAINING'; activityId: string }
  | { scope: 'YEAR'; year: number }
);

type Target = { scope: CertificateScope; sessionId: string | null; activityId: string | null; year: number | null };

/** What each certificate would say, by person. */
export type Drafts = {
  target: Target;
  relaisId: string;
  collectiviteId: string;
  papers: Map<string, CertificateFacts>;
};

type Drafted = Outcome<{ drafts: Drafts }, TrainingRefusal>;

/** Draws up what certificates say, from who came; the same refusals as issuing them. A constant number of queries. */
export async function draftPapers(tx: Tx, actor: Actor, asked: CertificatesAsked, now: Date): Promise<Drafted> {
  return asked.scope === 'YEAR' ? ofYear(tx, actor, asked, now) : ofDates(tx, actor, asked, now);
}

type OfDates = Exclude<CertificatesAsked, { scope: 'YEAR' }>;

async function ofDates(tx: Tx, actor: Actor, asked: OfDates, now: Date): Promise<Drafted> {
  const activity = await attestable(tx, actor, asked.activityId);
  if (!activity) return refuse({ code: 'NOT_FOUND' });
  if (asked.personIds.length === 0) return refuse({ code: 'NOBODY' });
  const { id, zone, relaisId, collectiviteId, sessions } = activity;
  const sessionId = asked.scope === 'SESSION' ? asked.sessionId : null;
  const last = sessionId === null ? sessions.at(-1) : sessions.find((one) => one.id === sessionId);
  if (sessionId !== null && !last) return refuse({ code: 'NOT_FOUND' });
  if (!last || last.endsAt > now) return refuse({ code: 'NOT_OVER' });
  const which = sessionId === null ? { activityId: id } : { sessionId };
  const came = await cameTo(tx, zone, { personIds: asked.personIds, ...which, analyse: 'ALL' });
  const names = await namesOf(tx, collectiviteId, asked.personIds);
  const results = sessionId === null ? await resultsOf(tx, id) : new Map<string, CertificateFacts['obtained']>();
  const papers = new Map<string, CertificateFacts>();
  for (const [personId, dates] of byPerson(came)) {
    const name = names.get(personId);
    if (name === undefined) continue;
    const said = datesSaid(dates);
    const theme = sessionId === null || said.discreet ? null : (dates[0]?.theme ?? null);
    const title = theme === null ? said.title : `${said.title} : ${theme}`;
    const about = { ...said, title, until: null, obtained: results.get(personId) ?? null };
    papers.set(personId, { scope: asked.scope, name, ...about, ...signed(asked, activity, now) });
  }
  if (papers.size === 0) return refuse({ code: 'NOTHING_TO_SAY' });
  const target = { scope: asked.scope, sessionId, activityId: id, year: null };
  return { ok: true, drafts: { target, relaisId, collectiviteId, papers } };
}

async function ofYear(
  tx: Tx,
  actor: Actor,
  asked: Extract<CertificatesAsked, { scope: 'YEAR' }>,
  now: Date,
): Promise<Drafted> {
  const { year, personIds } = asked;
  const group = await learnersFor(tx, actor, 'certificate.issue', personIds, now);
  if (!group) return refuse({ code: 'NOT_FOUND' });
  const { relaisId, zone, collectiviteId, relais, collectivite } = group;
  const today = localDate(now, zone);
  if (!Number.isInteger(year) || year > Number(today.slice(0, 4)) || year < 2000) return refuse({ code: 'NOT_OVER' });
  const alone = actor.kind === 'person' && personIds.every((id) => id === actor.personId);
  const came = await cameTo(tx, zone, { personIds, year, analyse: alone ? 'WISHED' : 'NONE' });
  const names = await namesOf(tx, collectiviteId, personIds);
  const end = `${year}-12-31`;
  const papers = new Map<string, CertificateFacts>();
  for (const [personId, dates] of byPerson(came)) {
    const about = { until: today < end ? today : end, obtained: null };
    const name = names.get(personId) ?? '';
    const by = signed(asked, { relais, collectivite, zone }, now);
    papers.set(personId, { scope: 'YEAR', name, ...yearSaid(year, dates), ...about, ...by });
  }
  if (papers.size === 0) return refuse({ code: 'NOTHING_TO_SAY' });
  const target = { scope: asked.scope, sessionId: null, activityId: null, year };
  return { ok: true, drafts: { target, relaisId, collectiviteId, papers } };
}

function signed(
  { signature: { name, role, place } }: { signature: Signature },
  { relais, collectivite, zone }: { relais: string; collectivite: string; zone: string },
  now: Date,
) {
  const signatory = { name: name.trim() || relais, role: role.trim() };
  return { relais, collectivite, place: place.trim(), signatory, issuedOn: localDate(now, zone) };
}

function byPerson(came: readonly CameTo[]): Map<string, CameTo[]> {
  const people = new Map<string, CameTo[]>();
  for (const one of came) people.set(one.personId, [...(people.get(one.personId) ?? []), one]);
  return people;
}

async function namesOf(tx: Tx, collectiviteId: string, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.person.findMany({
    where: { id: { in: [...personIds] }, erasedAt: null },
    select: { id: true, firstName: true, lastName: true, collectiviteId: true },
  });
  const hers = rows.filter((row) => row.collectiviteId === collectiviteId);
  return new Map(hers.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
}

async function resultsOf(tx: Tx, activityId: string): Promise<Map<string, CertificateFacts['obtained']>> {
  const rows = await tx.trainingResult.findMany({
    where: { activityId, obtained: true },
    select: { personId: true, expiresOn: true },
  });
  return new Map(
    rows.map(({ personId, expiresOn }) => [personId, { expiresOn: expiresOn?.toISOString().slice(0, 10) ?? null }]),
  );
}
