import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { PageHeader } from '#app/ui/page-header.tsx';

/** The head of the import's steps. */
export function ImportFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to="/animation/professionnels" className="inline-flex min-h-11 items-center">
              Professionnel·les
            </Link>
          </p>
        }
        title="Importer une liste"
      />
      <div className="grid gap-6 pt-4">{children}</div>
    </>
  );
}
