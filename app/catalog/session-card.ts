import type { DaysOff } from '#app/time/days-off.ts';
import { dayLong, fromToday, hour, when } from '#app/time/french.ts';
import { daysBetween } from '#app/time/iso-date.ts';
import { wallOf } from '#app/time/wall-clock.ts';
import { bookingStatus, type BookingStatus } from './booking-status.ts';
import { bookingWindow } from './booking-window.ts';
import type { ActivityKindName, BookingRules } from './booking-rules.ts';
import { isFull, placesLeft, type PlacesLeft } from './places.ts';

/** What a card is made of: a row of the database, its rules already in force. */
export type CardFacts = {
  id: string;
  kind: ActivityKindName;
  activityTitle: string;
  theme: string | null;
  state: 'PUBLISHED' | 'CANCELLED';
  startsAt: Date;
  endsAt: Date;
  zone: string;
  relaisSlug: string;
  relaisName: string;
  siteName: string;
  commune: string | null;
  maxAdults: number | null;
  maxChildren: number | null;
  adults: number;
  children: number;
  waiting: number;
  personsLeft: number | null;
  mine: 'REQUESTED' | 'WAITING' | 'OFFERED' | 'CONFIRMED' | null;
};

/** A session in a list, ready to show. */
export type SessionCard = {
  id: string;
  kind: ActivityKindName;
  title: string;
  /** The activity's own title, where a theme replaces it. */
  series: string | null;
  startsAt: Date;
  /** `YYYY-MM-DD` */
  date: string;
  /** "mardi 24 novembre, 9 h 30 – 11 h" */
  when: string;
  /** "9 h 30", "11 h" */
  start: string;
  end: string;
  relais: { slug: string; name: string };
  site: string;
  commune: string | null;
  places: PlacesLeft;
  /** Are places counted at all? Not where access is free, nor without any ceiling. */
  counted: boolean;
  full: boolean;
  /** Are children expected, allowed, or left at home? */
  children: BookingRules['children']['welcome'];
  waiting: number;
  mine: CardFacts['mine'];
  mode: BookingRules['mode'];
  booking: BookingStatus;
  cancelled: boolean;
};

/** The card of a session at an instant. `daysOff` holds the closures of its relais. */
export function sessionCard(facts: CardFacts, rules: BookingRules, daysOff: DaysOff, now: Date): SessionCard {
  const { startsAt, endsAt, zone, theme, activityTitle, mine, waiting, kind, id } = facts;
  const start = wallOf(startsAt, zone);
  const cancelled = facts.state === 'CANCELLED';
  const places = placesLeft({ adults: facts.maxAdults, children: facts.maxChildren }, facts, facts.personsLeft);
  return {
    ...{ id, kind, mine, waiting, cancelled, places, startsAt },
    title: theme ?? activityTitle,
    series: theme === null ? null : activityTitle,
    date: start.date,
    when: when(startsAt, endsAt, zone, { reference: wallOf(now, zone).date }),
    start: hour(start.time),
    end: hour(wallOf(endsAt, zone).time),
    relais: { slug: facts.relaisSlug, name: facts.relaisName },
    site: facts.siteName,
    commune: facts.commune,
    counted: rules.mode !== 'FREE' && Object.values(places).some((left) => left !== null),
    children: rules.children.welcome,
    full: isFull(places, rules.children.welcome === 'REQUIRED'),
    mode: rules.mode,
    booking: bookingStatus(
      rules,
      bookingWindow(rules, { startsAt, zone }, daysOff),
      { startsAt, endsAt, cancelled, zone },
      now,
    ),
  };
}

/** Cards of one day: "mardi 24 novembre", and how near it is, within a week: "demain". */
export type CardDay = { date: string; name: string; near: string | null; cards: SessionCard[] };

const NEAR_DAYS = 7;

/** Cards in the order given, under their days. */
export function byDay(cards: readonly SessionCard[], today: string): CardDay[] {
  const days: CardDay[] = [];
  for (const card of cards) {
    const last = days.at(-1);
    if (last?.date === card.date) last.cards.push(card);
    else
      days.push({
        date: card.date,
        name: dayLong(card.date, { reference: today }),
        near: near(card.date, today),
        cards: [card],
      });
  }
  return days;
}

function near(date: string, today: string): string | null {
  const days = daysBetween(today, date);
  return days >= 0 && days <= NEAR_DAYS ? fromToday(date, today) : null;
}
