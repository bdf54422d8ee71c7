import { db, type Tx } from '#app/db/client.server.ts';
import { INTRODUCIBLE, isIntroducible, type Introducible } from '#app/mail/introducible.ts';
import { renderMail } from '#app/mail/renderMail.server.ts';
import { isConfidential, isMailContent } from '#app/mail/templates.ts';
import { capital, deadline } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { Actor, PersonActor } from './actor.ts';
import { mayInCollectivite } from './permissions.ts';

export type IntroductionLine = { template: Introducible; label: string; text: string };

export type IntroductionPage = IntroductionLine & {
  /** Newest first; the first is in force. */
  history: { id: string; at: string; by: string | null; text: string }[];
};

/** May the actor put words above the mails of her collectivité? */
export function mayIntroduceMails(actor: Actor): actor is PersonActor {
  return actor.kind === 'person' && mayInCollectivite(actor, 'relais.settings', actor.collectiviteId);
}

/** Each kind of mail and the words above it ('' : none); null: not for this actor. */
export async function introductions(actor: Actor, tx: Tx = db()): Promise<IntroductionLine[] | null> {
  if (!mayIntroduceMails(actor)) return null;
  const rows = await tx.mailIntroduction.findMany({
    where: { collectiviteId: actor.collectiviteId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    distinct: ['template'],
    select: { template: true, text: true },
  });
  return Object.entries(INTRODUCIBLE).flatMap(([template, label]) =>
    isIntroducible(template)
      ? [{ template, label, text: rows.find((row) => row.template === template)?.text ?? '' }]
      : [],
  );
}

const HISTORY = 20;

/** One of them with its history; null: no such mail, or not for this actor. */
export async function introductionPage(
  actor: Actor,
  template: string,
  now: Date,
  tx: Tx = db(),
): Promise<IntroductionPage | null> {
  if (!mayIntroduceMails(actor) || !isIntroducible(template)) return null;
  const { collectiviteId } = actor;
  const { timezone: zone } = await tx.collectivite.findUniqueOrThrow({
    where: { id: collectiviteId },
    select: { timezone: true },
  });
  const rows = await tx.$queryRaw<{ id: string; at: Date; text: string; by: string | null }[]>`
    SELECT i.id, i.at, i.text, p."firstName" || ' ' || p."lastName" AS by
      FROM "MailIntroduction" i LEFT JOIN "Person" p ON p.id = i."byId"
     WHERE i."collectiviteId" = ${collectiviteId}::uuid AND i.template = ${template}
     ORDER BY i.at DESC, i.id DESC LIMIT ${HISTORY}::int`;
  const history = rows.map(({ at, ...row }) => ({
    ...row,
    at: capital(deadline(at, zone, { reference: localDate(now, zone) })),
  }));
  return { template, label: INTRODUCIBLE[template], text: history[0]?.text ?? '', history };
}

/** Signs nothing: the links of a preview open nothing. */
const NO_SECRET = 'preview';

/**
 * The latest mail of this kind that was sent, as it would look with these words above; null: none was sent yet. Its
 * links are dead.
 */
export async function introductionPreview(
  actor: Actor,
  template: Introducible,
  text: string,
  tx: Tx = db(),
): Promise<{ subject: string; html: string } | null> {
  if (!mayIntroduceMails(actor)) return null;
  const rows = await tx.outgoingMail.findMany({
    where: { collectiviteId: actor.collectiviteId, template },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
    take: 20,
    select: { template: true, props: true, person: { select: { firstName: true } } },
  });
  for (const { template: name, props, person } of rows) {
    const content = { template: name, props };
    if (!isMailContent(content) || isConfidential(content)) continue;
    const site = { appUrl: process.env.APP_URL ?? 'http://localhost', secret: NO_SECRET };
    const introduction = text.trim() === '' ? null : text.trim();
    const { subject, html } = await renderMail(content, site, person?.firstName ?? null, {
      introduction,
      stop: null,
      carriesEntry: true,
    });
    return { subject, html };
  }
  return null;
}
