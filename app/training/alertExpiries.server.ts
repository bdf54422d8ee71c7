import { Prisma } from '#app/db/generated/client.ts';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { settingOn } from '#app/people/dated-settings.ts';
import { datedValues } from '#app/people/dated-values.server.ts';
import { dayPlain } from '#app/time/french.ts';
import { addMonths, localDate } from '#app/time/local.ts';
import { expiringIn, type ExpiringPerson } from './relais-expiries.server.ts';

/**
 * Tells each professional by mail that a certificate of hers ends soon: once months before, once when it is near (dated
 * settings). Running it again tells nobody twice. Gives how many were told.
 */
export async function alertExpiries(now: Date, tx?: Tx): Promise<number> {
  return inTransaction(tx, async (tx) => {
    let told = 0;
    for (const collectivite of await tx.collectivite.findMany({ select: { id: true, timezone: true } })) {
      told += await alertOf(tx, collectivite, now);
    }
    return told;
  });
}

async function alertOf(tx: Tx, { id: collectiviteId, timezone }: { id: string; timezone: string }, now: Date) {
  const today = localDate(now, timezone);
  const own = await datedValues(collectiviteId, tx);
  const monthsOf = (key: 'training.firstAlertMonths' | 'training.lastAlertMonths') => settingOn(key, today, own) ?? 0;
  const until = addMonths(today, monthsOf('training.firstAlertMonths'));
  const near = addMonths(today, monthsOf('training.lastAlertMonths'));
  const relais = await tx.relais.findMany({
    where: { collectiviteId },
    select: { id: true, name: true, phone: true, email: true },
  });
  const rows = await expiringIn(
    tx,
    relais.map(({ id }) => id),
    { today, from: today, until },
  );
  const due = rows
    .filter(({ email }) => email !== null)
    .map((row) => ({ ...row, about: `${row.id}:${dayOf(row) <= near ? 'LAST' : 'FIRST'}` }));
  const fresh = await notTold(tx, collectiviteId, due, now);
  const mails = due.flatMap(({ personId, title, email, about, ...row }): OutgoingMailInput[] => {
    if (email === null || !fresh.has(`${personId} ${about}`)) return [];
    const contact = relais.find(({ name }) => name === row.relais);
    const words = contact ? { name: contact.name, phone: contact.phone, email: contact.email } : null;
    const props = { relais: words, what: title, until: dayPlain(dayOf(row), { year: true }) };
    return [{ template: 'expiry-near', props, personId, collectiviteId, to: email, now }];
  });
  await enqueueMail(tx, mails);
  return mails.length;
}

const dayOf = ({ expiresOn }: Pick<ExpiringPerson, 'expiresOn'>) => expiresOn.toISOString().slice(0, 10);

type Due = { personId: string; about: string };

/** Of these, those who had not been told; they now have. One statement. */
async function notTold(tx: Tx, collectiviteId: string, due: readonly Due[], now: Date): Promise<Set<string>> {
  if (due.length === 0) return new Set();
  const rows = await tx.$queryRaw<Due[]>(Prisma.sql`
    INSERT INTO "ExpiryNotice" ("personId", about, "collectiviteId", at)
    SELECT d."personId", d.about, ${collectiviteId}::uuid, ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(due.map(({ personId, about }) => ({ personId, about })))}::jsonb)
        AS d ("personId" uuid, about text)
    ON CONFLICT DO NOTHING RETURNING "personId", about`);
  return new Set(rows.map(({ personId, about }) => `${personId} ${about}`));
}
