import { db, type Tx } from '#app/db/client.server.ts';
import { dayLong } from '#app/time/french.ts';
import { linkedInvite, type AskedBearer } from './linked-invite.server.ts';
import { themesOf, type Theme } from './themes.server.ts';

/** What the page of her personal link shows. */
export type AnswerPage = {
  state: 'OPEN' | 'OVER' | 'LEFT';
  firstName: string;
  relais: { name: string; phone: string | null; email: string | null };
  words: string;
  /** "vendredi 18 décembre" */
  closes: string;
  answered: boolean;
  /** What she said since the campaign began; `hers`: by this link, so it may be taken back here. */
  said: { id: string; title: string; words: string; hers: boolean }[];
  themes: Theme[];
};

/** The campaign that a link asks about, what its bearer has answered, and the themes to choose from; null: no such link. */
export async function campaignAnswer(bearer: AskedBearer, now: Date, tx: Tx = db()): Promise<AnswerPage | null> {
  const invite = await linkedInvite(tx, bearer, now);
  if (!invite) return null;
  const { state, firstName, relais, words, closesOn, answeredAt, self, startedAt, relaisId } = invite;
  const page = { state, firstName, relais, words, closes: dayLong(closesOn), answered: answeredAt !== null };
  if (state !== 'OPEN') return { ...page, said: [], themes: [] };
  const rows = await tx.trainingNeed.findMany({
    where: {
      ...{ personId: self.personId, withdrawnAt: null, changedAt: { gte: startedAt } },
      source: { not: 'RENEWAL' },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, words: true, source: true, createdAt: true, theme: { select: { title: true } } },
  });
  const said = rows.map((row) => ({
    id: row.id,
    title: row.theme?.title ?? row.words,
    words: row.theme ? row.words : '',
    hers: row.source === 'CAMPAIGN' && row.createdAt >= startedAt,
  }));
  return { ...page, said, themes: await themesOf({ collectiviteId: self.collectiviteId, relaisId }, tx) };
}
