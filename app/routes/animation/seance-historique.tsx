import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { historyPage } from '#app/enrollment/session-history.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { DeskHistory } from './desk-history.tsx';

export const meta: MetaFunction = () => [{ title: 'Qui a fait quoi · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('avant');
  const page = await historyPage(requireStaff(context, request), requireId(params), after, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export default function Historique() {
  const { head, lines, older } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeader head={head} title="Qui a fait quoi" />
      <div className="grid max-w-3xl gap-5 pt-5">
        <DeskHistory lines={lines} />
        {older !== null && (
          <div>
            <LinkButton to={`?avant=${older}`} variant="quiet">
              Plus ancien
            </LinkButton>
          </div>
        )}
      </div>
    </>
  );
}
