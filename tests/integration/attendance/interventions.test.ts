import { describe, expect, it } from 'vitest';
import { addBudgetLine } from '#app/attendance/addBudgetLine.server.ts';
import { priceOf } from '#app/attendance/assignment-price.ts';
import { budgetOf } from '#app/attendance/budget.server.ts';
import { changeBudgetLine } from '#app/attendance/changeBudgetLine.server.ts';
import { confirmDone } from '#app/attendance/confirmDone.server.ts';
import { intervenantCard } from '#app/attendance/intervenant-card.server.ts';
import { intervenants } from '#app/attendance/intervenants.server.ts';
import { moveBills } from '#app/attendance/moveBills.server.ts';
import { myPast } from '#app/attendance/my-past.server.ts';
import { proposedTerms } from '#app/attendance/proposed-terms.server.ts';
import { practicalSheet } from '#app/attendance/practical-sheet.server.ts';
import { removeBudgetLine } from '#app/attendance/removeBudgetLine.server.ts';
import { sessionSpeakers } from '#app/attendance/session-speakers.server.ts';
import { setTerms } from '#app/attendance/setTerms.server.ts';
import { totalOf } from '#app/attendance/statement.ts';
import { myStatements, teamStatements } from '#app/attendance/statements.server.ts';
import type { TermsAsked } from '#app/attendance/terms.ts';
import { termsPage } from '#app/attendance/terms-page.server.ts';
import { undoBill } from '#app/attendance/undoBill.server.ts';
import { changeIntervenant } from '#app/auth/changeIntervenant.server.ts';
import { openProposals } from '#app/catalog/proposals.server.ts';
import { db } from '#app/db/client.server.ts';
import { ledSessions } from '#app/enrollment/led-sessions.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { myAvailability } from '#app/people/availabilities.server.ts';
import { ownAccount, ownIntervenants } from '#app/people/own-intervenants.server.ts';
import { removeAvailability } from '#app/people/removeAvailability.server.ts';
import { stateAvailability } from '#app/people/stateAvailability.server.ts';
import { actorOf, countStatements, makeProfessional, rowsOfHistory, type World } from '../catalog/world.ts';
import { useDatabase } from '../database.ts';
import { at, done, evening, NOW, paris, twoManagers } from './two-managers.ts';

useDatabase();

const TERMS: TermsAsked = {
  ...{ minutes: null, prepMinutes: 20, rateCents: 5_555, lumpCents: null, travelCents: 1_200, cancellation: '48 h' },
  ...{
    practical: 'Salle en cercle',
    siret: '20000000000015',
    serviceCode: 'PE',
    commitment: 'EJ-1',
    budgetLineId: null,
  },
};
const secretaryOf = (world: World, relaisId: string) =>
  actorOf(world.collectiviteId, world.animatorId, [{ role: 'SECRETARY', relaisId }]);
const elsewhere = (world: World) =>
  actorOf(world.collectiviteId, world.animatorId, [{ role: 'ANIMATOR', relaisId: world.south }]);

describe('an intervenant of two managers', () => {
  it('is one person by his e-mail, and sees his dates of both, where each is', async () => {
    const { here, there, self, other } = await twoManagers();
    expect((await ownIntervenants(self)).map(({ personId }) => personId)).toEqual([self.personId, other.personId]);
    await evening(here, self, ['2026-12-01'], {
      state: 'ACCEPTED',
      title: 'Ici',
      startsAt: paris('2026-12-01', '19:00'),
    });
    const { sessionIds } = await evening(there, other, ['2026-12-01', '2026-12-02'], {
      state: 'ACCEPTED',
      title: 'Là-bas',
    });
    const page = await ledSessions(self, NOW);
    expect(page?.sessions.map(({ title, here: isHere, clash }) => [title, isHere, clash !== null])).toEqual([
      ['Ici', true, true],
      ['Là-bas', false, true],
      ['Là-bas', false, false],
    ]);
    expect(new Set(page?.sessions.map(({ collectivite }) => collectivite)).size).toBe(2);
    const sheet = await practicalSheet(self, at(sessionIds, 0), NOW);
    expect(sheet).toMatchObject({ here: false, leadsGroup: false, cohortId: null, expected: '0 adulte attendu' });
    expect(await ownAccount(self, other.personId)).toMatchObject({ collectiviteId: there.collectiviteId, roles: [] });
  });

  it('sees nothing by another e-mail, of an erased account, nor when he is no intervenant', async () => {
    const { here, there, self, other } = await twoManagers();
    const { sessionIds } = await evening(there, other, ['2026-12-02'], { state: 'ACCEPTED' });
    await evening(there, other, ['2026-12-03']);
    const sees = async (actor = self) => [
      (await ledSessions(actor, NOW))?.sessions.length ?? null,
      (await openProposals(actor, NOW)).length,
      (await practicalSheet(actor, at(sessionIds, 0), NOW)) !== null,
    ];
    expect(await sees()).toEqual([1, 1, true]);
    expect(await sees({ ...self, intervenantId: null })).toEqual([null, 0, false]);
    await db().person.update({ where: { id: self.personId }, data: { email: 'autre@exemple.fr' } });
    expect(await sees()).toEqual([0, 0, false]);
    await db().person.update({ where: { id: self.personId }, data: { email: null } });
    await db().person.update({ where: { id: other.personId }, data: { email: null } });
    expect(await sees()).toEqual([0, 0, false]);
    const email = 'marc@deux.example';
    await db().person.update({ where: { id: self.personId }, data: { email } });
    await db().person.update({ where: { id: other.personId }, data: { email, erasedAt: NOW } });
    expect(await sees()).toEqual([0, 0, false]);
    expect(await practicalSheet(here.animator, at(sessionIds, 0), NOW)).toBeNull();
  });

  it('reads no name of those enrolled', async () => {
    const { here, self } = await twoManagers();
    const { sessionIds } = await evening(here, self, ['2026-12-01'], { state: 'ACCEPTED' });
    const { personId } = await makeProfessional(here, { firstName: 'Zébuline', lastName: 'Inconnue' });
    const made = {
      collectiviteId: here.collectiviteId,
      sessionId: at(sessionIds, 0),
      personId,
      state: 'CONFIRMED' as const,
    };
    await db().enrollment.create({
      data: {
        ...{ ...made, arrival: 1, createdAt: NOW, changedAt: NOW, createdById: personId },
        children: { create: [{ collectiviteId: here.collectiviteId, fromMonths: 18, untilMonths: 36 }] },
      },
    });
    const sheet = await practicalSheet(self, at(sessionIds, 0), NOW);
    expect(sheet).toMatchObject({ expected: '1 adulte et 1 enfant attendus', bands: ['1 enfant, 18 mois – 3 ans'] });
    expect(JSON.stringify([sheet, await ledSessions(self, NOW)])).not.toMatch(/Zébuline|Inconnue/);
  });

  it('must sign in again with a new e-mail', async () => {
    const { here, self } = await twoManagers();
    const life = { createdAt: NOW, expiresAt: paris('2027-01-01', '09:00'), lastSeenAt: NOW };
    await db().authSession.create({ data: { personId: self.personId, tokenHash: self.personId, ...life } });
    const revoked = async () =>
      (await db().authSession.findUniqueOrThrow({ where: { tokenHash: self.personId } })).revokedAt;
    const { email } = await db().person.findUniqueOrThrow({ where: { id: self.personId } });
    const change = {
      personId: self.personId,
      firstName: 'Marc',
      lastName: 'Petit',
      profession: 'psychologue',
      organisation: '',
    };
    done(await changeIntervenant(here.animator, { ...change, email: email ?? '', phone: '06 39 98 02 00' }, NOW));
    expect(await revoked()).toBeNull();
    done(await changeIntervenant(here.animator, { ...change, email: 'nouveau@exemple.fr', phone: '' }, NOW));
    expect(await revoked()).not.toBeNull();
    const wrong = { ...change, email: '', phone: '12' };
    expect(await changeIntervenant(here.animator, wrong, NOW)).toMatchObject({ refusal: { code: 'PHONE_WRONG' } });
    const stranger = actorOf(self.personId, self.personId, [{ role: 'ADMIN', relaisId: null }]);
    expect(await changeIntervenant(stranger, { ...change, email: '', phone: '' }, NOW)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
  });

  it('says once when he can come, to both', async () => {
    const { self, other } = await twoManagers();
    const off = { free: false, part: 'WHOLE', note: '', on: { from: '2026-12-24', until: '2026-12-31' } } as const;
    done(await stateAvailability(self, off, NOW));
    done(await stateAvailability(other, off, NOW));
    const rows = await myAvailability(other, '2026-11-22');
    expect(rows).toMatchObject([{ free: false, words: 'du 24 décembre au 31 décembre 2026' }]);
    expect(await db().availability.count({ where: { personId: { in: [self.personId, other.personId] } } })).toBe(2);
    const backwards = { ...off, on: { from: '2026-12-31', until: '2026-12-24' } };
    expect(await stateAvailability(self, backwards, NOW)).toMatchObject({ refusal: { code: 'DATES_WRONG' } });
    const availabilityId = rows?.[0]?.id ?? '';
    const nobody = (await twoManagers()).self;
    expect(await removeAvailability(nobody, { availabilityId }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    done(await removeAvailability(self, { availabilityId }, NOW));
    expect(await removeAvailability(self, { availabilityId }, NOW)).toMatchObject({ ok: true, again: true });
    expect(await myAvailability(self, '2026-11-22')).toEqual([]);
  });
});

describe('what took place and its payment', () => {
  it('is confirmed by him after its end, once, at another manager too', async () => {
    const { there, self, other } = await twoManagers();
    const { assignmentIds, sessionIds } = await evening(there, other, ['2026-12-01'], { state: 'ACCEPTED' });
    const assignmentId = at(assignmentIds, 0);
    const end = paris('2026-12-01', '21:30');
    const before = new Date(end.getTime() - 1);
    expect(await confirmDone(self, { assignmentId }, before)).toMatchObject({ refusal: { code: 'NOT_ENDED' } });
    expect(await confirmDone((await twoManagers()).self, { assignmentId }, end)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    expect(await confirmDone(self, { assignmentId }, end)).toEqual({ ok: true, again: false });
    expect(await confirmDone(self, { assignmentId }, end)).toEqual({ ok: true, again: true });
    const [bill, ...more] = await db().assignmentBill.findMany({ where: { assignmentId } });
    expect([bill?.state, bill?.at, bill?.byId, more.length]).toEqual(['DONE', end, other.personId, 0]);
    expect((await rowsOfHistory(at(sessionIds, 0))).map(({ what }) => what)).toContain('bill.done');
    expect((await myPast(self, end)).map(({ state }) => state)).toEqual(['DONE']);
    const asked = await evening(there, other, ['2026-12-02']);
    expect(
      await confirmDone(self, { assignmentId: at(asked.assignmentIds, 0) }, paris('2026-12-03', '09:00')),
    ).toMatchObject({
      refusal: { code: 'NOT_HELD' },
    });
  });

  it('is moved in bulk by the team of the relais, all or none, and taken back with a reason', async () => {
    const { here, self } = await twoManagers();
    const days = ['2026-12-01', '2026-12-02'];
    const { assignmentIds, sessionIds } = await evening(here, self, days, { state: 'ACCEPTED' });
    const end = paris('2026-12-05', '09:00');
    const move = (to: 'DONE' | 'TO_INVOICE' | 'INVOICED' | 'PAID', reference = '', actor = here.animator) =>
      moveBills(actor, { assignmentIds, to, reference }, end);
    expect(await moveBills(here.animator, { assignmentIds: [], to: 'DONE', reference: '' }, end)).toMatchObject({
      refusal: { code: 'NOTHING_CHOSEN' },
    });
    for (const actor of [elsewhere(here), secretaryOf(here, here.north), self, actorOf(self.personId, self.personId)]) {
      expect(await move('DONE', '', actor)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    }
    expect(await move('PAID')).toMatchObject({ refusal: { code: 'WRONG_ORDER' } });
    done(await confirmDone(self, { assignmentId: at(assignmentIds, 0) }, end));
    expect(await move('DONE')).toEqual({ ok: true, moved: 1 });
    expect(await move('DONE')).toEqual({ ok: true, moved: 0 });
    expect(await move('INVOICED')).toMatchObject({ refusal: { code: 'REFERENCE_NEEDED' } });
    expect(await move('INVOICED', 'F-7')).toEqual({ ok: true, moved: 2 });
    const assignmentId = at(assignmentIds, 0);
    const undo = { assignmentId, state: 'INVOICED' as const, reason: 'Erreur de numéro' };
    expect(await undoBill(here.animator, { ...undo, reason: ' ' }, end)).toMatchObject({
      refusal: { code: 'REASON_NEEDED' },
    });
    expect(await undoBill(elsewhere(here), undo, end)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await undoBill(here.animator, undo, end)).toEqual({ ok: true, again: false });
    expect(await undoBill(here.animator, undo, end)).toEqual({ ok: true, again: true });
    const rows = await db().assignmentBill.findMany({ where: { assignmentId }, orderBy: { state: 'asc' } });
    expect(rows.map(({ state, undoneAt }) => [state, undoneAt !== null])).toEqual([
      ['DONE', false],
      ['INVOICED', true],
    ]);
    const card = await intervenantCard(here.animator, self.personId, end);
    expect(card?.past.map(({ state, reference }) => [state, reference])).toEqual([
      ['INVOICED', 'F-7'],
      ['DONE', ''],
    ]);
    expect((await rowsOfHistory(at(sessionIds, 0))).at(-1)?.detail).toMatchObject({ reason: 'Erreur de numéro' });
  });
});

describe('terms, statements and the budget', () => {
  it('are set for a whole series, carried over, and refused elsewhere', async () => {
    const { here, self } = await twoManagers();
    const days = ['2026-12-01', '2026-12-08', '2027-01-05'];
    const { assignmentIds, sessionIds } = await evening(here, self, days, { state: 'ACCEPTED' });
    const line = { relaisId: here.north, year: 2026, label: 'Psychologue', amountCents: 20_000 };
    const { lineId } = done(await addBudgetLine(here.animator, line, NOW));
    const { lineId: nextId } = done(await addBudgetLine(here.animator, { ...line, year: 2027 }, NOW));
    const assignmentId = at(assignmentIds, 0);
    const input = { assignmentId, scope: 'ALL' as const, terms: { ...TERMS, budgetLineId: lineId } };
    for (const actor of [elsewhere(here), secretaryOf(here, here.north), self]) {
      expect(await setTerms(actor, input, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    }
    const foreign = done(await addBudgetLine(SYSTEM, { ...line, relaisId: here.south }, NOW)).lineId;
    const wrong = { ...input, terms: { ...TERMS, budgetLineId: foreign } };
    expect(await setTerms(here.animator, wrong, NOW)).toMatchObject({ refusal: { code: 'LINE_UNKNOWN' } });
    expect(await setTerms(here.animator, input, NOW)).toEqual({ ok: true, set: 3 });
    expect(await setTerms(here.animator, input, NOW)).toEqual({ ok: true, set: 3 });
    const rows = await db().assignmentTerms.findMany({
      where: { assignmentId: { in: assignmentIds } },
      orderBy: { assignment: { session: { startsAt: 'asc' } } },
    });
    expect(rows.map(({ minutes, budgetLineId }) => [minutes, budgetLineId])).toEqual([
      [120, lineId],
      [120, lineId],
      [120, nextId],
    ]);
    const again = await evening(here, self, ['2026-12-20']);
    const page = await termsPage(here.animator, { sessionId: at(again.sessionIds, 0), assignmentId: null }, NOW);
    expect(page).toMatchObject({
      carried: true,
      set: false,
      typed: { tarif: '55,55', deplacement: '12,00' },
      mayWrite: true,
    });
    expect(await termsPage(elsewhere(here), { sessionId: at(sessionIds, 0), assignmentId }, NOW)).toBeNull();
    const end = paris('2026-12-02', '09:00');
    const one = { assignmentIds: [assignmentId], reference: 'F-1' };
    for (const to of ['DONE', 'INVOICED'] as const) done(await moveBills(here.animator, { ...one, to }, end));
    expect(await setTerms(here.animator, { ...input, scope: 'ONE' }, end)).toMatchObject({
      refusal: { code: 'BILLED' },
    });
    const price = priceOf({ ...TERMS, minutes: 120 }).total;
    const lines = await budgetOf(here.animator, 2026, end);
    expect(lines).toMatchObject([{ amount: 20_000, spent: price, committed: price, proposed: 0, mayWrite: true }]);
    expect(await budgetOf(secretaryOf(here, here.north), 2026, end)).toMatchObject([{ mayWrite: false }]);
    expect(await budgetOf(self, 2026, end)).toBeNull();
  });

  it('tells him what changes in what he accepted, in one mail, and nobody else', async () => {
    const { here, self } = await twoManagers();
    const accepted = await evening(here, self, ['2026-12-01', '2026-12-08'], { state: 'ACCEPTED', title: 'Le jeu' });
    const asked = await evening(here, self, ['2026-12-10']);
    const set = async (assignmentId: string, terms: TermsAsked, scope: 'ONE' | 'ALL' = 'ALL') =>
      done(await setTerms(here.animator, { assignmentId, scope, terms }, NOW));
    const told = async () => {
      const where = { personId: { in: [self.personId, here.animatorId] }, template: 'sessions-led' };
      const mails = await db().outgoingMail.findMany({ where, select: { personId: true, props: true } });
      await db().outgoingMail.deleteMany({ where });
      return mails;
    };
    await told(); // that he is asked
    await set(at(asked.assignmentIds, 0), TERMS);
    expect(await told()).toEqual([]);
    const [batch] = await openProposals(self, NOW);
    expect(batch && Object.values(await proposedTerms(batch))).toEqual([
      expect.stringMatching(
        /^Conditions : 2 h à 55,55\u00a0€ .*, soit 141,62\u00a0€\. En cas d’annulation : 48 h$/,
      ) as unknown,
    ]);
    await set(at(accepted.assignmentIds, 0), TERMS);
    const fails = async () => (await intervenantCard(here.animator, self.personId, NOW))?.mailFails;
    expect(await fails()).toBe(false);
    await db().outgoingMail.updateMany({
      where: { personId: self.personId },
      data: { state: 'FAILED', lastError: '550' },
    });
    expect(await fails()).toBe(true);
    const [first, ...others] = await told();
    expect(others).toEqual([]);
    const notes = [
      'Rémunération : 2 h à 55,55\u00a0€ de l’heure, préparation 20 min, déplacement 12,00\u00a0€, soit 141,62\u00a0€.',
      'En cas d’annulation : 48 h.',
      'À savoir : Salle en cercle.',
      'Références à porter sur la facture : SIRET 20000000000015, service PE, engagement EJ-1.',
    ];
    const line = { what: 'CHANGED', notes };
    expect(first).toMatchObject({ personId: self.personId, props: { lines: [line, line], answer: null } });
    await set(at(accepted.assignmentIds, 0), TERMS);
    expect(await told()).toEqual([]);
    await set(at(accepted.assignmentIds, 1), { ...TERMS, travelCents: 0, cancellation: '' }, 'ONE');
    const was = expect.stringMatching(/^Rémunération : 2 h .* C’était : .*141,62\u00a0€\.$/) as unknown;
    const changed = { notes: [was, 'En cas d’annulation : rien n’est plus prévu.'] };
    expect(await told()).toMatchObject([{ props: { lines: [changed] } }]);
  });

  it('gives his statement by manager, and the team’s for its relais alone', async () => {
    const { here, there, self, other } = await twoManagers();
    const north = await evening(here, self, ['2026-12-01'], { state: 'ACCEPTED', title: 'Nord' });
    const south = await evening(here, self, ['2026-12-02'], { state: 'ACCEPTED', title: 'Sud', relaisId: here.south });
    const far = await evening(there, other, ['2026-12-03', '2027-01-07'], { state: 'ACCEPTED', title: 'Loin' });
    for (const assignmentId of [...north.assignmentIds, ...south.assignmentIds, ...far.assignmentIds])
      done(await setTerms(SYSTEM, { assignmentId, scope: 'ONE', terms: TERMS }, NOW));
    const quarter = { du: '2026-10-01', au: '2026-12-31' };
    const mine = (await myStatements(self, quarter))?.statements;
    expect(mine?.map(({ lines }) => lines.map(({ title }) => title))).toEqual([['Nord', 'Sud'], ['Loin']]);
    const price = priceOf({ ...TERMS, minutes: 120 }).total;
    expect(mine?.map(({ lines }) => totalOf(lines))).toEqual([2 * price, price]);
    const seen = async (actor: typeof self) =>
      (await teamStatements(actor, self.personId, quarter))?.statements.flatMap(({ lines }) =>
        lines.map(({ title }) => title),
      );
    expect(await seen(here.animator)).toEqual(['Nord']);
    expect(await seen(elsewhere(here))).toEqual(['Sud']);
    expect(await seen(there.animator)).toBeUndefined();
    expect(await seen(self)).toBeUndefined();
    const { slug } = await db().relais.findUniqueOrThrow({ where: { id: here.south } });
    const one = await myStatements(self, { ...quarter, relais: slug });
    expect(one?.statements.map(({ lines }) => lines.map(({ title }) => title))).toEqual([['Sud']]);
    expect(one?.relais.map(({ slug: choice }) => choice)).toContain(slug);
    expect([one?.relais.length, (await myStatements(self, quarter))?.relais.length]).toEqual([3, 3]);
    expect((await teamStatements(here.animator, self.personId, quarter))?.relais.length).toBe(1);
  });

  it('keeps budget lines apart, and those that are used', async () => {
    const { here } = await twoManagers();
    const line = { relaisId: here.north, year: 2026, label: 'Musique', amountCents: 10_000 };
    const { lineId } = done(await addBudgetLine(here.animator, line, NOW));
    expect(done(await addBudgetLine(here.animator, line, NOW)).lineId).toBe(lineId);
    expect(await addBudgetLine(here.animator, { ...line, amountCents: 1 }, NOW)).toMatchObject({
      refusal: { code: 'TAKEN' },
    });
    expect(await addBudgetLine(here.animator, { ...line, year: 26 }, NOW)).toMatchObject({
      refusal: { code: 'YEAR_WRONG' },
    });
    expect(await addBudgetLine(elsewhere(here), line, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    const change = { lineId, label: 'Musique et danse', amountCents: 12_000 };
    done(await changeBudgetLine(here.animator, change, NOW));
    done(await changeBudgetLine(here.animator, change, NOW));
    const second = done(await addBudgetLine(here.animator, line, NOW)).lineId;
    expect(await changeBudgetLine(here.animator, { ...change, lineId: second }, NOW)).toMatchObject({
      refusal: { code: 'TAKEN' },
    });
    expect(await changeBudgetLine(elsewhere(here), change, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await removeBudgetLine(elsewhere(here), { lineId }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    done(await removeBudgetLine(here.animator, { lineId }, NOW));
    expect(await removeBudgetLine(here.animator, { lineId }, NOW)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  it('are read in as many statements for one date as for thirty', async () => {
    const { here, self } = await twoManagers();
    const reads = {
      directory: () => intervenants(here.animator, { words: 'pétit' }, NOW),
      card: () => intervenantCard(here.animator, self.personId, NOW),
      statement: () => myStatements(self, { du: '2026-12-01', au: '2027-03-01' }),
      schedule: () => ledSessions(self, NOW),
      budget: () => budgetOf(here.animator, 2026, NOW),
    };
    const counts = async () => {
      const found: Record<string, number> = {};
      for (const [name, read] of Object.entries(reads)) found[name] = await countStatements(read);
      return found;
    };
    const first = await evening(here, self, ['2026-12-01'], { state: 'ACCEPTED' });
    const one = await counts();
    const days = Array.from({ length: 29 }, (_, n) => `2027-01-${String(n + 1).padStart(2, '0')}`);
    await evening(here, self, days, { state: 'ACCEPTED' });
    expect(await counts()).toEqual(one);
    expect(await reads.directory()).toMatchObject([{ name: 'Marc Petit' }, { name: 'Marc Petit' }]);
    expect(await sessionSpeakers(here.animator, at(first.sessionIds, 0))).toMatchObject([
      { standing: 'ACCEPTED', money: { agreed: false } },
    ]);
    expect(await sessionSpeakers(elsewhere(here), at(first.sessionIds, 0))).toEqual([]);
  });
});
