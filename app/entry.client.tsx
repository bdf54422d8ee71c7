import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { RequestContext } from '#app/ui/request-context.tsx';

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RequestContext.Provider value={{ requestId: document.documentElement.dataset.requestId }}>
        <RemixBrowser />
      </RequestContext.Provider>
    </StrictMode>,
  );
});
