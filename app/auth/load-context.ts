/** Who is signed in, as the page's frame shows her. */
export interface Viewer {
  name: string;
  sections: readonly { href: string; label: string }[];
}

declare module '@remix-run/node' {
  /** What the HTTP server gives to every loader and action. */
  interface AppLoadContext {
    nonce: string;
    requestId: string;
    now: () => Date;
    demo: boolean;
    appUrl: string;
    viewer: Viewer | null;
    /** A message left by the previous request, shown once. */
    flash?: { severity: 'info' | 'success' | 'warn' | 'error'; text: string } | null;
  }
}
