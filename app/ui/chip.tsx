import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Check, type Icon } from '#app/ui/icons.tsx';

interface ChipGroupProps {
  /** Names the group for those who do not see it. */
  label: string;
  /** On a phone: one line that scrolls sideways, instead of several lines. */
  scroll?: boolean;
  children: ReactNode;
}

/** A row of filter chips. */
export function ChipGroup({ label, scroll = false, children }: ChipGroupProps) {
  return (
    <div className={scroll ? 'chips chips--scroll' : 'chips'} role="group" aria-label={label}>
      {children}
    </div>
  );
}

interface ChipLinkProps {
  to: string;
  current: boolean;
  icon?: Icon;
  children: ReactNode;
}

/** A filter that lives in the address: the link turns it on, or off when it is on. */
export function ChipLink({ to, current, icon: Face, children }: ChipLinkProps) {
  return (
    <Link className="chip" to={to} aria-current={current ? 'true' : undefined} preventScrollReset>
      {current ? <Check size={18} /> : Face && <Face size={18} />}
      {children}
    </Link>
  );
}
