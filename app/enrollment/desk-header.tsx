import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { Moment } from '#app/catalog/moment.tsx';
import { capital } from '#app/time/french.ts';
import { ChevronLeft } from '#app/ui/icons.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { DeskHead } from './desk-head.ts';

/** The head of a page under a session's desk: the way back, what the page does, which session. */
export function DeskHeader({ head, title, children }: { head: DeskHead; title: string; children?: ReactNode }) {
  return (
    <PageHeader
      above={<BackToDesk id={head.sessionId} />}
      title={title}
      lead={
        <>
          <b className="text-ink">{head.title}</b>
          <br />
          <Moment words={capital(head.when)} />
        </>
      }
    >
      {children}
    </PageHeader>
  );
}

/** The way back to a session's desk. */
export function BackToDesk({ id }: { id: string }) {
  return (
    <p>
      <Link to={`/animation/seances/${id}`} className="inline-flex min-h-11 items-center gap-1">
        <ChevronLeft size={18} />
        Retour à la séance
      </Link>
    </p>
  );
}

/** Kind, relais and state of a session, above its title. */
export function DeskMarks({ head }: { head: DeskHead }) {
  const { kind, relais, state, past } = head;
  const word = state === 'DRAFT' ? 'Brouillon' : state === 'CANCELLED' ? 'Annulée' : past ? 'Passée' : null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <KindMark kind={kind} />
      <span className="text-soft">{relais}</span>
      {word !== null && (
        <span className="badge" data-tone={state === 'CANCELLED' ? 'error' : 'warn'}>
          {word}
        </span>
      )}
    </div>
  );
}
