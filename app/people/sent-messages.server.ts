import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { CHANNEL_WORDS, KIND_OF, KIND_WORDS, type Channel, type MessageKindName } from '#app/mail/message-kinds.ts';
import { subjectOf } from '#app/mail/renderMail.server.ts';
import { isConfidential, isMailContent } from '#app/mail/templates.ts';
import { capital, deadline } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { Actor } from './actor.ts';
import { managedFile } from './managed-files.server.ts';
import { ownSpace } from './own-space.server.ts';

export type SentMessage = {
  id: string;
  /** "Mardi 24 novembre, 9 h" */
  at: string;
  /** "Rappels"; '' for what is not chosen. */
  kind: string;
  subject: string;
  channel: string;
  state: 'Envoyé' | 'En attente' | 'Non remis';
};

export type SentPage = { personId: string; name: string; messages: SentMessage[]; more: boolean };

const SHOWN = 50;
const DISCREET = 'Message confidentiel';

type Row = {
  id: string;
  at: Date;
  channel: Channel;
  template: string;
  props: unknown;
  text: string;
  kind: MessageKindName | null;
  confidential: boolean;
  state: 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED';
};

/** What was sent to the actor, newest first, without the messages themselves; null for a visitor. */
export async function mySentMessages(actor: Actor, now: Date, tx: Tx = db()): Promise<SentPage | null> {
  const owner = await ownSpace(tx, actor);
  return owner && sentTo(tx, owner.personId, owner.zone, now, 'HERSELF');
}

/**
 * The same for the team of her relais: neither sign-in codes, nor anything confidential, which would tell that she is of
 * a group (rule 8); nothing of trainings to who reads no needs. Null: not there, or not for this actor.
 */
export async function sentMessagesOf(
  actor: Actor,
  personId: string,
  now: Date,
  tx: Tx = db(),
): Promise<SentPage | null> {
  const file = await managedFile(tx, actor, 'professional.read', personId, now);
  if (!file) return null;
  const { timezone } = await tx.collectivite.findUniqueOrThrow({
    where: { id: file.collectiviteId },
    select: { timezone: true },
  });
  const needs = (await managedFile(tx, actor, 'need.read', personId, now)) !== null;
  return sentTo(tx, personId, timezone, now, needs ? 'TEAM' : 'SECRETARY');
}

const ABOUT_TRAINING = Object.entries(KIND_OF).flatMap(([name, kind]) => (kind === 'TRAINING' ? [name] : []));

/** What each reader may know of: mails `m`, and texts `t`. Who reads no needs sees nothing of trainings. */
function shownTo(reader: Reader): { mails: Prisma.Sql; texts: Prisma.Sql } {
  if (reader === 'HERSELF') return { mails: Prisma.sql`TRUE`, texts: Prisma.sql`TRUE` };
  const needs = reader === 'TEAM';
  return {
    mails: Prisma.sql`m.template <> 'login-code' AND m.props <> '{}'::jsonb
        AND coalesce((m.props ->> 'confidential')::boolean, false) = false
        AND (${needs} OR m.template <> ALL(${ABOUT_TRAINING}::text[]))`,
    texts: Prisma.sql`NOT t.confidential AND (${needs} OR t.kind <> 'TRAINING')`,
  };
}

type Reader = 'HERSELF' | 'TEAM' | 'SECRETARY';

async function sentTo(tx: Tx, personId: string, zone: string, now: Date, reader: Reader): Promise<SentPage> {
  const { mails, texts } = shownTo(reader);
  const rows = await tx.$queryRaw<Row[]>`
      SELECT m.id, m."queuedAt" AS at, 'MAIL' AS channel, m.template, m.props, '' AS text, NULL AS kind,
             false AS confidential, m.state::text AS state
        FROM "OutgoingMail" m WHERE m."personId" = ${personId}::uuid AND ${mails}
      UNION ALL
      SELECT t.id, t."queuedAt", t.channel::text, '', '{}'::jsonb, t.text, t.kind::text, t.confidential, t.state::text
        FROM "OutgoingText" t WHERE t."personId" = ${personId}::uuid AND ${texts}
       ORDER BY at DESC, id DESC LIMIT ${SHOWN + 1}::int`;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { firstName: true, lastName: true },
  });
  return {
    personId,
    name: `${person.firstName} ${person.lastName}`,
    messages: rows.slice(0, SHOWN).map((row) => lineOf(row, zone, now)),
    more: rows.length > SHOWN,
  };
}

function lineOf(row: Row, zone: string, now: Date): SentMessage {
  const { id, at, channel, state } = row;
  const kind = channel === 'MAIL' ? kindOf(row.template) : row.kind;
  return {
    id,
    at: capital(deadline(at, zone, { reference: localDate(now, zone) })),
    kind: kind === null ? '' : KIND_WORDS[kind].label,
    subject: channel === 'MAIL' ? mailSubject(row) : row.confidential ? DISCREET : row.text,
    channel: CHANNEL_WORDS[channel],
    state: state === 'SENT' ? 'Envoyé' : state === 'FAILED' ? 'Non remis' : 'En attente',
  };
}

function kindOf(template: string): MessageKindName | null {
  return Object.entries(KIND_OF).find(([name]) => name === template)?.[1] ?? null;
}

function mailSubject({ template, props }: Row): string {
  if (template === 'login-code') return 'Code de connexion';
  const content = { template, props };
  return isMailContent(content) && !isConfidential(content) ? subjectOf(content) : DISCREET;
}
