import type { BookingRulesPatch } from '#app/catalog/booking-rules.ts';

/** What each relais changes of the kinds' defaults, by slug: every sort of rule is to be seen somewhere. */
export const RELAIS_RULES: Readonly<Record<string, BookingRulesPatch>> = {
  'amiens-centre': { quotas: [{ most: 2, per: 'WEEK', over: 'KIND', counting: 'BOOKINGS' }] },
  'amiens-sud': { closing: { type: 'lastWorkingDay', time: '16:00' } },
  'vallee-de-l-avre': { opening: { type: 'daysBefore', days: 28, time: '09:00' } },
  'vallee-de-la-selle': {
    closing: {
      type: 'weekdayTable',
      table: { 1: { day: 5, time: '12:00' }, 4: { day: 3, time: '17:00' } },
      otherwise: { type: 'eveningBefore', time: '18:00' },
    },
  },
  itinerant: { priority: { by: 'HOME_FIRST', daysBefore: 7, communeIds: [] } },
};
