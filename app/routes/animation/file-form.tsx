import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { summaryOf } from '#app/auth/form-errors.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { Refused } from './form-fields.tsx';

interface FileFormProps {
  /** Whose file, and where the way back leads. */
  back: { to: string; label: string };
  title: string;
  lead?: ReactNode;
  submit: string;
  refused: Refused | undefined;
  children: ReactNode;
}

/** A page that is one form about one file. */
export function FileForm({ back, title, lead, submit, refused, children }: FileFormProps) {
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to={back.to} className="inline-flex min-h-11 items-center">
              {back.label}
            </Link>
          </p>
        }
        title={title}
        lead={lead}
      />
      <form method="post" className="panel mt-4 grid w-full max-w-2xl gap-5" noValidate>
        <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
        {children}
        <Button wide>{submit}</Button>
      </form>
    </>
  );
}
