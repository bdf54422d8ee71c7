import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { relaisPeople } from './relais-people.server.ts';

/** Whoever holds the link of a mail that asked her something; she may answer that, without signing in. */
export type AskedBearer = { kind: 'asked'; purpose: 'need' | 'feedback'; id: string };

export type LinkedInvite = {
  inviteId: string;
  campaignId: string;
  relaisId: string;
  startedAt: Date;
  answeredAt: Date | null;
  closesOn: string;
  zone: string;
  relais: { name: string; phone: string | null; email: string | null };
  words: string;
  firstName: string;
  /** OVER: the day has passed; LEFT: she is no longer in the relais. */
  state: 'OPEN' | 'OVER' | 'LEFT';
  /** Herself, to say what she says. */
  self: PersonActor;
};

/** The invitation that a link is about; null: it is none. */
export async function linkedInvite(db: DbOrTx, bearer: AskedBearer, now: Date): Promise<LinkedInvite | null> {
  if (bearer.purpose !== 'need' || !isUuid(bearer.id)) return null;
  const row = await db.needInvite.findUnique({
    where: { id: bearer.id },
    select: {
      ...({ id: true, personId: true, collectiviteId: true, answeredAt: true } as const),
      person: { select: { firstName: true, lastName: true, professional: { select: { id: true } } } },
      campaign: {
        select: {
          ...({ id: true, relaisId: true, closesOn: true, words: true, startedAt: true } as const),
          relais: { select: { name: true, phone: true, email: true, collectivite: { select: { timezone: true } } } },
        },
      },
    },
  });
  if (!row) return null;
  const { campaign, person, personId, collectiviteId, answeredAt } = row;
  const { collectivite, ...relais } = campaign.relais;
  const zone = collectivite.timezone;
  const today = localDate(now, zone);
  const closesOn = campaign.closesOn.toISOString().slice(0, 10);
  const { relaisId, words, startedAt } = campaign;
  return {
    ...{ inviteId: row.id, campaignId: campaign.id, relaisId, startedAt, answeredAt, closesOn, zone, relais, words },
    firstName: person.firstName,
    state: closesOn < today ? 'OVER' : (await isThere(db, relaisId, personId, today)) ? 'OPEN' : 'LEFT',
    self: {
      ...{ kind: 'person', personId, collectiviteId, name: `${person.firstName} ${person.lastName}`, roles: [] },
      ...{ professionalId: person.professional?.id ?? null, intervenantId: null },
    },
  };
}

async function isThere(db: DbOrTx, relaisId: string, personId: string, today: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM ${relaisPeople(Prisma.sql`${relaisId}::uuid`, today)} WHERE p.id = ${personId}::uuid LIMIT 1`;
  return rows.length > 0;
}
