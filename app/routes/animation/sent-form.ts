import { typedIn, type TypedFields } from '#app/ui/typed-fields.ts';

/** What was last sent from this tab, by whom and from which page. */
export type Sent = { owner: string; page: string; typed: TypedFields };

const KEPT = 'formulaire-envoye';

/** Keeps what a form sends, until its answer comes. */
export function keepSent({ form, ...from }: { owner: string; page: string; form: HTMLFormElement }) {
  const sent: Sent = { ...from, typed: typedIn(form) };
  if (sent.typed.length > 0) sessionStorage.setItem(KEPT, JSON.stringify(sent));
}

/** What was kept, once: it is forgotten. */
export function takeSent(): Sent | null {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (kept === null) return null;
  const read: unknown = JSON.parse(kept);
  return isSent(read) ? read : null;
}

function isSent(read: unknown): read is Sent {
  return typeof read === 'object' && read !== null && 'owner' in read && 'page' in read && 'typed' in read;
}
