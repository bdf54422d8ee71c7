import { db, type Tx } from '#app/db/client.server.ts';
import { datedValues } from '#app/people/dated-values.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { dayPlain } from '#app/time/french.ts';
import { duration } from '#app/time/money.ts';
import { renewalDate } from './renewal-date.ts';
import { themesOf, type Theme } from './themes.server.ts';
import { trainingActivity } from './training-activity.server.ts';
import { whoAttended } from './who-attended.server.ts';

export type ResultLine = {
  personId: string;
  name: string;
  /** "3 dates sur 3, 14 h" */
  came: string;
  /** null: nothing recorded yet. */
  obtained: boolean | null;
  expiresOn: string;
};

export type ResultsPage = {
  id: string;
  title: string;
  relais: string;
  lastDay: string | null;
  over: boolean;
  themeId: string;
  themes: Theme[];
  lines: ResultLine[];
};

/** The results of a training, to record or correct; null: it is none, or not of a relais where the actor records them. */
export async function resultsPage(
  actor: Actor,
  activityId: string,
  now: Date,
  tx: Tx = db(),
): Promise<ResultsPage | null> {
  const activity = await trainingActivity(tx, actor, 'result.write', activityId, now);
  if (!activity) return null;
  const { id, title, relais, lastDay, over, sessions } = activity;
  const rows = await tx.trainingResult.findMany({ where: { activityId: id } });
  const results = new Map(rows.map((row) => [row.personId, row]));
  const themes = await themesOf(activity, tx);
  const own = await datedValues(activity.collectiviteId, tx);
  const named = themes.find((one) => one.title.toLowerCase() === title.toLowerCase());
  const themeId = rows[0] ? rows[0].themeId : (activity.themeId ?? named?.id ?? null);
  const theme = await tx.trainingTheme.findFirst({
    where: { id: themeId ?? id },
    select: { title: true, renewalMonths: true },
  });
  const until = lastDay === null ? null : renewalDate(theme ?? { title, renewalMonths: null }, lastDay, own);
  const lines = (await whoAttended(tx, activity)).map(({ personId, name, times, minutes }) => {
    const result = results.get(personId);
    const expiresOn = result ? (result.expiresOn?.toISOString().slice(0, 10) ?? '') : (until ?? '');
    const came = `${times} ${times === 1 ? 'date' : 'dates'} sur ${sessions.length}, ${duration(minutes)}`;
    return { personId, name, came, obtained: result?.obtained ?? null, expiresOn };
  });
  const day = lastDay && dayPlain(lastDay, { year: true });
  return { id, title, relais, over, themes, lines, lastDay: day, themeId: themeId ?? '' };
}
