import type { ReactNode } from 'react';
import type { Count } from '#app/attendance/sheet.ts';
import { plural } from '#app/time/french.ts';
import { Notice } from '#app/ui/notice.tsx';

interface SheetCountersProps {
  there: Count;
  /** null: nobody books; free access. */
  expected: Count | null;
  unmarked: number;
  withChildren: boolean;
  /** What exceeds what was planned. */
  over: readonly string[];
  children?: ReactNode;
}

/** How many are there, in figures that are read from afar. */
export function SheetCounters({ there, expected, unmarked, withChildren, over, children }: SheetCountersProps) {
  return (
    <div className="sheet-top">
      <dl className="sheet-counters" aria-label="Présences">
        <Figure name={there.adults < 2 ? 'adulte' : 'adultes'} count={there.adults} of={expected?.adults ?? null} />
        {withChildren && (
          <Figure
            name={there.children < 2 ? 'enfant' : 'enfants'}
            count={there.children}
            of={expected?.children ?? null}
          />
        )}
        {expected !== null && (
          <div className="sheet-counter sheet-counter--quiet">
            <dt>à pointer</dt>
            <dd>{unmarked}</dd>
          </div>
        )}
      </dl>
      {children}
      {over.length > 0 && (
        <Notice severity="warn" title="Plus de monde que prévu">
          {over.join(' ')} Tout est enregistré.
        </Notice>
      )}
    </div>
  );
}

function Figure({ name, count, of }: { name: string; count: number; of: number | null }) {
  return (
    <div className="sheet-counter">
      <dt>
        {name} {of !== null && <small>{plural(of, 'attendu', 'attendus')}</small>}
      </dt>
      <dd>{count}</dd>
    </div>
  );
}
