import type { ReactNode } from 'react';
import { Notice } from '#app/ui/notice.tsx';
import type { Renewal } from './person-record.server.ts';

/** What must be renewed soon, or should have been; nothing when nothing must. */
export function RenewalList({ renewals, children }: { renewals: readonly Renewal[]; children?: ReactNode }) {
  if (renewals.length === 0) return null;
  return (
    <Notice
      severity="warn"
      title={renewals.length === 1 ? 'Un certificat à renouveler' : 'Des certificats à renouveler'}
    >
      <ul className="grid gap-1">
        {renewals.map(({ id, title, words, delay }) => (
          <li key={id}>
            <b>{title}</b> : {words} ({delay})
          </li>
        ))}
      </ul>
      {children}
    </Notice>
  );
}
