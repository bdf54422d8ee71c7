import type { Tx } from '#app/db/client.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { createRelais } from '#app/people/createRelais.server.ts';
import { createSite } from '#app/people/createSite.server.ts';
import { peopleMessage } from '#app/people/messages.ts';
import type { KnownRelais } from '#app/people/relais-match.ts';
import { addSessions } from './addSessions.server.ts';
import { createActivity } from './createActivity.server.ts';
import type { RowImport } from './import-row.ts';
import { catalogMessage } from './messages.ts';
import { TO_CONFIRM, type KnownSite, type SiteMatch } from './programme-site.ts';
import { publishSessions } from './publishSessions.server.ts';

/** Why a row cannot be written, as a French sentence; undoes its transaction. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}

type Made = { again: boolean; relais: KnownRelais | null; site: KnownSite | null };

/**
 * Writes what `planRow` has planned: relais and site where they lack, activity, dates; published when it says so.
 * `again`: it is there already, and stays as it is. `relais`, `site`: made now.
 *
 * @throws {ImportRefused} when a command says no
 */
export async function importRow(
  tx: Tx,
  actor: Actor,
  plan: RowImport,
  collectiviteId: string,
  now: Date,
): Promise<Made> {
  const { row, imported } = plan;
  if (imported) {
    const again = !(await publishDrafts(tx, actor, plan, imported.id, now));
    return { again, relais: null, site: null };
  }
  const relais = await relaisFor(tx, actor, plan, collectiviteId, now);
  if (row.kind === null) throw new ImportRefused('la nature de l’activité manque');
  const created = await createActivity(
    actor,
    {
      ...{ relaisId: relais.id, kind: row.kind, title: row.title, audience: row.audience.text },
      ...{ maxAdults: row.adults, maxChildren: row.children, importKey: row.key },
    },
    now,
    tx,
  );
  if (!created.ok) throw new ImportRefused(catalogMessage(created.refusal));
  const newRelais = plan.relais.is === 'create' ? relais : null;
  if (created.again) return { again: true, relais: newRelais, site: null };
  await recordWords(tx, actor, plan, { collectiviteId, activityId: created.activityId }, now);
  if (plan.planned.dates.length === 0 && !(plan.site?.is === 'create' && plan.site.kind !== 'TO_CONFIRM')) {
    return { again: false, relais: newRelais, site: null };
  }
  const site = await siteFor(tx, actor, plan.site, relais.id, now);
  const dates = plan.planned.dates.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, siteId: site.id }));
  const added = await addSessions(actor, { activityId: created.activityId, dates }, now, tx);
  if (!added.ok) throw new ImportRefused(catalogMessage(added.refusal));
  if (plan.fate === 'published') await publish(tx, actor, added.sessionIds, now);
  return { again: false, relais: newRelais, site: plan.site?.is === 'known' ? null : site };
}

/** What the file said and no field keeps, so that whoever completes the draft finds it; nothing of an ANALYSE. */
async function recordWords(
  tx: Tx,
  actor: Actor,
  { row }: RowImport,
  { collectiviteId, activityId }: { collectiviteId: string; activityId: string },
  now: Date,
): Promise<void> {
  const texts = (tellings: readonly { text: string }[]) => tellings.map(({ text }) => text);
  const words = {
    ...{ understood: texts(row.understood), missing: texts(row.missing), proposed: texts(row.proposed) },
    ...{ unread: texts(row.unread), place: row.place, commune: row.commune, relais: row.relais },
    ...{ intervenant: row.intervenant, notes: row.notes, source: row.source },
  };
  const detail = { line: row.line, ...(row.kind === 'ANALYSE' ? {} : words) };
  const subject = { subject: 'activity' as const, subjectId: activityId, what: 'activity.imported' };
  await record(tx, now, { collectiviteId, actorId: actorId(actor), ...subject, detail });
}

async function relaisFor(
  tx: Tx,
  actor: Actor,
  { relais }: RowImport,
  collectiviteId: string,
  now: Date,
): Promise<KnownRelais> {
  if (relais.is === 'known') return relais.relais;
  if (relais.is === 'unknown') throw new ImportRefused('le relais n’est pas connu');
  const { name, slug } = relais;
  const created = await createRelais(actor, { collectiviteId, slug, name, communes: [] }, now, tx);
  if (!created.ok) throw new ImportRefused(peopleMessage(created.refusal));
  return { id: created.relaisId, slug, name };
}

async function siteFor(tx: Tx, actor: Actor, match: SiteMatch | null, relaisId: string, now: Date): Promise<KnownSite> {
  if (match?.is === 'known') return match.site;
  const uses = [{ relaisId }];
  const { name, kind, commune, communeId } =
    match?.is === 'create' ? match : { name: TO_CONFIRM, kind: 'TO_CONFIRM' as const, commune: '', communeId: null };
  const address = communeId ? '' : commune;
  const created = await createSite(actor, { name, kind, address, communeId: communeId ?? undefined, uses }, now, tx);
  if (!created.ok) throw new ImportRefused(peopleMessage(created.refusal));
  return { id: created.siteId, name, kind, communeId, exclusive: false, relaisIds: [relaisId] };
}

/** Of an activity imported before: its drafts, when they still are what the row says. false: they no longer are. */
async function publishDrafts(
  tx: Tx,
  actor: Actor,
  { planned }: RowImport,
  activityId: string,
  now: Date,
): Promise<boolean> {
  const startsAt = { in: planned.dates.map((date) => date.startsAt) };
  const where = { activityId, state: 'DRAFT' as const, startsAt, site: { kind: { not: 'TO_CONFIRM' as const } } };
  const drafts = await tx.session.findMany({ where, select: { id: true } });
  if (drafts.length === 0 || drafts.length < planned.dates.length) return false;
  const ids = drafts.map(({ id }) => id);
  await publish(tx, actor, ids, now);
  return true;
}

async function publish(tx: Tx, actor: Actor, sessionIds: string[], now: Date): Promise<void> {
  const published = await publishSessions(actor, { sessionIds }, now, tx);
  if (!published.ok) throw new ImportRefused(catalogMessage(published.refusal));
}
