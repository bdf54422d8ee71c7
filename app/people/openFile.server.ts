import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueMail } from '#app/mail/enqueueMail.server.ts';
import type { PersonActor } from './actor.ts';
import { addProfessionals, type NewProfessional } from './addProfessionals.server.ts';
import { normalEmail, normalPhone } from './contact.ts';
import { knownPeople, likelyDoubles, type LikelyDouble } from './known-people.server.ts';
import { managedRelais } from './managed-relais.server.ts';
import { refuse, type Outcome } from './outcome.ts';

type Refusal =
  | { code: 'NOT_FOUND' | 'COMMUNE_UNKNOWN' | 'PHONE_WRONG' | 'DATES_WRONG' | 'AGREMENT_WRONG' }
  | { code: 'NO_HOME' | 'NO_STATUS'; index: number }
  | { code: 'EMAIL_TAKEN'; emails: string[] }
  | { code: 'LIKELY_DOUBLE'; doubles: LikelyDouble[] };

/**
 * Makes one professional's file by hand, and tells her that her access is open when she has an e-mail. Refuses, unless
 * `sure`, someone who may have a file already.
 */
export async function openFile(
  actor: PersonActor,
  { file, sure }: { file: NewProfessional; sure: boolean },
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ personId: string }, Refusal>> {
  const { phone, email, agrement } = file;
  const normal = phone === undefined ? null : normalPhone(phone);
  if (phone !== undefined && normal === null) return refuse({ code: 'PHONE_WRONG' });
  if ((agrement?.underThree ?? 0) > (agrement?.children ?? 9)) return refuse({ code: 'AGREMENT_WRONG' });
  if (agrement?.validUntil !== undefined && agrement.validUntil < agrement.validFrom)
    return refuse({ code: 'DATES_WRONG' });
  return inTransaction(tx, async (tx) => {
    const relais = await managedRelais(tx, actor, 'professional.write', file.memberships[0]?.relaisId ?? '');
    if (!relais) return refuse({ code: 'NOT_FOUND' });
    if (!sure) {
      const known = await knownPeople(tx, actor, relais.collectiviteId, now);
      const someone = { ...file, email: email ? normalEmail(email) : null, phone: normal };
      const doubles = likelyDoubles(known, { ...someone, communeId: file.communeId ?? null });
      if (doubles.length > 0) return refuse({ code: 'LIKELY_DOUBLE', doubles });
    }
    const added = await addProfessionals(actor, [file], now, tx);
    if (!added.ok) return added;
    const personId = added.personIds[0] ?? '';
    if (email !== undefined) await tellOpen(tx, personId, relais, normalEmail(email), now);
    return { ok: true, personId };
  });
}

type Place = { id: string; collectiviteId: string };

async function tellOpen(tx: Tx, personId: string, { id, collectiviteId }: Place, to: string, now: Date) {
  const relais = await tx.relais.findUnique({ where: { id }, select: { name: true, phone: true, email: true } });
  await enqueueMail(tx, { template: 'access-opened', props: { relais }, collectiviteId, personId, to, now });
}
