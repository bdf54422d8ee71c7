import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { settingOn } from '#app/people/dated-settings.ts';
import { datedValues } from '#app/people/dated-values.server.ts';
import { dayPlain } from '#app/time/french.ts';
import { addMonths, localDate } from '#app/time/local.ts';
import { expiringIn } from './relais-expiries.server.ts';

/**
 * Sends each animator, once a month, what expires soon among the professionals of her relais; nothing when nothing does.
 * Gives how many were sent.
 */
export async function digestExpiries(now: Date, tx?: Tx): Promise<number> {
  return inTransaction(tx, async (tx) => {
    let sent = 0;
    for (const collectivite of await tx.collectivite.findMany({ select: { id: true, timezone: true } })) {
      sent += await digestOf(tx, collectivite, now);
    }
    return sent;
  });
}

async function digestOf(tx: Tx, { id: collectiviteId, timezone }: { id: string; timezone: string }, now: Date) {
  const today = localDate(now, timezone);
  const about = `digest:${today.slice(0, 7)}`;
  const months = settingOn('training.firstAlertMonths', today, await datedValues(collectiviteId, tx)) ?? 0;
  const relais = await tx.relais.findMany({ where: { collectiviteId }, select: { id: true, name: true } });
  const lines = await expiringIn(
    tx,
    relais.map(({ id }) => id),
    { today, from: today, until: addMonths(today, months) },
  );
  const animators = await animatorsOf(tx, collectiviteId, about, now);
  const mails = animators.flatMap(({ personId, email, everywhere, relaisIds }): OutgoingMailInput[] => {
    const names = new Set(relais.filter(({ id }) => everywhere || relaisIds.includes(id)).map(({ name }) => name));
    const hers = lines.filter(({ relais: home }) => names.has(home));
    if (hers.length === 0) return [];
    const words = hers.slice(0, MOST_LINES).map(({ name, title, expiresOn, email: address }) => {
      const day = dayPlain(expiresOn.toISOString().slice(0, 10), { year: true });
      return `${name} : ${title}, jusqu’au ${day}${address === null ? ' (sans e-mail : à appeler)' : ''}`;
    });
    const props = { relais: null, lines: words, more: hers.length - words.length };
    return [{ template: 'expiry-digest', props, personId, collectiviteId, to: email, now }];
  });
  await tx.expiryNotice.createMany({
    data: mails.flatMap(({ personId }) => (personId === null ? [] : [{ personId, about, collectiviteId, at: now }])),
  });
  await enqueueMail(tx, mails);
  return mails.length;
}

const MOST_LINES = 40;

type Animator = { personId: string; email: string; everywhere: boolean; relaisIds: string[] };

/** Those who have an e-mail and were not sent this month's. */
function animatorsOf(tx: Tx, collectiviteId: string, about: string, now: Date): Promise<Animator[]> {
  return tx.$queryRaw<Animator[]>`
    SELECT p.id AS "personId", p.email, bool_or(s."relaisId" IS NULL) AS everywhere,
           coalesce(array_agg(s."relaisId"::text) FILTER (WHERE s."relaisId" IS NOT NULL), '{}') AS "relaisIds"
      FROM "StaffRole" s JOIN "Person" p ON p.id = s."personId" AND p.email IS NOT NULL AND p."erasedAt" IS NULL
     WHERE s."collectiviteId" = ${collectiviteId}::uuid AND s.role = 'ANIMATOR' AND s."from" <= ${now}::date
       AND (s.until IS NULL OR s.until >= ${now}::date)
       AND NOT EXISTS (SELECT 1 FROM "ExpiryNotice" n WHERE n."personId" = p.id AND n.about = ${about})
     GROUP BY p.id ORDER BY p.id`;
}
