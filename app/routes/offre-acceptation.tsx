import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { bearerHeaders, requireBearer } from '#app/auth/requireBearer.server.ts';
import { blockedInWords } from '#app/enrollment/answer-words.ts';
import { answerOffer } from '#app/enrollment/answerOffer.server.ts';
import { acceptForm } from '#app/enrollment/answerOffer.schema.server.ts';
import { FewerChildren } from '#app/enrollment/fewer-children.tsx';
import { LinkPage } from '#app/enrollment/link-page.tsx';
import { linkStatus } from '#app/enrollment/link-words.ts';
import { linkedEnrollment } from '#app/enrollment/linked-enrollments.server.ts';
import { Button } from '#app/ui/button.tsx';

export const meta: MetaFunction = () => [{ title: 'Accepter une place · Ribambelle' }];

export const headers = bearerHeaders;

/** Shows what is offered and answers nothing: mail scanners open links too. */
export async function loader({ params, context: { now } }: LoaderFunctionArgs) {
  const linked = await linkedEnrollment(requireBearer('offer', params.token), now());
  if (!linked) throw new Response(null, { status: 404 });
  const refusal = `/offres/${params.token}/refus`;
  return data({ linked, refusal }, { status: linkStatus('accept', linked.state) });
}

/** Accepts; the page then shows what has become of the offer, whatever the answer. */
export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const { enrollmentId, ...bearer } = requireBearer('offer', params.token);
  const acceptance = acceptForm.parse(Object.fromEntries(await readForm(request)));
  const outcome = await answerOffer({ ...bearer, enrollmentId }, { ...acceptance, enrollmentId }, now());
  if (outcome.outcome === 'blocked') return data({ refusal: blockedInWords(outcome.reason) }, { status: 409 });
  throw redirect(new URL(request.url).pathname, { status: 303 });
}

export default function OffreAcceptation() {
  const { linked, refusal } = useLoaderData<typeof loader>();
  const blocked = useActionData<typeof action>();
  return (
    <LinkPage linked={linked} deed="accept" title="Une place vous est proposée" refusal={blocked?.refusal}>
      <form method="post" className="grid gap-4">
        <FewerChildren id="enfants" count={linked.children} fewest={linked.fewest} />
        <Button wide>J’accepte cette place</Button>
      </form>
      <p>
        Vous ne pouvez pas venir ? <a href={refusal}>Laisser la place</a>
      </p>
    </LinkPage>
  );
}
