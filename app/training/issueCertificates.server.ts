import { randomInt } from 'node:crypto';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import type { Outcome } from '#app/people/outcome.ts';
import { advanceFiles } from './advanceFiles.server.ts';
import { CODE_LENGTH, codeOf } from './certificate-code.ts';
import { saysTheSame, type CertificateFacts } from './certificate-facts.ts';
import { readFacts } from './certificate-facts.schema.server.ts';
import { draftPapers, type CertificatesAsked, type Drafts } from './draft-papers.server.ts';
import type { TrainingRefusal } from './messages.ts';
import { tellCertificates } from './tellCertificates.server.ts';

export type { CertificatesAsked } from './draft-papers.server.ts';

export type Issued = { issued: string[]; already: number };

/**
 * Issues certificates in bulk: of a session, of a training or cycle, of a year; a person herself may ask that of her year.
 * What each says is frozen. One that still holds and says the same is not issued twice; one that says less is replaced.
 * The files of a plan's line advance with them. Refuses dates that are not over, people who have no presence there, whoever has no right to attest it (of a group of
 * analysis: all but its facilitator and who composes it).
 */
export async function issueCertificates(
  actor: Actor,
  asked: CertificatesAsked,
  now: Date,
  tx?: Tx,
): Promise<Outcome<Issued, TrainingRefusal>> {
  return inTransaction(tx, async (tx) => {
    const drafted = await draftPapers(tx, actor, asked, now);
    if (!drafted.ok) return drafted;
    const { drafts } = drafted;
    const personIds = [...drafts.papers.keys()];
    if (asked.scope === 'TRAINING') {
      await advanceFiles(actor, { activityId: asked.activityId, personIds, stage: 'CERTIFIED' }, now, tx);
    }
    await lockPersons(tx, personIds);
    const living = await livingPapers(tx, drafts);
    const fresh = [...drafts.papers].filter(([personId, facts]) => {
      const last = living.get(personId);
      return !last || !saysTheSame(last, facts);
    });
    const issued: string[] = [];
    for (const [personId, facts] of fresh) issued.push(await write(tx, actor, drafts, { personId, facts }, now));
    await tellCertificates(
      tx,
      actor,
      drafts,
      fresh.map(([personId, facts]) => ({ personId, facts })),
      now,
    );
    return { ok: true, issued, already: drafts.papers.size - fresh.length };
  });
}

/** What the latest certificate that holds says, by person. */
async function livingPapers(tx: Tx, { papers, target }: Drafts): Promise<Map<string, CertificateFacts>> {
  const rows = await tx.certificate.findMany({
    where: { ...target, personId: { in: [...papers.keys()] }, revokedAt: null },
    orderBy: { issuedAt: 'asc' },
    select: { personId: true, facts: true },
  });
  return new Map(rows.map(({ personId, facts }) => [personId, readFacts(facts)]));
}

async function write(
  tx: Tx,
  actor: Actor,
  { target, relaisId, collectiviteId }: Drafts,
  { personId, facts }: { personId: string; facts: CertificateFacts },
  now: Date,
): Promise<string> {
  const code = codeOf(Array.from({ length: CODE_LENGTH }, () => randomInt(1_000_000_000)));
  const { id } = await tx.certificate.create({
    data: {
      ...{ ...target, collectiviteId, relaisId, personId, code, facts, issuedAt: now, issuedById: actorId(actor) },
    },
    select: { id: true },
  });
  const who = { collectiviteId, actorId: actorId(actor), what: 'certificate.issued' };
  // Rule 8: the history of a group of analysis names nobody.
  const isSecret = facts.discreet && target.scope !== 'YEAR';
  const subject = isSecret
    ? ({ subject: 'relais', subjectId: relaisId } as const)
    : ({ subject: 'person', subjectId: personId } as const);
  await record(tx, now, {
    ...who,
    ...subject,
    detail: isSecret ? {} : { certificateId: id, scope: target.scope },
  });
  return id;
}
