/** VTIMEZONE of the zones where a French collectivité may be; rules as in force, written from 1970 as RFC 5545 allows. */

type Observance = { readonly name: string; readonly offset: string };
type Change = { readonly start: string; readonly rule: string };

type ZoneRule =
  | { readonly standard: Observance }
  | {
      readonly standard: Observance;
      readonly summer: Observance;
      readonly toSummer: Change;
      readonly toStandard: Change;
    };

const fixed = (name: string, offset: string): ZoneRule => ({ standard: { name, offset } });

const ZONES: Readonly<Record<string, ZoneRule>> = {
  'Europe/Paris': {
    standard: { name: 'CET', offset: '+0100' },
    summer: { name: 'CEST', offset: '+0200' },
    toSummer: { start: '19700329T020000', rule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU' },
    toStandard: { start: '19701025T030000', rule: 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU' },
  },
  'America/Miquelon': {
    standard: { name: '-03', offset: '-0300' },
    summer: { name: '-02', offset: '-0200' },
    toSummer: { start: '19700308T020000', rule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU' },
    toStandard: { start: '19701101T020000', rule: 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU' },
  },
  'America/Guadeloupe': fixed('AST', '-0400'),
  'America/Martinique': fixed('AST', '-0400'),
  'America/Cayenne': fixed('-03', '-0300'),
  'Indian/Reunion': fixed('+04', '+0400'),
  'Indian/Mayotte': fixed('EAT', '+0300'),
  'Pacific/Noumea': fixed('+11', '+1100'),
  'Pacific/Tahiti': fixed('-10', '-1000'),
  'Pacific/Wallis': fixed('+12', '+1200'),
};

/** The zones a collectivité may choose. */
export const CALENDAR_ZONES: readonly string[] = Object.keys(ZONES);

/** `BEGIN:VTIMEZONE` … CRLF of a zone of `CALENDAR_ZONES`. Throws RangeError for another one. */
export function timezoneText(zone: string): string {
  const rule = ZONES[zone];
  if (!rule) throw new RangeError(`no VTIMEZONE for ${zone}`);
  const observances =
    'summer' in rule
      ? [
          ...observance('DAYLIGHT', rule.standard.offset, rule.summer, rule.toSummer),
          ...observance('STANDARD', rule.summer.offset, rule.standard, rule.toStandard),
        ]
      : observance('STANDARD', rule.standard.offset, rule.standard, { start: '19700101T000000', rule: '' });
  return [`BEGIN:VTIMEZONE`, `TZID:${zone}`, ...observances, 'END:VTIMEZONE', ''].join('\r\n');
}

function observance(kind: 'STANDARD' | 'DAYLIGHT', from: string, to: Observance, change: Change): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${change.start}`,
    ...(change.rule ? [`RRULE:${change.rule}`] : []),
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to.offset}`,
    `TZNAME:${to.name}`,
    `END:${kind}`,
  ];
}
