import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bearerHeaders, requireBearer } from '#app/auth/requireBearer.server.ts';
import { LinkPage } from '#app/enrollment/link-page.tsx';
import { linkStatus } from '#app/enrollment/link-words.ts';
import { linkedEnrollment } from '#app/enrollment/linked-enrollments.server.ts';
import { withdraw } from '#app/enrollment/withdraw.server.ts';
import { Button } from '#app/ui/button.tsx';

export const meta: MetaFunction = () => [{ title: 'Se désister · Ribambelle' }];

export const headers = bearerHeaders;

/** Shows the place and gives nothing back: mail scanners open links too. */
export async function loader({ params, context: { now } }: LoaderFunctionArgs) {
  const linked = await linkedEnrollment(requireBearer('withdraw', params.token), now());
  if (!linked) throw new Response(null, { status: 404 });
  return data({ linked }, { status: linkStatus('withdraw', linked.state) });
}

/** Withdraws; the page then shows what has become of the place. */
export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const bearer = requireBearer('withdraw', params.token);
  await withdraw(bearer, { enrollmentId: bearer.enrollmentId }, now());
  return redirect(new URL(request.url).pathname, { status: 303 });
}

export default function DesistementParLien() {
  const { linked } = useLoaderData<typeof loader>();
  const deed = linked.waiting ? 'Quitter la liste d’attente' : 'Me désister';
  return (
    <LinkPage
      linked={linked}
      deed="withdraw"
      title={linked.waiting ? 'Quitter la liste d’attente ?' : 'Vous ne pouvez plus venir ?'}
    >
      <form method="post" className="grid gap-4">
        <p>{consequence(linked)}</p>
        <Button wide variant="danger">
          {deed}
        </Button>
      </form>
    </LinkPage>
  );
}

function consequence({ waiting, late }: { waiting: boolean; late: boolean }): string {
  if (waiting) return 'Vous perdez votre rang. Vous pourrez vous inscrire à nouveau, en fin de liste.';
  if (late)
    return 'Les inscriptions sont closes : votre désistement sera noté comme tardif, mais prévenir aide toujours.';
  return 'Votre place va aussitôt à qui attend.';
}
