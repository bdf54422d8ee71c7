import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bearerHeaders, requireBearer } from '#app/auth/requireBearer.server.ts';
import { answerOffer } from '#app/enrollment/answerOffer.server.ts';
import { LinkPage } from '#app/enrollment/link-page.tsx';
import { linkStatus } from '#app/enrollment/link-words.ts';
import { linkedEnrollment } from '#app/enrollment/linked-enrollments.server.ts';
import { Button } from '#app/ui/button.tsx';

export const meta: MetaFunction = () => [{ title: 'Laisser une place · Ribambelle' }];

export const headers = bearerHeaders;

/** Shows what is offered and answers nothing: mail scanners open links too. */
export async function loader({ params, context: { now } }: LoaderFunctionArgs) {
  const linked = await linkedEnrollment(requireBearer('offer', params.token), now());
  if (!linked) throw new Response(null, { status: 404 });
  const acceptance = `/offres/${params.token}/acceptation`;
  return data({ linked, acceptance }, { status: linkStatus('decline', linked.state) });
}

/** Declines; the page then shows what has become of the offer. */
export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const bearer = requireBearer('offer', params.token);
  await answerOffer(bearer, { enrollmentId: bearer.enrollmentId, answer: 'decline' }, now());
  return redirect(new URL(request.url).pathname, { status: 303 });
}

export default function OffreRefus() {
  const { linked, acceptance } = useLoaderData<typeof loader>();
  return (
    <LinkPage linked={linked} deed="decline" title="Laisser cette place ?">
      <form method="post" className="grid gap-2">
        <p>Vous quittez aussi la liste d’attente de cette séance. La place va aussitôt à qui attend.</p>
        <Button wide variant="danger">
          Je laisse la place
        </Button>
      </form>
      <p>
        Vous venez finalement ? <a href={acceptance}>Accepter la place</a>
      </p>
    </LinkPage>
  );
}
