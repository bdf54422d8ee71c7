/** The booking rules in French words, for settings, sessions and mails. No temporal-polyfill: it may reach the phone. */

import type { ClosingRule, OpeningRule } from '#app/time/booking-deadline.ts';
import { dayName, dayPlain, hour, ordinal, plural } from '#app/time/french.ts';
import { wallOf } from '#app/time/wall-clock.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** "la veille à 18 h", "le dernier jour ouvré avant, à 16 h", "vendredi 16 h pour un lundi, la veille 18 h sinon". */
export function explainClosing(rule: ClosingRule, zone = 'Europe/Paris'): string {
  switch (rule.type) {
    case 'none':
      return "jusqu'au début de la séance";
    case 'hoursBefore':
      if (rule.hours === 0) return "jusqu'au début de la séance";
      return rule.hours >= 48 && rule.hours % 24 === 0
        ? `${rule.hours / 24} jours avant le début`
        : `${plural(rule.hours, 'heure', 'heures')} avant le début`;
    case 'eveningBefore':
      return `la veille à ${hour(rule.time)}`;
    case 'daysBefore':
      return daysBefore(rule.days, rule.time);
    case 'lastWorkingDay':
      return (rule.days ?? 1) === 1
        ? `le dernier jour ouvré avant, à ${hour(rule.time)}`
        : `${rule.days} jours ouvrés avant, à ${hour(rule.time)}`;
    case 'weekBefore':
      return weekBefore(rule);
    case 'at':
      return instant(rule.instant, zone);
    case 'weekdayTable': {
      const lines = WEEK.flatMap((day) => {
        const line = rule.table[day];
        return line ? [`${dayName(line.day)} ${hour(line.time)} pour un ${dayName(day)}`] : [];
      });
      const rest = rule.otherwise ?? { type: 'none' as const };
      if (lines.length === 7) return lines.join(', ');
      return lines.length === 0
        ? explainClosing(rest, zone)
        : `${lines.join(', ')}, ${explainClosing(rest, zone).replace('la veille à', 'la veille')} sinon`;
    }
  }
}

/** "dès la publication", "le 1er décembre 2026 à 9 h", "14 jours avant, à 9 h", "le 1er lundi du mois précédent, à 9 h". */
export function explainOpening(rule: OpeningRule, zone: string): string {
  switch (rule.type) {
    case 'always':
      return 'dès la publication';
    case 'at':
      return instant(rule.instant, zone);
    case 'daysBefore':
      return daysBefore(rule.days, rule.time);
    case 'weekBefore':
      return weekBefore(rule);
    case 'monthBefore':
      return `le ${rule.day === 1 ? ordinal(1) : rule.day} ${monthsBefore(rule.months ?? 1)}, à ${hour(rule.time)}`;
    case 'monthWeekday': {
      const which = rule.nth === 5 ? 'dernier' : ordinal(rule.nth);
      return `le ${which} ${dayName(rule.day)} ${monthsBefore(rule.months)}, à ${hour(rule.time)}`;
    }
  }
}

function instant(text: string, zone: string): string {
  const { date, time } = wallOf(new Date(text), zone);
  return `le ${dayPlain(date, { year: true })} à ${hour(time)}`;
}

function daysBefore(days: number, time: string): string {
  if (days === 0) return `le jour même, à ${hour(time)}`;
  return days === 1 ? `la veille à ${hour(time)}` : `${days} jours avant, à ${hour(time)}`;
}

/** "le lundi de la même semaine", "le jeudi de la semaine précédente", "le lundi, 2 semaines avant". */
function weekBefore({ weeks, day, time }: { weeks: number; day: number; time: string }): string {
  const which =
    weeks === 0 ? ' de la même semaine' : weeks === 1 ? ' de la semaine précédente' : `, ${weeks} semaines avant`;
  return `le ${dayName(day)}${which}, à ${hour(time)}`;
}

function monthsBefore(months: number): string {
  if (months === 0) return 'du même mois';
  return months === 1 ? 'du mois précédent' : `du mois, ${months} mois avant`;
}
