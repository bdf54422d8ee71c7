import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { RequestContext } from '#app/ui/request-context.tsx';

/**
 * The page's data come as a stream, and `RemixBrowser` throws their promise until they are read. A key pressed meanwhile
 * would have React hydrate at once, find nothing to wait behind, and give the page up (its error 345): so the component
 * is asked once by hand, and the page hydrated when its data are there.
 */
async function untilDataAreRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    if (thrown instanceof Promise) await thrown;
  }
}

void untilDataAreRead().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RequestContext.Provider value={{ requestId: document.documentElement.dataset.requestId }}>
          <RemixBrowser />
        </RequestContext.Provider>
      </StrictMode>,
    );
  }),
);
