import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { localDate } from '#app/time/local.ts';
import { normalEmail, normalPhone } from './contact.ts';
import { refuse, type Outcome } from './outcome.ts';
import type { ProfessionalKindName } from './professional-words.ts';

export type AccessAsked = {
  firstName: string;
  lastName: string;
  kind: ProfessionalKindName;
  /** '' for none; one of the two is needed. */
  email: string;
  phone: string;
  /** Whichever she knows: her relais, else her commune. */
  relaisId: string | null;
  communeId: string | null;
};

type Refusal = { code: 'NO_RELAIS' | 'NO_CONTACT' | 'PHONE_WRONG' };

/**
 * A candidate, a nanny or an AM asks for an account; a relais's team answers. Anyone may ask: the answer is the same
 * whether she is known or not, and asking twice leaves one request.
 */
export async function requestAccess(
  asked: AccessAsked,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ relais: string }, Refusal>> {
  const email = asked.email.trim() === '' ? null : normalEmail(asked.email);
  const phone = asked.phone.trim() === '' ? null : normalPhone(asked.phone);
  if (phone === null && asked.phone.trim() !== '') return refuse({ code: 'PHONE_WRONG' });
  if (email === null && phone === null) return refuse({ code: 'NO_CONTACT' });
  return inTransaction(tx, async (tx) => {
    const relais = await relaisOf(tx, asked, now);
    if (!relais) return refuse({ code: 'NO_RELAIS' });
    const names = { firstName: asked.firstName.trim(), lastName: asked.lastName.trim() };
    const who = { relaisId: relais.id, state: 'PENDING' as const, ...names, email, phone };
    if (await tx.accessRequest.findFirst({ where: who, select: { id: true } }))
      return { ok: true, relais: relais.name };
    const { collectiviteId } = relais;
    const commune = asked.communeId && (await tx.commune.findFirst({ where: { id: asked.communeId, collectiviteId } }));
    const communeId = commune ? commune.id : null;
    await tx.accessRequest.create({ data: { ...who, collectiviteId, kind: asked.kind, communeId, at: now } });
    return { ok: true, relais: relais.name };
  });
}

/** The relais she names, else the one that serves her commune that day: its own before one by agreement. */
async function relaisOf(tx: Tx, { relaisId, communeId }: AccessAsked, now: Date) {
  const select = { id: true, collectiviteId: true, name: true };
  if (relaisId !== null) return tx.relais.findUnique({ where: { id: relaisId }, select });
  if (communeId === null) return null;
  const commune = await tx.commune.findUnique({
    where: { id: communeId },
    select: { collectivite: { select: { timezone: true } } },
  });
  if (!commune) return null;
  const today = new Date(localDate(now, commune.collectivite.timezone));
  const served = await tx.relaisCommune.findFirst({
    where: { communeId, from: { lte: today }, OR: [{ until: null }, { until: { gte: today } }] },
    orderBy: [{ reason: 'asc' }, { from: 'asc' }],
    select: { relais: { select } },
  });
  return served?.relais ?? null;
}
