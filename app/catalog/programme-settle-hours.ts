import { hour } from '#app/time/french.ts';
import { later, minutesOf, type HoursRead, type Moment } from '#app/catalog/programme-hours.ts';
import { type ProgrammeKind } from '#app/catalog/programme-kind.ts';
import { type Tellings } from '#app/catalog/programme-text.ts';

const MINUTES: Record<ProgrammeKind, number> = {
  ATELIER: 90,
  REUNION: 120,
  ANALYSE: 120,
  FORMATION: 180,
  PASSERELLE: 90,
  EVENEMENT: 120,
  PERMANENCE: 120,
};
const USUAL: Record<Moment, { start: string; end: string; words: string }> = {
  matin: { start: '09:30', end: '11:00', words: 'le matin' },
  midi: { start: '12:00', end: '13:30', words: 'le midi' },
  'apres-midi': { start: '14:00', end: '16:00', words: 'l’après-midi' },
  soir: { start: '19:30', end: '21:30', words: 'en soirée' },
  journee: { start: '09:00', end: '17:00', words: 'la journée' },
};

/** Start and end, proposed from the moment of day or the kind's usual length where the words leave one out. */
export function settleHours(
  read: HoursRead,
  kind: ProgrammeKind | null,
  tellings: Tellings,
): { start: string | null; end: string | null } {
  const about = 'horaire';
  if (read.others.length > 0) {
    const slots = read.others.map((slot) => slot.split('-').map(hour).join(' – '));
    tellings.missing.push({ about, text: `un seul horaire par ligne : recopiez la ligne pour ${slots.join(', ')}` });
  }
  if (read.start === null) return withoutStart(read, tellings);
  if (read.approximate) {
    tellings.missing.push({ about, text: 'heure de début exacte (elle est donnée « environ »)' });
    tellings.proposed.push({ about, text: `début proposé : ${hour(read.start)}` });
  }
  if (read.end !== null && minutesOf(read.end) > minutesOf(read.start)) {
    tellings.understood.push({ about, text: `de ${hour(read.start)} à ${hour(read.end)}` });
    return { start: read.start, end: read.end };
  }
  if (read.end !== null) {
    tellings.missing.push({ about, text: `heure de fin : ${hour(read.end)} n’est pas après ${hour(read.start)}` });
    return { start: read.start, end: null };
  }
  return { start: read.start, end: withoutEnd(read.start, read, kind, tellings) };
}

function withoutStart(read: HoursRead, tellings: Tellings): { start: string | null; end: string | null } {
  const about = 'horaire';
  if (read.end) tellings.understood.push({ about, text: `jusqu’à ${hour(read.end)}` });
  if (!read.moment) {
    tellings.missing.push({ about, text: read.end ? 'heure de début' : 'heures de début et de fin' });
    return { start: null, end: read.end };
  }
  const usual = USUAL[read.moment];
  tellings.understood.push({ about, text: usual.words });
  tellings.missing.push({ about, text: read.end ? 'heure de début' : 'heures de début et de fin' });
  const end = read.end ?? usual.end;
  if (minutesOf(end) <= minutesOf(usual.start)) return { start: null, end };
  tellings.proposed.push({ about, text: `horaire proposé : de ${hour(usual.start)} à ${hour(end)}` });
  return { start: usual.start, end };
}

function withoutEnd(start: string, read: HoursRead, kind: ProgrammeKind | null, tellings: Tellings): string | null {
  const about = 'horaire';
  if (read.duration) {
    const end = later(start, read.duration);
    if (end) tellings.understood.push({ about, text: `de ${hour(start)} à ${hour(end)} (durée donnée)` });
    else tellings.missing.push({ about, text: 'heure de fin : la durée donnée passe minuit' });
    return end;
  }
  const minutes = MINUTES[kind ?? 'ATELIER'];
  const end = later(start, minutes);
  tellings.understood.push({ about, text: `à ${hour(start)}` });
  tellings.missing.push({ about, text: 'heure de fin' });
  const length = later('00:00', minutes) ?? '01:30';
  if (end) tellings.proposed.push({ about, text: `fin proposée : ${hour(end)} (durée ${hour(length)})` });
  return end;
}
