import type { Actor } from '#app/people/actor.ts';

/** Who is signed in, as the page's frame shows her. */
export interface Viewer {
  name: string;
  sections: readonly { href: string; label: string }[];
}

/** Who publishes this installation, from the collectivité's settings; what is unknown is absent. */
export interface Publisher {
  name: string;
  address?: string;
  telephone?: string;
  email?: string;
  /** Name and office of the director of publication. */
  director?: string;
  /** Name and address of who hosts the server. */
  host?: string;
  /** E-mail of the data protection officer. */
  dpo?: string;
}

declare module '@remix-run/node' {
  /** What the HTTP server gives to every loader and action. */
  interface AppLoadContext {
    nonce: string;
    requestId: string;
    now: () => Date;
    demo: boolean;
    appUrl: string;
    actor: Actor;
    /** The sign-in through which she asks; null for an anonymous visitor. */
    authSessionId: string | null;
    /** The network address of who asks, as far as the proxies trusted tell. */
    address: string;
    viewer: Viewer | null;
    publisher?: Publisher | null;
  }
}
