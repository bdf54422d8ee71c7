import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { capital, number, plural, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { memberHours } from './cohort-hours.server.ts';
import type { MembershipStateName } from './membership-state.ts';

/** One of her groups, ready to show. */
export type MyCohort = {
  id: string;
  name: string;
  relais: string;
  state: MembershipStateName;
  /** "Vous êtes dans ce groupe." */
  words: string;
  analyse: boolean;
  /** ANALYSE: she wishes her own record to show it. */
  inRecord: boolean;
  /** "4 h sur 6 heures en 2026"; null: not in it, or no cycle. */
  hours: string | null;
  dates: { sessionId: string; when: string; state: string }[];
  mayLeave: boolean;
};

const WORDS: Readonly<Record<MembershipStateName, string>> = {
  MEMBER: 'Vous êtes dans ce groupe.',
  APPLIED: 'Votre candidature attend la réponse du relais.',
  WAITING: 'Vous êtes sur la liste d’attente du groupe.',
  LEFT: 'Vous avez quitté ce groupe.',
  REFUSED: 'Le relais n’a pas pu vous donner de place.',
};

const DATE_STATES: Readonly<Record<string, string>> = {
  CONFIRMED: 'inscrite',
  WAITING: 'en liste d’attente',
  REQUESTED: 'à confirmer par le relais',
  OFFERED: 'place proposée',
};

/** The groups she is in, wants or waits for. */
export async function myCohorts(actor: Actor, now: Date, tx: Tx = db()): Promise<MyCohort[]> {
  if (actor.kind !== 'person') return [];
  const { personId } = actor;
  const rows = await tx.membership.findMany({
    where: { personId, state: { in: ['APPLIED', 'WAITING', 'MEMBER'] }, cohort: { endedAt: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: {
      cohort: {
        include: {
          activity: { select: { kind: true } },
          relais: { select: { name: true, collectivite: { select: { timezone: true } } } },
        },
      },
      enrollments: {
        where: { state: { in: ['REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED'] }, session: { endsAt: { gt: now } } },
        orderBy: { session: { startsAt: 'asc' } },
        select: { state: true, session: { select: { id: true, startsAt: true, endsAt: true } } },
      },
    },
  });
  return Promise.all(
    rows.map(async ({ id, state, until, inRecord, cohort, enrollments }) => {
      const zone = cohort.relais.collectivite.timezone;
      const reference = localDate(now, zone);
      const member = state === 'MEMBER';
      return {
        ...{ id, state, inRecord, name: cohort.name, relais: cohort.relais.name },
        words: member && until ? 'Vous quittez ce groupe : il vous reste les dates ci-dessous.' : WORDS[state],
        analyse: cohort.activity?.kind === 'ANALYSE',
        hours: member && cohort.activity ? await hoursOf(tx, cohort, personId, Number(reference.slice(0, 4))) : null,
        dates: enrollments.map(({ state, session: { id, startsAt, endsAt } }) => ({
          sessionId: id,
          when: capital(when(startsAt, endsAt, zone, { reference })),
          state: DATE_STATES[state] ?? '',
        })),
        mayLeave: !(member && until),
      };
    }),
  );
}

async function hoursOf(tx: Tx, cohort: { id: string; rules: unknown }, personId: string, year: number) {
  const mine = (await memberHours(tx, cohort.id, year)).find((one) => one.personId === personId);
  const wanted: unknown = Reflect.get(Object(cohort.rules), 'hoursPerYear');
  const of = typeof wanted === 'number' ? ` sur ${plural(wanted, 'heure', 'heures')}` : '';
  return `${number((mine?.minutes ?? 0) / 60)} h${of} en ${year}`;
}
