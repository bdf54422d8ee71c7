type Named = { slug: string; name: string };

/** The relais that a list speaks of, each once, by name. */
export function relaisToTell(sessions: readonly { relais: Named }[]): Named[] {
  const bySlug = new Map(sessions.map(({ relais }) => [relais.slug, relais]));
  return [...bySlug.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** The address of the list under its filters. */
export function toTellAddress({ relais, sessionId }: { relais: string | null; sessionId: string | null }): string {
  const query = new URLSearchParams({ ...(relais && { relais }), ...(sessionId && { seance: sessionId }) }).toString();
  return query === '' ? '/animation/a-prevenir' : `/animation/a-prevenir?${query}`;
}
