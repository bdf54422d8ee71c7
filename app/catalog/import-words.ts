import { dayLong, hour, list } from '#app/time/french.ts';
import { type RowImport } from '#app/catalog/import-row.ts';
import { type PlannedDates } from '#app/catalog/programme-plan.ts';
import { type SiteMatch } from '#app/catalog/programme-site.ts';

/** "nouveau, sera créé"; nothing for a place that is there. */
export function siteWords(site: SiteMatch | null, applied: boolean): string {
  if (site?.is !== 'create' || site.kind === 'TO_CONFIRM') return '';
  return `${site.kind === 'REMOTE' ? 'à distance, ' : ''}${applied ? 'nouveau, créé' : 'nouveau, sera créé'}`;
}

/** How many sessions, the first and the last, at what hours. */
export function datesWords({ row, planned }: RowImport): string {
  const { dates } = planned;
  const [first] = dates;
  const last = dates.at(-1);
  if (!first || !last) return '';
  const hours = `${hour(row.when.start ?? '')} – ${hour(row.when.end ?? '')}`;
  if (dates.length === 1) return `1 séance, le ${dayLong(first.date, { year: true })}, ${hours}`;
  if (dates.length <= 3)
    return `${dates.length} séances, ${list(dates.map(({ date }) => `le ${dayLong(date, { year: true })}`))}, ${hours}`;
  return `${dates.length} séances, du ${dayLong(first.date, { year: true })} au ${dayLong(last.date, { year: true })}, ${hours}`;
}

/** "vacances scolaires 3 (Noël, Hiver) ; jours fériés 1 (Ascension) ; déjà passées, non créées 7". */
export function skippedWords({ skipped, past }: PlannedDates): string {
  const groups = new Map<string, { n: number; names: Set<string> }>();
  for (const { why } of skipped) {
    const [, kind = why, name = ''] = /^(.*?) \((.*)\)$/.exec(why) ?? [];
    const words = kind === 'férié' ? 'jours fériés' : name === 'exception' ? 'exceptions du programme' : kind;
    const group = groups.get(words) ?? { n: 0, names: new Set<string>() };
    group.n += 1;
    if (name !== '' && name !== 'exception') group.names.add(name);
    groups.set(words, group);
  }
  const parts = [...groups].map(([words, { n, names }]) => {
    const named = names.size > 0 ? ` (${[...names].join(', ')})` : '';
    return `${words}\u00a0${n}${named}`;
  });
  return [...parts, ...(past > 0 ? [`déjà passées, non créées\u00a0${past}`] : [])].join('\u00a0; ');
}

/** What becomes of the row. */
export function resultWords({ fate, row, planned, refusal }: RowImport, applied: boolean, publish: boolean): string {
  const complete = row.status === 'complete';
  const none = planned.dates.length === 0 ? ', sans séance' : '';
  switch (fate) {
    case 'refused':
      return `non importée\u00a0: ${refusal ?? ''}`;
    case 'published':
      return applied ? 'publiée' : 'sera publiée';
    case 'draft':
      if (applied) return `brouillon${none}`;
      return complete && !publish ? 'peut être publiée (--publish), sinon brouillon' : `sera un brouillon${none}`;
    case 'no-relais':
      return `non importée\u00a0: ${row.relais === '' ? 'le relais n’est pas indiqué' : 'ce relais n’est pas ici'}`;
    case 'known':
    case 'known-published':
    case 'not-held':
    case 'repeated':
    case 'unreadable':
      return '';
  }
}
