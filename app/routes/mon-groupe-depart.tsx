import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { leaveCohort } from '#app/enrollment/leaveCohort.server.ts';
import { myLeavingPage } from '#app/enrollment/leaving-page.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Quitter le groupe · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await myLeavingPage(requireActor(context, request), params.id ?? '', context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page };
}

/** Leaves; twice is harmless. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const page = await myLeavingPage(actor, params.id ?? '', context.now());
  const outcome = page && (await leaveCohort(actor, { membershipId: page.membershipId, from: null }, context.now()));
  if (!outcome?.ok) throw new Response(null, { status: 404 });
  return saidAt(
    '/mon-espace/groupes',
    { severity: 'success', text: 'C’est noté : vous n’êtes plus dans le groupe.' },
    context,
  );
}

export default function MonGroupeDepart() {
  const { page } = useLoaderData<typeof loader>();
  const { group, state, over } = page;
  const member = state === 'MEMBER';
  return (
    <>
      <PageHeader
        above={<Link to="/mon-espace/groupes">Mes groupes</Link>}
        title={member ? 'Quitter le groupe ?' : 'Retirer ma demande ?'}
        lead={group}
      />
      <div className="grid w-full max-w-xl gap-5 pt-5">
        {over ? (
          <Notice title="C’est déjà fait." />
        ) : (
          <Form method="post" className="grid gap-3">
            <p>{member ? LEAVING : 'Vous pourrez poser une nouvelle candidature tant qu’elles sont ouvertes.'}</p>
            <Button wide variant="danger">
              {member ? 'Quitter le groupe' : 'Retirer ma demande'}
            </Button>
            <LinkButton to="/mon-espace/groupes" variant="quiet">
              Ne rien changer
            </LinkButton>
          </Form>
        )}
      </div>
    </>
  );
}

const LEAVING =
  'Vos places à toutes les dates à venir seront libres pour d’autres. Pour une seule absence, désistez-vous plutôt de la séance.';
