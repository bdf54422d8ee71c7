import type { ReactNode } from 'react';
import { PaperChild } from '#app/ui/chain.tsx';

/** Nothing here: one sentence that says so, and what to do next. */
export function Empty({ sentence, children }: { sentence: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <svg width="138" height="38" aria-hidden="true" focusable="false">
        <PaperChild fill="var(--line)" />
        <PaperChild fill="var(--teal)" x={46} />
        <PaperChild fill="var(--line)" x={92} />
      </svg>
      <p className="text-soft max-w-[44ch]">{sentence}</p>
      {children}
    </div>
  );
}
