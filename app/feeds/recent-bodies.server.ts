import type { Validators } from './conditional.ts';

const MOST_CHARACTERS = 16_000_000;

const bodies = new Map<string, string>();
let characters = 0;

/** The body with that digest, when this process made it lately: whether it still is the feed's, the database tells. */
export function recentBody(digest: string): string | null {
  const body = bodies.get(digest);
  if (body === undefined) return null;
  bodies.delete(digest);
  bodies.set(digest, body);
  return body;
}

/** Keeps a body for the next readers; those longest unread make room for it. */
export function keepBody(digest: string, body: string): void {
  if (bodies.has(digest)) return;
  bodies.set(digest, body);
  characters += body.length;
  for (const [oldest, text] of bodies) {
    if (characters <= MOST_CHARACTERS) return;
    bodies.delete(oldest);
    characters -= text.length;
  }
}

const making = new Map<string, Promise<Made>>();

/** A body just made, and what clients may compare of it. */
export type Made = Validators & { readonly body: string };

/** What is being made under that name already, else begins it: a thousand readers after a change ask for one body. */
export function madeOnce(name: string, make: () => Promise<Made>): Promise<Made> {
  const begun = making.get(name);
  if (begun) return begun;
  const made = make().finally(() => making.delete(name));
  making.set(name, made);
  return made;
}
