import { explainCohort } from '#app/catalog/cohort-rules.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { cohortAccess, type CohortAccess } from './cohort-access.server.ts';
import { cohortDates, type CohortDate } from './cohort-dates.server.ts';
import { cohortMembers, type CohortMember } from './cohort-members.server.ts';
import { discreetTotal, totalInWords } from './discretion.ts';

/** A group's page, ready to show. */
export type CohortPage = {
  id: string;
  name: string;
  relais: string;
  activity: CohortAccess['activity'];
  analyse: boolean;
  rights: Pick<CohortAccess, 'named' | 'composes' | 'plans'>;
  rules: string[];
  facilitator: string | null;
  composer: string | null;
  /** "8 personnes", "moins de 5 personnes" */
  members: string;
  /** Names; null: only its facilitator and its composer read them (rule 8). */
  list: { members: CohortMember[]; waiting: CohortMember[]; applied: CohortMember[] } | null;
  dates: CohortDate[];
  /** Fewer members than its rules wish. */
  tooFew: boolean;
  year: number;
};

/** The page of a group, for who looks after it or leads it; the same number of queries whatever its size. */
export async function cohortPage(actor: Actor, id: string, now: Date, tx: Tx = db()): Promise<CohortPage | null> {
  const access = await cohortAccess(tx, actor, id);
  if (!access) return null;
  const { named, composes, plans, name, relais, activity, analyse, minMembers, maxMembers } = access;
  const year = Number(localDate(now, access.zone).slice(0, 4));
  const members = await tx.membership.count({ where: { cohortId: id, state: 'MEMBER' } });
  const readers = await readerNames(tx, access);
  const rows = named ? await cohortMembers(tx, access, now) : null;
  const inState = (state: string) => (rows ?? []).filter((one) => one.state === state);
  return {
    ...{ id, name, relais, activity, analyse, year, ...readers },
    rights: { named, composes, plans },
    rules: explainCohort(access.rules, { minMembers, maxMembers }, relais),
    members: totalInWords(named ? members : discreetTotal(members)),
    list: rows && { members: inState('MEMBER'), waiting: inState('WAITING'), applied: inState('APPLIED') },
    dates: await cohortDates(tx, access, now),
    tooFew: named && minMembers !== null && members < minMembers,
  };
}

async function readerNames(tx: Tx, { analyse, composerId, facilitatorId }: CohortAccess) {
  const ids = [composerId, facilitatorId].filter((id) => id !== null);
  const rows = ids.length === 0 ? [] : await tx.person.findMany({ where: { id: { in: ids } } });
  const nameOf = (id: string | null) => {
    const found = rows.find((row) => row.id === id);
    return found ? `${found.firstName} ${found.lastName}` : null;
  };
  return { facilitator: nameOf(facilitatorId), composer: analyse ? nameOf(composerId) : null };
}
