import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readPeriod, recentQuarters } from '#app/attendance/statement-period.ts';
import { StatementView } from '#app/attendance/statement-view.tsx';
import { teamStatements } from '#app/attendance/statements.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { todayFor } from '#app/people/own-day.server.ts';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Relevé d’un intervenant · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const personId = requireId(params);
  const today = await todayFor(actor, context.now());
  const period = readPeriod(new URL(request.url).searchParams, today);
  const read = await teamStatements(actor, personId, period);
  if (!read) throw new Response(null, { status: 404 });
  return { personId, ...read, period, quarters: recentQuarters(today) };
}

export default function ReleveIntervenant() {
  const { personId, ...shown } = useLoaderData<typeof loader>();
  const card = `/animation/intervenants/${personId}`;
  return (
    <>
      <PageHeader
        above={<Link to={card}>Retour à sa fiche</Link>}
        title={shown.statements[0] ? `Relevé de ${shown.statements[0].name}` : 'Relevé'}
        lead="Ses interventions dans vos relais, sur une période."
      />
      <StatementView {...shown} here={`${card}/releve`} sessionAt={(id) => `/animation/seances/${id}`} />
    </>
  );
}
