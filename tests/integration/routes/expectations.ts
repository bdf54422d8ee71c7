import { ACTIVITIES } from './expected/activities.ts';
import { AM } from './expected/am.ts';
import { BY_LINK } from './expected/by-link.ts';
import { DESK } from './expected/desk.ts';
import { INTERVENANT } from './expected/intervenant.ts';
import { MONEY } from './expected/money.ts';
import { NEEDS } from './expected/needs.ts';
import { PLANNING } from './expected/planning.ts';
import { PLANS } from './expected/plans.ts';
import { PROFESSIONALS } from './expected/professionals.ts';
import { PUBLIC } from './expected/public.ts';
import { RECORDS } from './expected/records.ts';
import { SETTINGS } from './expected/settings.ts';
import { TODAY } from './expected/today.ts';
import type { Expectation } from './expected/answers.ts';

/** Who is answered what: a table a section of the house, a line a route of app/routes.ts. */
export const TABLES = [
  PUBLIC,
  BY_LINK,
  AM,
  INTERVENANT,
  TODAY,
  PLANNING,
  DESK,
  ACTIVITIES,
  PROFESSIONALS,
  NEEDS,
  PLANS,
  RECORDS,
  MONEY,
  SETTINGS,
] as const;

const EXPECTATIONS = new Map(TABLES.flatMap((table) => Object.entries(table)));

/** The line of a route. */
export function expectationOf(path: string): Expectation | undefined {
  return EXPECTATIONS.get(path);
}
