import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import type { DaysOff } from '#app/time/days-off.ts';
import { capital, dayLong } from '#app/time/french.ts';
import { fromLocal } from '#app/time/local.ts';
import { clashSentence } from './clash-words.ts';
import { findClashes, type Wanted } from './clashes.server.ts';
import { daysOff } from './days-off.server.ts';
import type { NewSession } from './new-session.ts';
import { heldBy } from './occupation.ts';
import { loadPlanning, type Planning } from './planning.server.ts';
import { endDateOf } from './session-hours.ts';
import { proposedDates, seriesInWords, type ProposedDate, type SeriesProposal, type Slot } from './series-proposal.ts';
import { isAvailable } from './site-availability.ts';
import { speakerDoubts } from './speaker-doubts.server.ts';

/** A date of the preview, as shown. */
export type PreviewDate = ProposedDate & {
  /** "Mardi 5 janvier" */
  day: string;
  /** Why it cannot be as it is, unless overridden: what is held already, a place not at the relais's disposal. */
  clashes: string[];
  /** What speaks against asking its intervenants; it stops nothing. */
  doubts: string[];
  /** The activity has this date already: it is not made again. */
  known: boolean;
};

export type SeriesPreview = { sentence: string; dates: PreviewDate[]; kept: number; clashing: number };

const MOST_DATES = 250;

export type Planned = { shown: SeriesPreview; sessions: { slot: number; session: NewSession }[] };

/**
 * The dates of a proposal with what clashes, and those kept as they would be made, nothing written; null: no such
 * activity where the actor plans. Queries: some a place, none a date.
 */
export async function planProposal(
  tx: Tx,
  actor: Actor,
  { activityId, proposal }: { activityId: string; proposal: SeriesProposal },
  now: Date,
): Promise<Planned | null> {
  const { siteId, slots, animatorIds, lines } = proposal;
  const lineSites = [...lines.values()].map((line) => line.siteId);
  const siteIds = [
    ...new Set([siteId, ...[...slots.map((slot) => slot.siteId), ...lineSites].flatMap((id) => id ?? [])]),
  ];
  const sites = siteIds.map((id) => ({ siteId: id, startsAt: now, endsAt: now, animatorIds }));
  const planning = await loadPlanning(tx, actor, activityId, sites);
  if (!planning) return null;
  const off = await daysOffOf(tx, planning, proposal);
  const dates = proposedDates(proposal, off).slice(0, MOST_DATES);
  const made = dates.map((date) => sessionOf(date, proposal, planning.zone));
  const clashes = await clashesOf(tx, planning, dates, made);
  const doubts = await doubtsOf(tx, planning, dates, made);
  const shown = dates.map((date, index): PreviewDate => {
    const session = made[index];
    return {
      ...date,
      day: capital(dayLong(date.date, { reference: proposal.term.first })),
      clashes: clashes.get(index) ?? [],
      doubts: doubts.get(index) ?? [],
      known: session ? planning.known.has(session.startsAt.getTime()) : false,
      ...(session && session.startsAt <= now ? { kept: false, skipped: 'déjà passée' } : {}),
    };
  });
  const kept = shown.filter((date) => date.kept && !date.known);
  return {
    shown: {
      ...{ sentence: seriesInWords(proposal), dates: shown, kept: kept.length },
      clashing: kept.filter((date) => date.clashes.length > 0).length,
    },
    sessions: shown.flatMap((date, index) => {
      const session = made[index];
      if (!date.kept || !session) return [];
      const override = proposal.reason !== null && date.clashes.length > 0 ? { reason: proposal.reason } : null;
      return [{ slot: date.slot, session: override ? { ...session, override } : session }];
    }),
  };
}

/** What the form shows of a proposal. */
export async function seriesPreview(
  actor: Actor,
  input: { activityId: string; proposal: SeriesProposal },
  now: Date,
  tx: Tx = db(),
): Promise<SeriesPreview | null> {
  return (await planProposal(tx, actor, input, now))?.shown ?? null;
}

/** One read a place of the slots. */
async function daysOffOf(tx: Tx, { relaisId }: Planning, proposal: SeriesProposal): Promise<(slot: Slot) => DaysOff> {
  const { siteId, slots, term } = proposal;
  const found = new Map<string, DaysOff>();
  for (const slot of slots) {
    const of = offOf(proposal, slot);
    if (!found.has(of.key)) found.set(of.key, await daysOff({ relaisId, ...of, since: term.first }, tx));
  }
  return (slot) => found.get(offOf(proposal, slot).key) ?? { territory: 'metropole', schoolHolidays: [], closures: [] };

  function offOf({ animatorIds }: SeriesProposal, slot: Slot) {
    const personIds = slot.animatorId === undefined ? animatorIds : [slot.animatorId];
    const site = slot.siteId ?? siteId;
    return { siteId: site, personIds, key: [site, ...personIds].join(' ') };
  }
}

function sessionOf(date: ProposedDate, proposal: SeriesProposal, zone: string): NewSession | null {
  const { from, until, siteId, animatorIds, theme } = date;
  const endDate = endDateOf({ date: date.date, from, until });
  if (endDate === null) return null;
  const { prepMinutes, tidyMinutes, maxAdults, maxChildren, intervenantIds, agreed } = proposal;
  const state = agreed ? ('ACCEPTED' as const) : ('PROPOSED' as const);
  return {
    startsAt: fromLocal({ date: date.date, time: from }, zone),
    endsAt: fromLocal({ date: endDate, time: until }, zone),
    ...{ siteId, animatorIds, prepMinutes, tidyMinutes, maxAdults, maxChildren },
    intervenants: intervenantIds.map((personId) => ({ personId, state })),
    ...(theme === null ? {} : { theme }),
  };
}

/** By index: sentences. Only what is kept and new is looked at; one query. */
async function clashesOf(
  tx: Tx,
  planning: Planning,
  dates: readonly ProposedDate[],
  made: readonly (NewSession | null)[],
): Promise<ReadonlyMap<number, string[]>> {
  const sentences = new Map<number, string[]>();
  const say = (index: number, words: string) => sentences.set(index, [...(sentences.get(index) ?? []), words]);
  const wanted: Wanted[] = [];
  made.forEach((session, index) => {
    const date = dates[index];
    if (!session || !date?.kept || planning.known.has(session.startsAt.getTime())) return;
    const site = planning.sites.get(session.siteId);
    if (site && !isAvailable(site.uses, date.date))
      say(index, 'Le lieu n’est pas à la disposition du relais ce jour-là.');
    wanted.push(...wantedBy(session, site?.exclusive ?? false, index));
  });
  for (const { index, clash } of await findClashes(tx, wanted, planning.zone)) {
    say(index, clashSentence(clash));
  }
  return sentences;
}

/** By index: sentences; of what is kept and new. */
async function doubtsOf(
  tx: Tx,
  planning: Planning,
  dates: readonly ProposedDate[],
  made: readonly (NewSession | null)[],
): Promise<ReadonlyMap<number, string[]>> {
  const spoken = made.flatMap((session, index) => {
    if (!session || !dates[index]?.kept || planning.known.has(session.startsAt.getTime())) return [];
    const { startsAt, endsAt, intervenants = [] } = session;
    return [{ index, startsAt, endsAt, speakerIds: intervenants.map(({ personId }) => personId) }];
  });
  const found = await speakerDoubts(tx, spoken, planning.zone);
  return new Map(spoken.map(({ index }, at) => [index, found[at] ?? []]));
}

function wantedBy(session: NewSession, isExclusive: boolean, index: number): Wanted[] {
  const { startsAt, endsAt, prepMinutes = 0, tidyMinutes = 0, siteId, animatorIds = [], intervenants = [] } = session;
  const personIds = [...animatorIds, ...intervenants.map(({ personId }) => personId)];
  const site = { id: siteId, exclusive: isExclusive };
  return heldBy({ startsAt, endsAt, prepMinutes, tidyMinutes, site, personIds }).map((held) => ({
    ...held,
    ...{ index, startsAt, endsAt },
  }));
}
