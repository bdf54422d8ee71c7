import { list, plural } from '#app/time/french.ts';
import { isDate, schoolYearOf } from '#app/time/iso-date.ts';

type Done = {
  published: readonly string[];
  refused: readonly { sessionId: string; code: 'NOT_FOUND' | 'SITE_FULL' }[];
};

/** What became of the drafts chosen, for the page that follows. */
export function publishedInWords(
  done: Done,
  known: readonly { dates: readonly { id: string; when: string }[] }[],
): { severity: 'success' | 'warn'; text: string } {
  const published = plural(done.published.length, 'date publiée', 'dates publiées');
  if (done.refused.length === 0) return { severity: 'success', text: `${published}.` };
  const dates = known.flatMap((activity) => activity.dates);
  const left = done.refused.slice(0, 5).map(({ sessionId, code }) => {
    const when = dates.find(({ id }) => id === sessionId)?.when ?? 'une date';
    return `${when} (${code === 'SITE_FULL' ? 'le lieu serait trop plein' : 'elle n’est plus là'})`;
  });
  return { severity: 'warn', text: `${published}. Restent en brouillon : ${list(left)}.` };
}

/** What an address asks to publish: a relais or all of hers, by default until the end of the school year. */
export function publicationAsked(
  query: URLSearchParams,
  today: string,
): { relais: string | null; from: string; until: string } {
  const date = (name: string) => (isDate(query.get(name) ?? '') ? query.get(name) : null);
  const relais = query.get('relais') ?? '';
  const from = date('du') ?? today;
  const until = date('au') ?? schoolYearOf(from).last;
  const term = until < from ? { from: until, until: from } : { from, until };
  return { relais: /^[a-z0-9-]+$/.test(relais) ? relais : null, ...term };
}
