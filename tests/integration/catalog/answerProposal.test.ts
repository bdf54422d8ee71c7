import { describe, expect, it } from 'vitest';
import { answerProposal } from '#app/catalog/answerProposal.server.ts';
import { pendingAnswers } from '#app/catalog/pending-answers.server.ts';
import { openProposals, proposalBatch } from '#app/catalog/proposals.server.ts';
import { removeDraftSessions } from '#app/catalog/removeDraftSessions.server.ts';
import { roundOf } from '#app/catalog/proposal.ts';
import { seriesPreview } from '#app/catalog/series-preview.server.ts';
import { db } from '#app/db/client.server.ts';
import { cancelSession } from '#app/enrollment/cancelSession.server.ts';
import { changeSessions } from '#app/enrollment/changeSessions.server.ts';
import { sessionEditPage, editPreview } from '#app/enrollment/session-edit-page.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { stateAvailability } from '#app/people/stateAvailability.server.ts';
import { at, done, evening, mailsOf, NOW, paris, twoManagers } from '../attendance/two-managers.ts';
import { countStatements, rowsOfHistory } from '../catalog/world.ts';
import { useDatabase } from '../database.ts';

useDatabase();

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const no = { answer: 'DECLINED', word: ' Je suis en congé. ' } as const;
const yes = { answer: 'ACCEPTED', word: '' } as const;

describe('asking an intervenant', () => {
  it('mails him once for a series, drafts too, and he answers some dates in one act', async () => {
    const { here, self } = await twoManagers();
    const days = ['2026-12-01', '2026-12-08', '2026-12-15'];
    const { sessionIds, assignmentIds } = await evening(here, self, days, { published: false });
    const mails = await mailsOf(self.personId);
    expect(mails.map(({ template }) => template)).toEqual(['sessions-led']);
    expect(mails[0]?.props).toMatchObject({ answer: { personId: self.personId, round: roundOf(NOW) } });
    const [batch, ...others] = await openProposals(self, NOW);
    expect([batch?.dates.length, others]).toEqual([3, []]);
    const answered = await answerProposal(self, { assignmentIds: assignmentIds.slice(0, 2), ...yes }, later(5));
    expect(answered).toEqual({ ok: true, answered: 2 });
    expect(await answerProposal(self, { assignmentIds: [at(assignmentIds, 2)], ...no }, later(6))).toMatchObject({
      ok: true,
    });
    expect(await openProposals(self, NOW)).toEqual([]);
    const rows = await db().assignment.findMany({
      where: { id: { in: assignmentIds } },
      orderBy: { session: { startsAt: 'asc' } },
    });
    expect(rows.map(({ state, answer }) => [state, answer])).toEqual([
      ['ACCEPTED', null],
      ['ACCEPTED', null],
      ['DECLINED', 'Je suis en congé.'],
    ]);
    const resource = `person:${self.personId}`;
    const held = await db().occupation.findMany({ where: { sessionId: { in: sessionIds }, resource } });
    expect(held.map(({ sessionId }) => sessionId).sort()).toEqual(sessionIds.slice(0, 2).sort());
    const told = await mailsOf(here.animatorId);
    expect(told.map(({ template }) => template)).toEqual(['proposal-answered', 'proposal-answered']);
    expect(told[0]?.props).toMatchObject({ answer: 'ACCEPTED', word: null });
    expect(told[1]?.props).toMatchObject({ word: 'Je suis en congé.', intervenant: 'Marc Petit' });
    expect((await rowsOfHistory(at(sessionIds, 2))).map(({ what }) => what)).toContain('proposal.declined');
    const pending = await pendingAnswers(here.animator, NOW);
    expect(pending.map(({ name, declined, word }) => [name, declined, word])).toEqual([
      ['Marc Petit', true, 'Je suis en congé.'],
    ]);
  });

  it('refuses the other answer once given, twice is once, and what is not asked of him', async () => {
    const { here, there, self, other } = await twoManagers();
    const { assignmentIds } = await evening(here, self, ['2026-12-02']);
    expect(await answerProposal(self, { assignmentIds: [], ...yes }, NOW)).toMatchObject({
      refusal: { code: 'NOTHING_CHOSEN' },
    });
    expect(await answerProposal(other, { assignmentIds, ...yes }, NOW)).toMatchObject({ ok: true, answered: 1 });
    expect(await answerProposal(self, { assignmentIds, ...yes }, NOW)).toEqual({ ok: true, answered: 0 });
    expect(await answerProposal(self, { assignmentIds, ...no }, NOW)).toMatchObject({ refusal: { code: 'ANSWERED' } });
    const stranger = { ...self, personId: there.speakerId };
    for (const actor of [here.animator, stranger, SYSTEM, { ...self, intervenantId: null }]) {
      expect(await answerProposal(actor, { assignmentIds, ...yes }, NOW)).toMatchObject({
        refusal: { code: 'NOT_FOUND' },
      });
    }
    const agreed = await evening(here, self, ['2026-12-03'], { state: 'ACCEPTED' });
    expect(await answerProposal(self, { assignmentIds: agreed.assignmentIds, ...no }, NOW)).toMatchObject({
      ok: false,
    });
    const past = await answerProposal(
      self,
      { assignmentIds: (await evening(here, self, ['2026-12-04'])).assignmentIds, ...yes },
      paris('2026-12-04', '20:00'),
    );
    expect(past).toMatchObject({ refusal: { code: 'PAST' } });
  });

  it('answers from the mail’s link what that mail asked, and nothing else', async () => {
    const { here, self } = await twoManagers();
    const { assignmentIds } = await evening(here, self, ['2026-12-01']);
    const older = { kind: 'asked', personId: self.personId, round: roundOf(NOW) - 60 } as const;
    expect(await proposalBatch({ asked: older }, NOW)).toBeNull();
    expect(await answerProposal(older, { assignmentIds, ...yes }, NOW)).toMatchObject({ ok: false });
    const asked = { ...older, round: roundOf(NOW) };
    expect((await proposalBatch({ asked }, NOW))?.dates[0]).toMatchObject({ standing: 'open', title: 'Le sommeil' });
    expect(await answerProposal(asked, { assignmentIds, ...yes }, NOW)).toMatchObject({ ok: true, answered: 1 });
    expect((await proposalBatch({ asked }, NOW))?.dates[0]).toMatchObject({ standing: 'accepted' });
    await db().person.update({ where: { id: self.personId }, data: { erasedAt: NOW } });
    expect(await proposalBatch({ asked }, NOW)).toBeNull();
    expect(await answerProposal(asked, { assignmentIds, ...yes }, NOW)).toMatchObject({ ok: false });
  });
});

describe('changing what he accepted', () => {
  it('asks again, once, when the hour changes; not for a theme; tells a cancellation', async () => {
    const { here, self } = await twoManagers();
    const { sessionIds, assignmentIds } = await evening(here, self, ['2026-12-01'], { state: 'ACCEPTED' });
    const sessionId = at(sessionIds, 0);
    const stateNow = async () =>
      (await db().assignment.findUniqueOrThrow({ where: { id: at(assignmentIds, 0) } })).state;
    const change = (what: object, minutes: number) =>
      changeSessions(here.animator, { sessionId, scope: 'ONE', change: what }, later(minutes));
    done(await change({ theme: 'Le jeu' }, 1));
    expect(await stateNow()).toBe('ACCEPTED');
    done(await change({ from: '20:00', until: '22:00' }, 2));
    expect(await stateNow()).toBe('PROPOSED');
    done(await change({ from: '20:00', until: '22:00' }, 3));
    const [theme, moved, ...rest] = await mailsOf(self.personId);
    expect(rest).toEqual([]);
    expect(theme?.props).toMatchObject({ lines: [{ what: 'CHANGED' }], answer: null });
    expect(moved?.props).toMatchObject({
      lines: [{ what: 'ASKED_AGAIN', before: { when: 'mardi 1er décembre, 19 h 30 – 21 h 30' } }],
      answer: { round: roundOf(later(2)) },
    });
    done(await answerProposal(self, { assignmentIds, ...yes }, later(4)));
    done(await change({ from: '19:00', until: '21:00', agreed: true }, 5));
    expect(await stateNow()).toBe('ACCEPTED');
    await cancelSession(here.animator, { sessionId, reason: 'Salle fermée' }, later(6));
    const mails = await mailsOf(self.personId);
    expect(mails.slice(2).flatMap(({ what }) => what)).toEqual(['MOVED', 'CANCELLED']);
    expect(mails.at(-1)?.props).toMatchObject({ reason: 'Salle fermée' });
  });

  it('tells animators of what a colleague moved or cancelled, not of their own doing', async () => {
    const { here, self } = await twoManagers();
    const { sessionIds } = await evening(here, self, ['2026-12-01'], {
      state: 'ACCEPTED',
      animatorIds: [here.animatorId],
    });
    const sessionId = at(sessionIds, 0);
    const move = { sessionId, scope: 'ONE' as const, change: { from: '20:00', until: '22:00' } };
    done(await changeSessions(here.animator, move, later(1)));
    expect(await mailsOf(here.animatorId)).toEqual([]);
    done(await changeSessions(SYSTEM, { ...move, change: { from: '18:00', until: '20:00' } }, later(2)));
    await cancelSession(SYSTEM, { sessionId, reason: 'Neige' }, later(3));
    const mails = await mailsOf(here.animatorId);
    expect(mails.flatMap(({ what }) => what)).toEqual(['MOVED', 'CANCELLED']);
    expect(mails[0]?.props).toMatchObject({ leads: true });
  });

  it('tells him that a draft is no more', async () => {
    const { here, self } = await twoManagers();
    const { sessionIds } = await evening(here, self, ['2026-12-01'], { published: false });
    done(await removeDraftSessions(here.animator, { sessionId: at(sessionIds, 0), scope: 'ONE' }, later(1)));
    const mails = await mailsOf(self.personId);
    expect(mails.flatMap(({ what }) => what)).toEqual(['PROPOSED', 'REMOVED']);
  });
});

describe('what speaks against asking him', () => {
  it('is shown before saving: what he said, and that he is taken elsewhere, nothing more', async () => {
    const { here, there, self, other } = await twoManagers();
    done(await stateAvailability(self, { free: false, part: 'WHOLE', note: '', on: { weekday: 4 } }, NOW));
    await evening(there, other, ['2026-12-01'], { state: 'ACCEPTED', title: 'Secret' });
    const { activityId, sessionIds } = await evening(here, self, ['2026-12-10'], { state: 'ACCEPTED' });
    const proposal = {
      ...{
        recurrence: { type: 'dates' as const, dates: ['2026-12-01', '2026-12-03'] },
        lines: new Map(),
        agreed: false,
      },
      ...{
        term: { first: '2026-12-01', last: '2026-12-03' },
        slots: [{ from: '19:30', until: '21:30' }],
        reason: null,
      },
      skipping: { publicHolidays: false, schoolHolidays: false, closures: false },
      ...{ siteId: here.siteId, animatorIds: [], intervenantIds: [self.personId], prepMinutes: 0, tidyMinutes: 0 },
      ...{ maxAdults: null, maxChildren: null },
    };
    const preview = await seriesPreview(here.animator, { activityId, proposal }, NOW);
    expect(preview?.dates.map(({ doubts }) => doubts)).toEqual([
      ['Marc Petit a déjà un engagement ailleurs à ce moment.'],
      ['Marc Petit a indiqué ne pas être libre le jeudi.'],
    ]);
    expect(JSON.stringify(preview)).not.toContain('Secret');
    const sessionId = at(sessionIds, 0);
    const page = await sessionEditPage(here.animator, sessionId, NOW);
    expect(page?.typed.intervenants).toEqual([self.personId]);
    const said = { date: '2026-12-17' };
    const changed = await changeSessions(here.animator, { sessionId, scope: 'ONE', change: said }, NOW);
    expect(changed).toMatchObject({ ok: true, moved: 1 });
    const edit = {
      scope: 'ONE' as const,
      reason: null,
      said: { ...REQUIRED, siteId: here.siteId, date: '2026-12-24' },
    };
    const asked = {
      ...edit,
      said: { ...edit.said, intervenants: [{ personId: self.personId, state: 'PROPOSED' as const }] },
    };
    expect((await editPreview(here.animator, { sessionId, edit: asked }, NOW))?.doubts).toEqual([
      'Marc Petit a indiqué ne pas être libre le jeudi.',
    ]);
  });
});

const REQUIRED = {
  ...{
    from: '19:30',
    until: '21:30',
    theme: null,
    audience: null,
    bring: null,
    ageMinMonths: null,
    ageMaxMonths: null,
  },
  ...{
    maxAdults: 20,
    maxChildren: null,
    prepMinutes: 0,
    tidyMinutes: 0,
    animatorIds: [],
    intervenants: [],
    agreed: false,
  },
};

it('lists proposals in as many statements for one as for thirty', async () => {
  const { here, self } = await twoManagers();
  await evening(here, self, ['2026-12-01']);
  const count = () => countStatements(() => openProposals(self, NOW));
  const one = await count();
  const days = Array.from({ length: 29 }, (_, n) => `2027-01-${String(n + 1).padStart(2, '0')}`);
  await evening(here, self, days);
  expect(await count()).toBe(one);
  const team = () => countStatements(() => pendingAnswers(here.animator, NOW));
  expect(await team()).toBe(1);
});
