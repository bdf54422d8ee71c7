import { addMaterial } from '#app/catalog/addMaterial.server.ts';
import { db } from '#app/db/client.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { addDays, localDate } from '#app/time/local.ts';
import { answerCampaign } from '#app/training/answerCampaign.server.ts';
import { answerFeedback } from '#app/training/answerFeedback.server.ts';
import { answerNoNeed } from '#app/training/answerNoNeed.server.ts';
import { askFeedback } from '#app/training/askFeedback.server.ts';
import { QUESTIONS } from '#app/training/feedback.ts';
import { SUITS } from '#app/training/need-words.ts';
import { sendCampaign } from '#app/training/sendCampaign.server.ts';
import { startCampaign } from '#app/training/startCampaign.server.ts';
import { succeed } from './succeed.ts';
import type { DemoWorld } from './world.ts';

const DAY_MS = 86_400_000;
const ANSWERS = 24;
const NO_NEEDS = 6;

/** A campaign of needs that is over, with its answers; what was thought of a training; documents of meetings to come. */
export async function fillAsking(world: DemoWorld): Promise<void> {
  await fillCampaign(world);
  await fillFeedback(world);
  await fillMaterials(world);
}

async function fillCampaign({ relais, now, zone, random, collectiviteId }: DemoWorld): Promise<void> {
  const [host] = relais;
  if (!host) return;
  const then = new Date(now.getTime() - 40 * DAY_MS);
  const closesOn = addDays(localDate(then, zone), 20);
  const words = 'Nous préparons les formations de l’an prochain : dites-nous ce qui vous serait utile.';
  const { campaignId } = succeed(await startCampaign(SYSTEM, { relaisId: host.id, closesOn, words }, then));
  await sendCampaign(campaignId, then);
  const invites = await db().needInvite.findMany({
    where: { campaignId, person: { email: { not: null } } },
    orderBy: [{ person: { lastName: 'asc' } }, { person: { firstName: 'asc' } }, { personId: 'asc' }],
    select: { id: true },
  });
  const themes = await db().trainingTheme.findMany({
    where: { collectiviteId, relaisId: null, retiredAt: null },
    orderBy: { title: 'asc' },
    select: { id: true },
  });
  const asked = random
    .some(invites, ANSWERS + NO_NEEDS)
    .map(({ id }) => ({ kind: 'asked', purpose: 'need', id }) as const);
  const said = { words: '', why: '', urgency: 'THIS_YEAR' } as const;
  for (const [n, bearer] of asked.entries()) {
    const at = new Date(then.getTime() + (1 + (n % 12)) * DAY_MS);
    const suits = random.some(SUITS, random.int(1, 2)).map(({ code }) => code);
    if (n < NO_NEEDS) succeed(await answerNoNeed(bearer, at));
    else succeed(await answerCampaign(bearer, { ...said, suits, themeId: random.pick(themes).id }, at));
  }
}

const WORDS = [
  'Des gestes que j’ai refaits dès le lundi.',
  '',
  'Un peu court, j’aurais aimé une matinée de plus.',
  '',
  'Merci !',
];

/** Of the latest training held: all but the first of those who came have answered. */
async function fillFeedback({ now, random }: DemoWorld): Promise<void> {
  const training = await db().activity.findFirst({
    where: { kind: 'FORMATION', sessions: { some: { endsAt: { lt: now }, presences: { some: {} } } } },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  if (!training) return;
  const asked = await askFeedback(SYSTEM, { activityId: training.id }, now);
  if (!asked.ok) return;
  const asks = await db().feedbackAsk.findMany({
    where: { activityId: training.id },
    select: { id: true, personId: true },
  });
  const accounts = new Set(
    (await db().person.findMany({ where: { email: { startsWith: 'nadia.morel@' } } })).map(({ id }) => id),
  );
  const url = 'https://www.inrs.fr/';
  const page = { title: 'L’aide-mémoire du secouriste', url, sessionId: null, when: 'AFTER' as const };
  succeed(await addMaterial(SYSTEM, { activityId: training.id, ...page }, now));
  const answering = asks.filter(({ personId }) => !accounts.has(personId));
  for (const [n, { id }] of answering.entries()) {
    const marks = Object.fromEntries(QUESTIONS.map(({ key }) => [key, random.int(2, 4)]));
    succeed(await answerFeedback({ kind: 'asked', purpose: 'feedback', id }, { marks, words: WORDS[n] ?? '' }));
  }
}

const MEETINGS = 6;

async function fillMaterials({ relais, now }: DemoWorld): Promise<void> {
  const sessions = await db().session.findMany({
    where: {
      ...{ relaisId: { in: relais.slice(0, 2).map(({ id }) => id) }, state: 'PUBLISHED', startsAt: { gt: now } },
      activity: { kind: 'REUNION' },
    },
    orderBy: { startsAt: 'asc' },
    take: MEETINGS,
    select: { id: true, activityId: true },
  });
  for (const { id: sessionId, activityId } of sessions) {
    const about = { activityId, sessionId, when: 'BEFORE' as const };
    const link = { title: 'Quelques repères à lire avant', url: 'https://www.monenfant.fr/' };
    succeed(await addMaterial(SYSTEM, { ...about, ...link }, now));
    const file = { name: 'questions.pdf', bytes: pageOf('Vos questions pour la soiree : notez-en deux ou trois.') };
    succeed(await addMaterial(SYSTEM, { ...about, title: 'Préparer mes questions', file }, now));
  }
}

/** A page with one line, in the plainest PDF. */
function pageOf(line: string): Uint8Array<ArrayBuffer> {
  const text = `BT /F1 16 Tf 72 760 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const at = pdf.length;
    pdf += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(pdf, (sign) => sign.charCodeAt(0));
}
