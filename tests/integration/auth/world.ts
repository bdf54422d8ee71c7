import { requestCode } from '#app/auth/requestCode.server.ts';
import { db } from '#app/db/client.server.ts';

export const APP_URL = 'http://localhost:3000';
export const NOW = new Date('2026-11-22T08:00:00Z');
export const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
export const HOUR = 60;
export const DAY = 24 * HOUR;

let number = 0;
const next = (word: string) => `${word}-${(number += 1)}`;

/** A browser of its own: limits count per address. */
export const someBrowser = () => ({ device: 'Firefox sur Linux', address: next('198.51.100'), formerToken: null });

export async function someCollectivite(name = 'Amiens Métropole') {
  return db().collectivite.create({ data: { slug: next('collectivite'), name } });
}

export async function someone(as: { email?: string; collectiviteId?: string; erasedAt?: Date } = {}) {
  const collectiviteId = as.collectiviteId ?? (await someCollectivite()).id;
  const email = as.email ?? `${next('personne')}@exemple.fr`;
  const data = { collectiviteId, firstName: 'Nadia', lastName: 'Morel', email, erasedAt: as.erasedAt ?? null };
  const person = await db().person.create({ data });
  return { personId: person.id, collectiviteId, email };
}

export async function someProfessional(as: { email?: string; collectiviteId?: string } = {}) {
  const person = await someone(as);
  const { personId, collectiviteId } = person;
  await db().professional.create({ data: { personId, collectiviteId } });
  return person;
}

export async function someAnimator(dates: { from?: string; until?: string } = {}) {
  const person = await someone();
  const { personId, collectiviteId } = person;
  const from = new Date(dates.from ?? '2026-01-01');
  const until = dates.until === undefined ? null : new Date(dates.until);
  await db().staffRole.create({ data: { personId, collectiviteId, role: 'ANIMATOR', from, until } });
  return person;
}

/** Asks a code and reads it in the outbox. */
export async function ask(email: string, { browser = null, now = NOW }: { browser?: string | null; now?: Date } = {}) {
  const outcome = await requestCode({ email, browser, address: next('203.0.113'), retour: null }, now);
  if (outcome.kind !== 'sent') throw new Error(outcome.kind);
  const mail = await lastMail(email);
  return { browser: outcome.browser, code: String(mail?.code), token: String(mail?.link).replace('/connexion/', '') };
}

export async function lastMail(to: string): Promise<{ code: unknown; link: unknown } | null> {
  const mail = await db().outgoingMail.findFirst({ where: { to }, orderBy: { queuedAt: 'desc' } });
  return mail && { code: Reflect.get(Object(mail.props), 'code'), link: Reflect.get(Object(mail.props), 'link') };
}
