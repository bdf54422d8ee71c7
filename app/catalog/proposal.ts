export type ProposalAnswer = 'ACCEPTED' | 'DECLINED';

/** Where a date asked of an intervenant stands. */
export type ProposalStanding = 'open' | 'accepted' | 'declined' | 'cancelled' | 'started';

export type ProposalFacts = {
  state: 'PROPOSED' | 'ACCEPTED' | 'DECLINED';
  sessionState: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  startsAt: Date;
};

/** A cancelled or begun session asks nothing any more; an answer given stays given. */
export function standingOf({ state, sessionState, startsAt }: ProposalFacts, now: Date): ProposalStanding {
  if (sessionState === 'CANCELLED') return 'cancelled';
  if (state === 'ACCEPTED') return 'accepted';
  if (state === 'DECLINED') return 'declined';
  return now >= startsAt ? 'started' : 'open';
}

export const isAnswered = (standing: ProposalStanding): boolean => standing === 'accepted' || standing === 'declined';

/** What he reads once nothing of what was asked is open; `lead` null: he is thanked. It may have closed before he answered. */
export function closedWords(standings: readonly ProposalStanding[]): { title: string; lead: string | null } {
  if (standings.some(isAnswered)) return { title: 'Vous avez répondu', lead: null };
  const one = standings.length === 1;
  const lead = one ? 'Cette date est annulée ou passée.' : 'Ces dates sont annulées ou passées.';
  return { title: 'Il n’y a plus à répondre', lead };
}

export type AnswerRefusal = 'ANSWERED' | 'CANCELLED' | 'PAST';

/** What an answer does to a date: it is written, it was given already, or why it cannot be. */
export function weighAnswer(
  facts: ProposalFacts,
  answer: ProposalAnswer,
  now: Date,
): 'write' | 'again' | { refused: AnswerRefusal } {
  const standing = standingOf(facts, now);
  switch (standing) {
    case 'open':
      return 'write';
    case 'accepted':
      return answer === 'ACCEPTED' ? 'again' : { refused: 'ANSWERED' };
    case 'declined':
      return answer === 'DECLINED' ? 'again' : { refused: 'ANSWERED' };
    case 'cancelled':
      return { refused: 'CANCELLED' };
    case 'started':
      return { refused: 'PAST' };
  }
}

/** The number, in the link of its mail, of what was asked at an instant. */
export const roundOf = (proposedAt: Date): number => Math.floor(proposedAt.getTime() / 1000);

/** Why an answer is refused, in one sentence. */
export function answerMessage(code: AnswerRefusal | 'NOT_FOUND' | 'NOTHING_CHOSEN'): string {
  switch (code) {
    case 'ANSWERED':
      return 'Vous avez déjà répondu autrement pour une de ces dates : appelez le relais pour changer d’avis.';
    case 'CANCELLED':
      return 'Une de ces dates est annulée : il n’y a plus à répondre.';
    case 'PAST':
      return 'Une de ces dates est déjà passée.';
    case 'NOTHING_CHOSEN':
      return 'Cochez au moins une date.';
    case 'NOT_FOUND':
      return 'Cette proposition n’existe plus.';
  }
}
