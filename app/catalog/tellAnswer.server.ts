import type { Tx } from '#app/db/client.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import type { Leader, LedMeeting } from './leaders.server.ts';
import { leadersOf } from './leaders.server.ts';
import type { ProposalAnswer } from './proposal.ts';

type Given = {
  assignmentIds: readonly string[];
  sessionIds: readonly string[];
  answer: ProposalAnswer;
  word: string;
};

type Reader = { personId: string; email: string };
type Answered = { meeting: LedMeeting; speaker: Leader };

/**
 * Tells who planned dates what the intervenant answered, one mail a reader, in the caller's transaction: whoever asked
 * him, as long as she is of the team; else those who lead the session.
 */
export async function tellAnswer(tx: Tx, given: Given, now: Date): Promise<void> {
  const meetings = await leadersOf(tx, given.sessionIds);
  const answered = meetings.flatMap((meeting): Answered[] => {
    const speaker = meeting.leaders.find(({ assignmentId }) => given.assignmentIds.includes(assignmentId));
    return speaker ? [{ meeting, speaker }] : [];
  });
  const planners = await plannersAmong(tx, answered, now);
  const byReader = new Map<string, { reader: Reader; hers: Answered[] }>();
  for (const one of answered) {
    for (const reader of readersOf(one, planners)) {
      const known = byReader.get(reader.personId)?.hers ?? [];
      byReader.set(reader.personId, { reader, hers: [...known, one] });
    }
  }
  await enqueueMail(
    tx,
    [...byReader.values()].flatMap(({ reader, hers }) => mailFor(reader, hers, given, now)),
  );
}

async function plannersAmong(tx: Tx, answered: readonly Answered[], now: Date): Promise<ReadonlyMap<string, Reader>> {
  const ids = answered.flatMap(({ speaker }) => speaker.proposedById ?? []);
  const rows = await tx.person.findMany({
    where: {
      ...{ id: { in: ids }, erasedAt: null, email: { not: null } },
      roles: { some: { OR: [{ until: null }, { until: { gte: now } }] } },
    },
    select: { id: true, email: true },
  });
  return new Map(rows.map(({ id, email }) => [id, { personId: id, email: email ?? '' }]));
}

function readersOf({ meeting, speaker }: Answered, planners: ReadonlyMap<string, Reader>): Reader[] {
  const planner = planners.get(speaker.proposedById ?? '');
  if (planner) return [planner];
  return meeting.leaders.flatMap(({ role, personId, email }) =>
    role === 'ANIMATOR' && email !== null ? [{ personId, email }] : [],
  );
}

function mailFor({ personId, email }: Reader, hers: readonly Answered[], { answer, word }: Given, now: Date) {
  const [first] = hers;
  if (!first) return [];
  const mail: OutgoingMailInput = {
    ...{ template: 'proposal-answered', collectiviteId: first.meeting.collectiviteId, personId, to: email, now },
    props: {
      relais: first.meeting.words.relais,
      confidential: hers.some(({ meeting }) => meeting.kind === 'ANALYSE'),
      ...{ intervenant: first.speaker.name, answer, word: word === '' ? null : word },
      sessions: hers.map(({ meeting }) => meeting.words),
    },
  };
  return [mail];
}
