/** What an address asks to announce; `activityIds` null: it says nothing of them, what is proposed holds. */
export type TermAsked = { relais: string | null; activityIds: readonly string[] | null; ownOnly: boolean };

/** The relais (by slug), the activities and the audience that an address names. */
export function termAsked(query: URLSearchParams): TermAsked {
  const ids = query.getAll('activite');
  return {
    relais: query.get('relais'),
    activityIds: ids.length > 0 || query.has('choix') ? ids : null,
    ownOnly: query.get('a') === 'relais',
  };
}
