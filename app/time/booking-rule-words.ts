/** The booking rules in French words, for settings, sessions and mails. No temporal-polyfill: it may reach the phone. */

import type { ClosingRule, OpeningRule } from '#app/time/booking-deadline.ts';
import { dayName, dayPlain, hour, ordinal, plural } from '#app/time/french.ts';
import { wallOf } from '#app/time/wall-clock.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** "la veille à 18 h", "le dernier jour ouvré avant, à 16 h", "vendredi 16 h pour un lundi, sinon la veille à 18 h". */
export function explainClosing(rule: ClosingRule): string {
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
    case 'lastWorkingDay':
      return `le dernier jour ouvré avant, à ${hour(rule.time)}`;
    case 'weekdayTable': {
      const lines = WEEK.flatMap((day) => {
        const line = rule.table[day];
        return line ? [`${dayName(line.day)} ${hour(line.time)} pour un ${dayName(day)}`] : [];
      });
      const rest = rule.otherwise ?? { type: 'none' as const };
      if (lines.length === 7) return lines.join(', ');
      return lines.length === 0 ? explainClosing(rest) : `${lines.join(', ')}, sinon ${explainClosing(rest)}`;
    }
  }
}

/** "dès la publication", "le 1er décembre 2026 à 9 h", "14 jours avant, à 9 h", "le 15 du mois précédent, à 9 h". */
export function explainOpening(rule: OpeningRule, zone: string): string {
  switch (rule.type) {
    case 'always':
      return 'dès la publication';
    case 'at': {
      const { date, time } = wallOf(new Date(rule.instant), zone);
      return `le ${dayPlain(date, { year: true })} à ${hour(time)}`;
    }
    case 'daysBefore':
      if (rule.days === 0) return `le jour même, à ${hour(rule.time)}`;
      return rule.days === 1 ? `la veille à ${hour(rule.time)}` : `${rule.days} jours avant, à ${hour(rule.time)}`;
    case 'monthBefore':
      return `le ${rule.day === 1 ? ordinal(1) : rule.day} du mois précédent, à ${hour(rule.time)}`;
  }
}
