import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Aujourd’hui · Animation · Ribambelle' }];

export function loader({ request, context }: LoaderFunctionArgs) {
  return { name: requireStaff(context, request).name };
}

export default function Aujourdhui() {
  const { name } = useLoaderData<typeof loader>();
  return <PageHeader title={`Bonjour ${name}`} />;
}
