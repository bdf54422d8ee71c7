import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { returnOf } from '#app/auth/safe-return.ts';
import { acceptReglement } from '#app/people/acceptReglement.server.ts';
import { reglementPage } from '#app/people/reglements.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';

const SPACE = '/mon-espace';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.reglement.title ?? 'Règlement'} · Ribambelle` },
];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const reglement = await reglementPage(actor, requireId(params));
  if (!reglement) throw new Response(null, { status: 404 });
  return { reglement, back: returnOf(request.url) ?? SPACE };
}

/** Accepts this version, then leads back to where it was asked for. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const outcome = await acceptReglement(actor, { reglementId: requireId(params) }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  const text = 'Vous avez accepté le règlement. Vous pouvez vous inscrire.';
  return saidAt(returnOf(request.url) ?? SPACE, { severity: 'success', text }, context);
}

export default function Reglement() {
  const { reglement, back } = useLoaderData<typeof loader>();
  const { title, body, relais, since, version, acceptedOn } = reglement;
  return (
    <>
      <PageHeader
        title={title}
        lead={`${relais ?? 'Tous les relais'}, version ${version}, depuis le ${since}.`}
        chain
      />
      <div className="grid w-full max-w-2xl gap-6 pt-6">
        <div className="prose">
          <Paragraphs text={body} />
        </div>
        {acceptedOn === null ? (
          <form method="post" className="grid gap-2">
            <Button wide>J’ai lu et j’accepte</Button>
            <p className="hint">La date et la version acceptée sont gardées par votre relais.</p>
          </form>
        ) : (
          <Notice severity="success" title={`Accepté le ${acceptedOn}`} />
        )}
        <p>
          <LinkButton to={back} variant="quiet">
            {back === SPACE ? 'Retour à mon espace' : 'Retour'}
          </LinkButton>
        </p>
      </div>
    </>
  );
}
