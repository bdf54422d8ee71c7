import type { ReactNode } from 'react';
import { Chain } from '#app/ui/chain.tsx';

interface PageHeaderProps {
  title: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** Stands above the title: a badge, a way back. */
  above?: ReactNode;
  /** Draws the paper chain under the header, from edge to edge. */
  chain?: boolean;
  children?: ReactNode;
}

/** The head of a screen; a direct child of `Page`, so that the chain can reach both edges. */
export function PageHeader({ title, lead, above, chain = false, children }: PageHeaderProps) {
  return (
    <div className="page-header full">
      {above}
      <h1>{title}</h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
      {chain && <Chain className="full" />}
    </div>
  );
}
