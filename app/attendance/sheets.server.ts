import { db } from '#app/db/client.server.ts';
import { dateOf, type LoadedMeeting } from '#app/enrollment/meetings.server.ts';
import { bandsOf } from '#app/enrollment/party.ts';
import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { capital, dayLong, when } from '#app/time/french.ts';
import { addDays, localDate, startOfDay } from '#app/time/local.ts';
import { communesOf } from './frozen.server.ts';
import { sheetAccess, type SheetAccess } from './sheet-access.server.ts';
import { sheetState } from './sheet-state.server.ts';
import type { SheetState } from './sheet.ts';
import { bandWords, confidentialCount } from './words.ts';

export type SheetBand = { fromMonths: number; untilMonths: number; words: string };

/** The sheet's page. */
export type Sheet = {
  sessionId: string;
  kind: ActivityKindName;
  title: string;
  /** "Mardi 24 novembre, 9 h 30 – 11 h" */
  when: string;
  place: string;
  relais: string;
  cancelled: boolean;
  /** null: open; else the day it opens, in words. */
  opensOn: string | null;
  mayMark: boolean;
  /** Group work, for who may not read names: how many came, in words; null: names are shown. */
  totals: string | null;
  withChildren: boolean;
  bands: readonly SheetBand[];
  ceilings: LoadedMeeting['ceilings'];
  communes: readonly { id: string; name: string }[];
  /** Who fills it: what a tablet keeps is hers. */
  me: string;
  /** Of this very page: a form sent twice makes the same marks. */
  formId: string;
  /** A tablet may keep it until then, in milliseconds: the end of its day, or of today. */
  keptUntil: number;
  state: SheetState;
};

const NOTHING: SheetState = { lines: [], tally: null, when: '', cancelled: false, toldAt: 0 };

/** The sheet of a session, as this actor may see it; null: it does not exist for her. */
export async function sheetOf(actor: Actor, sessionId: string, now: Date): Promise<Sheet | null> {
  const access = await sheetAccess(actor, sessionId);
  if (!access) return null;
  const { meeting, named } = access;
  const date = dateOf(meeting);
  const today = localDate(now, meeting.zone);
  const opens = today < date;
  const communes = access.mark ? [...(await communesOf(db(), meeting))] : [];
  return {
    ...head(meeting),
    opensOn: opens ? dayLong(date) : null,
    mayMark: access.mark && !opens,
    totals: named ? null : confidentialCount(await countPresent(meeting.id)),
    communes: communes.map(([id, { name }]) => ({ id, name })),
    me: actorId(actor) ?? '',
    formId: crypto.randomUUID(),
    keptUntil: startOfDay(addDays(opens ? date : today, 1), meeting.zone).getTime(),
    state: named ? await sheetState(db(), access, now) : { ...NOTHING, toldAt: now.getTime() },
  };
}

/** What changed on it, for a tablet that has the page; null: it does not exist for her, or names are not for her. */
export async function sheetStateOf(actor: Actor, sessionId: string, now: Date): Promise<SheetState | null> {
  const access = await sheetAccess(actor, sessionId);
  return access?.named ? sheetState(db(), access, now) : null;
}

function head(meeting: SheetAccess['meeting']) {
  const { id, kind, title, startsAt, endsAt, zone, site, relais, rules, ceilings, state, ageBands } = meeting;
  return {
    sessionId: id,
    kind,
    title,
    when: capital(when(startsAt, endsAt, zone)),
    place: site.name,
    relais: relais.name,
    cancelled: state === 'CANCELLED',
    withChildren: rules.children.welcome !== 'NONE',
    bands: bandsOf(ageBands).map((band) => ({ ...band, words: bandWords(band) })),
    ceilings,
  };
}

async function countPresent(sessionId: string): Promise<number> {
  return db().attendance.count({ where: { sessionId, state: 'PRESENT' } });
}
