import { renderAllEvents } from '#app/feeds/renderAllEvents.server.ts';
import { plural } from '#app/time/french.ts';
import { addDays, fromLocal, localDate, schoolYearOf } from '#app/time/local.ts';
import { fillAsking } from './demo/fillAsking.server.ts';
import { fillBookings } from './demo/fillBookings.server.ts';
import { fillIntervenants } from './demo/fillIntervenants.server.ts';
import { fillCircle } from './demo/fillCircle.server.ts';
import { fillGroups } from './demo/fillGroups.server.ts';
import { fillMessages } from './demo/fillMessages.server.ts';
import { fillPeople } from './demo/fillPeople.server.ts';
import { fillPlans } from './demo/fillPlans.server.ts';
import { fillProgramme } from './demo/fillProgramme.server.ts';
import { fillRecords } from './demo/fillRecords.server.ts';
import { fillTerritory } from './demo/fillTerritory.server.ts';
import { fillTraining } from './demo/fillTraining.server.ts';
import { random } from './demo/random.ts';
import { settleJobs } from './demo/settleJobs.server.ts';

const ZONE = 'Europe/Paris';
const SEED = 491;
const DAY = 86_400_000;

/**
 * Fills an empty database with the demo's collectivité: six relais, 491 professionals, one school year around now (from
 * July on, the coming one). All by the application's own commands, at earlier instants for what is past. The same "now"
 * gives the same world, ids aside. Nothing is left to do for the jobs but a few mails.
 */
export async function fillDemo({ now: clock, progress }: { now: () => Date; progress: (line: string) => void }) {
  const now = clock();
  const year = schoolYearOf(addDays(localDate(now, ZONE), 60));
  const before = (day: string, daysAgo: number) =>
    new Date(Math.min(fromLocal({ date: day, time: '09:00' }, ZONE).getTime(), now.getTime() - daysAgo * DAY));
  const plannedAt = before(addDays(year.first, -14), 12);
  const publishedAt = before(addDays(year.first, -4), 10);
  const base = { zone: ZONE, year, now, plannedAt, publishedAt, random: random(SEED) };

  const territory = await fillTerritory(base);
  progress(`${territory.communeIds.size} communes, ${territory.relais.length} relais et leurs lieux`);
  const people = await fillPeople({ ...base, ...territory });
  progress(
    `${plural(people.professionals.length, 'professionnelle', 'professionnelles')}, les équipes, les intervenants`,
  );
  const world = { ...base, ...territory, ...people };
  const { published, drafts } = await fillProgramme(world);
  progress(`${plural(published, 'séance publiée', 'séances publiées')}, ${plural(drafts, 'brouillon', 'brouillons')}`);
  const bookings = await fillBookings(world, progress);
  progress(`${plural(bookings, 'inscription', 'inscriptions')}`);
  await fillGroups(world);
  await fillCircle(world);
  await fillIntervenants(world);
  const renewals = await fillTraining(world);
  await fillRecords(world);
  await fillAsking(world);
  await fillPlans(world);
  progress(`un groupe, des besoins de formation, ${plural(renewals, 'renouvellement', 'renouvellements')}`);
  await fillMessages(world);
  await renderAllEvents({ appUrl: process.env.APP_URL ?? 'http://localhost:3000' }, now);
  await settleJobs(world);
  progress('agendas prêts');
}
