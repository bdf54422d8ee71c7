import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readPeriod, recentQuarters } from '#app/attendance/statement-period.ts';
import { StatementView } from '#app/attendance/statement-view.tsx';
import { myStatements } from '#app/attendance/statements.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { todayFor } from '#app/people/own-day.server.ts';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Mon relevé · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const today = await todayFor(actor, context.now());
  const period = readPeriod(new URL(request.url).searchParams, today);
  const read = await myStatements(actor, period);
  if (!read) throw new Response(null, { status: 404 });
  return { ...read, period, quarters: recentQuarters(today) };
}

export default function Releve() {
  return (
    <>
      <PageHeader
        title="Mon relevé"
        lead="Ce que vous avez fait, par gestionnaire : de quoi écrire vos factures."
        chain
      />
      <StatementView
        {...useLoaderData<typeof loader>()}
        here="/intervenant/releve"
        sessionAt={(id) => `/intervenant/seances/${id}`}
      />
    </>
  );
}
