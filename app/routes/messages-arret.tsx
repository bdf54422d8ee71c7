import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bearerHeaders } from '#app/auth/requireBearer.server.ts';
import { stopMessages } from '#app/people/stopMessages.server.ts';
import { stopOfToken, stopPage } from '#app/people/stopped-messages.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Ne plus recevoir ces messages · Ribambelle' }];

export const headers = bearerHeaders;

/** Shows what would be stopped and stops nothing: mail scanners open links too. */
export async function loader({ params }: LoaderFunctionArgs) {
  const page = await stopPage(stopOfToken(params.token));
  if (!page) throw new Response(null, { status: 404 });
  return { page, token: params.token ?? '' };
}

/** Stops this kind of messages: the page's button, or the reader's own (RFC 8058), which follows no redirect. */
export async function action({ params, context: { now } }: ActionFunctionArgs) {
  const stop = stopOfToken(params.token);
  if (!stop || !(await stopMessages(stop, false, now()))) throw new Response(null, { status: 404 });
  return data({ stopped: true });
}

export default function MessagesArret() {
  const { page, token } = useLoaderData<typeof loader>();
  const { stopped } = page;
  return (
    <>
      <PageHeader title={stopped ? 'C’est arrêté' : 'Ne plus recevoir ces messages ?'} chain />
      <div className="grid w-full max-w-xl gap-5 pt-6">
        {stopped ? (
          <>
            <Notice severity="success" title={`Vous ne recevez plus d’e-mails « ${page.label} »`}>
              <p>Les messages sur vos inscriptions continuent d’arriver.</p>
            </Notice>
            <form method="post" action={`/messages/${token}/reprise`} className="panel grid gap-4">
              <p>Un changement d’avis ? Reprenez-les ici, ou plus tard dans Mon espace, Mes messages.</p>
              <Button variant="quiet">Les recevoir à nouveau</Button>
            </form>
          </>
        ) : (
          <form method="post" className="panel grid gap-4">
            <h2>{page.label}</h2>
            <p>{page.hint}</p>
            <p>Seuls ces messages s’arrêtent. Ceux sur vos inscriptions continuent d’arriver.</p>
            <Button wide>Ne plus les recevoir</Button>
          </form>
        )}
      </div>
    </>
  );
}
